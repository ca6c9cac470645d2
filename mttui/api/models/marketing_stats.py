"""Models of marketing stats."""

from __future__ import annotations

from .base import Id, Model


class CampaignStats(Model):
    """Marketing stats campaign."""


class CampaignLinkStats(Model):
    """Marketing stats campaigns link."""


class AutomationStats(Model):
    """Marketing stats automation."""


class AutomationLinkStats(Model):
    """Marketing stats automations link."""


class CampaignStatsExport(Model):
    """Marketing stats campaigns export info."""

    download_id: Id | None = None
    status: str | None = None


class AutomationStatsExport(Model):
    """Marketing stats automations export info."""
