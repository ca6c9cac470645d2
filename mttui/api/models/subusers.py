"""Models of subusers."""

from __future__ import annotations

from .base import Model
from .stats import MailFigures


class SubuserReputation(Model):
    """How receivers rate a sub-account's mail.

    The reference shows no fields; these are the sandbox's own.
    """

    subaccount_id: str | None = None
    name: str | None = None
    reputation: int | None = None
    bounce_rate: float | None = None
    complaint_rate: float | None = None


class SubuserStats(MailFigures):
    """What a sub-account sent.

    The reference shows no fields; these are the sandbox's own.
    """

    subaccount_id: str | None = None
    name: str | None = None


class SubuserMonthlyStats(MailFigures):
    """What a sub-account sent in a month.

    The reference shows no fields; these are the sandbox's own.
    """

    month: str | None = None
    subaccount_id: str | None = None
    name: str | None = None


class SubuserCredits(Model):
    """How much sub-accounts may send.

    The reference shows no fields; these are the sandbox's own.
    """

    credits: int | None = None
    reset_date: str | None = None
    used: int | None = None
    remaining: int | None = None


class SubuserIp(Model):
    """An address that sub-accounts send from.

    The reference shows no fields; these are the sandbox's own.
    """

    ip: str | None = None
    pool: str | None = None
    """Name of the pool that it is in."""
