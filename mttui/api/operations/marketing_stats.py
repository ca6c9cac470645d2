"""Marketing stats."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

from ..operation import Child, Effect, Resource, WholeBody, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.marketing_stats import (
        AutomationLinkStats,
        AutomationStats,
        AutomationStatsExport,
        CampaignLinkStats,
        CampaignStats,
        CampaignStatsExport,
    )


class MarketingStatsAutomationsLinks(
    Resource, id="marketing_stats.automations.links", section="Marketing Stats"
):
    """Marketing stats automations links."""

    @operation("GET", "/v1/marketing-stats/automations/{id}/links")
    async def list(self, id: str) -> Page[AutomationLinkStats]:
        """List link-level statistics of an automation.

        Args:
            id: the link's id.

        Raises:
            NotFound: there is none of that id.
        """


class MarketingStatsCampaignsLinks(Resource, id="marketing_stats.campaigns.links", section="Marketing Stats"):
    """Marketing stats campaigns links."""

    @operation("GET", "/v1/marketing-stats/campaigns/{id}/links")
    async def list(self, id: str) -> Page[CampaignLinkStats]:
        """List link-level statistics of a campaign.

        Args:
            id: the link's id.

        Raises:
            NotFound: there is none of that id.
        """


class MarketingStatsCampaignsExport(
    Resource, id="marketing_stats.campaigns.export", section="Marketing Stats"
):
    """Marketing stats campaigns export."""

    @operation(
        "POST",
        "/v1/marketing-stats/campaigns/export",
        effect=Effect.CHANGE,
        refreshes=("marketing_stats.campaigns.export",),
    )
    async def create(
        self, *, filters: Annotated[Mapping[str, Any] | None, WholeBody] = None
    ) -> CampaignStatsExport:
        """Start an asynchronous export of campaign statistics.

        Args:
            filters: what limits the export; no source names its fields.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MarketingStatsAutomationsExport(
    Resource, id="marketing_stats.automations.export", section="Marketing Stats"
):
    """Marketing stats automations export."""

    @operation(
        "POST",
        "/v1/marketing-stats/automations/export",
        effect=Effect.CHANGE,
        refreshes=("marketing_stats.automations.export",),
    )
    async def create(
        self, *, filters: Annotated[Mapping[str, Any] | None, WholeBody] = None
    ) -> AutomationStatsExport:
        """Start an asynchronous export of automation statistics.

        Args:
            filters: what limits the export; no source names its fields.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class MarketingStatsAutomations(Resource, id="marketing_stats.automations", section="Marketing Stats"):
    """Marketing stats automations."""

    export = Child(MarketingStatsAutomationsExport)
    links = Child(MarketingStatsAutomationsLinks)

    @operation("GET", "/v1/marketing-stats/automations")
    async def list(self) -> Page[AutomationStats]:
        """List statistics of all automations."""

    @operation("GET", "/v1/marketing-stats/automations/{id}")
    async def get(self, id: str) -> AutomationStats:
        """Get one automation's statistics.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is none of that id.
        """


class MarketingStatsCampaigns(Resource, id="marketing_stats.campaigns", section="Marketing Stats"):
    """Marketing stats campaigns."""

    export = Child(MarketingStatsCampaignsExport)
    links = Child(MarketingStatsCampaignsLinks)

    @operation("GET", "/v1/marketing-stats/campaigns")
    async def list(self) -> Page[CampaignStats]:
        """List statistics of all campaigns."""

    @operation("GET", "/v1/marketing-stats/campaigns/{id}")
    async def get(self, id: str) -> CampaignStats:
        """Get one campaign's statistics.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is none of that id.
        """


class MarketingStats(Resource, id="marketing_stats", section="Marketing Stats"):
    """Marketing stats."""

    automations = Child(MarketingStatsAutomations)
    campaigns = Child(MarketingStatsCampaigns)
