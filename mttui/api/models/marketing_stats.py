"""Models of marketing stats."""

from __future__ import annotations

from .base import Id, Model


class CampaignStats(Model):
    """What a campaign did."""


class CampaignLinkStats(Model):
    """A link of a campaign and how often it was clicked."""


class AutomationStats(Model):
    """What an automation did."""


class AutomationLinkStats(Model):
    """A link of an automation and how often it was clicked."""


class CampaignStatsExport(Model):
    """A file that campaigns' statistics are written to in the background."""

    download_id: Id | None = None
    status: str | None = None


class AutomationStatsExport(Model):
    """A file that automations' statistics are written to in the background."""
