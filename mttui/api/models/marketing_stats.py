"""Models of marketing stats."""

from __future__ import annotations

from .base import Id, Model
from .stats import MailRates


class CampaignStats(MailRates):
    """What a campaign did.

    The reference shows no fields; these are the sandbox's own.
    """

    campaign_id: str | None = None
    name: str | None = None
    subject: str | None = None


class CampaignLinkStats(Model):
    """A link of a campaign and how often it was clicked.

    The reference shows no fields; these are the sandbox's own.
    """

    url: str | None = None
    name: str | None = None
    clicks: int | None = None
    unique_clicks: int | None = None


class AutomationStats(MailRates):
    """What an automation did.

    The reference shows no fields; these are the sandbox's own.
    """

    automation_id: str | None = None
    name: str | None = None
    subject: str | None = None


class AutomationLinkStats(Model):
    """A link of an automation and how often it was clicked.

    The reference shows no fields; these are the sandbox's own.
    """

    url: str | None = None
    name: str | None = None
    clicks: int | None = None
    unique_clicks: int | None = None


class CampaignStatsExport(Model):
    """A file that campaigns' statistics are written to in the background."""

    download_id: Id | None = None
    status: str | None = None


class AutomationStatsExport(Model):
    """A file that automations' statistics are written to in the background."""
