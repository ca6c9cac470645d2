"""Statistics: totals of a period, and opens and clicks by who and where."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Model, Moment


class MailFigures(Model):
    """What became of mail, in messages.

    The reference gives no field names; these are the sandbox's own, after the summary of the older
    analytics API (wire type ``AnalyticsSummary``).
    """

    sent: int | None = None
    """Handed to the network: injections."""
    delivered: int | None = None
    opened: int | None = None
    clicked: int | None = None
    bounced: int | None = None
    spam_bounced: int | None = None
    """Those of the bounces that a spam block caused: classes 50 to 54."""
    complained: int | None = None
    unsubscribed: int | None = None
    delayed: int | None = None
    """Put off by the receiving side, to be tried again."""
    queued: int | None = None
    """Sent and neither delivered, bounced nor delayed yet."""


class MailRates(MailFigures):
    """What became of mail, with rates in percent; the sandbox's own, too."""

    delivery_rate: float | None = None
    """Of what was sent."""
    open_rate: float | None = None
    """Of what was delivered."""
    click_rate: float | None = None
    """Of what was delivered."""
    bounce_rate: float | None = None
    """Of what was sent."""
    complaint_rate: float | None = None
    """Of what was delivered."""


class PeriodStats(MailFigures):
    """Totals of one period."""

    date: Moment = None
    """Start of the period, when aggregated by day, week or month."""
    from_: Annotated[Moment, Field(alias="from")] = None
    """Start of the period, when it is not aggregated."""
    to: Moment = None
    """End of the period, when it is not aggregated."""


class CategoryStats(PeriodStats):
    """Totals of one category of transmissions; field names as in :class:`PeriodStats`."""

    category: str = ""


class ProviderStats(Model):
    """One mailbox provider."""

    provider: str = ""
    delivered: int | None = None
    opens: int | None = None
    inbox_rate: float | None = None
    """Percent that reached the inbox."""


class DeviceStats(Model):
    """One kind of device."""

    device: str = ""
    opens: int | None = None
    clicks: int | None = None
    percentage: float | None = None


class PlaceStats(Model):
    """One city."""

    country: str = ""
    """Two-letter code."""
    city: str | None = None
    opens: int | None = None
    clicks: int | None = None


class MailClientStats(Model):
    """One mail client."""

    client: str = ""
    opens: int | None = None
    percentage: float | None = None
