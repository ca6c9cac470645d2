"""Models of marketing stats."""

from __future__ import annotations

from .base import Id, Model


class MarketingStatsCampaign(Model):
    """Marketing stats campaign."""


class MarketingStatsCampaignsLink(Model):
    """Marketing stats campaigns link."""


class MarketingStatsAutomation(Model):
    """Marketing stats automation."""


class MarketingStatsAutomationsLink(Model):
    """Marketing stats automations link."""


class MarketingStatsCampaignsExportInfo(Model):
    """Marketing stats campaigns export info."""

    download_id: Id | None = None
    status: str | None = None


class MarketingStatsAutomationsExportInfo(Model):
    """Marketing stats automations export info."""
