"""Marketing statistics: what campaigns and automations did."""

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
    """Links of an automation and how often they were clicked."""

    @operation("GET", "/v1/marketing-stats/automations/{id}/links")
    async def list(self, id: str) -> Page[AutomationLinkStats]:
        """List the links of an automation and how often they were clicked.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is no such automation.
        """


class MarketingStatsCampaignsLinks(Resource, id="marketing_stats.campaigns.links", section="Marketing Stats"):
    """Links of a campaign and how often they were clicked."""

    @operation("GET", "/v1/marketing-stats/campaigns/{id}/links")
    async def list(self, id: str) -> Page[CampaignLinkStats]:
        """List the links of a campaign and how often they were clicked.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
        """


class MarketingStatsCampaignsExport(
    Resource, id="marketing_stats.campaigns.export", section="Marketing Stats"
):
    """Statistics of campaigns, written to a file."""

    @operation(
        "POST",
        "/v1/marketing-stats/campaigns/export",
        effect=Effect.CHANGE,
        refreshes=("marketing_stats.campaigns.export",),
    )
    async def create(
        self, *, filters: Annotated[Mapping[str, Any] | None, WholeBody] = None
    ) -> CampaignStatsExport:
        """Start an export of campaigns' statistics.

        It runs in the background (202). The reference shows nothing that reads how it stands.

        Args:
            filters: what limits the export; no source names its fields.
        """


class MarketingStatsAutomationsExport(
    Resource, id="marketing_stats.automations.export", section="Marketing Stats"
):
    """Statistics of automations, written to a file."""

    @operation(
        "POST",
        "/v1/marketing-stats/automations/export",
        effect=Effect.CHANGE,
        refreshes=("marketing_stats.automations.export",),
    )
    async def create(
        self, *, filters: Annotated[Mapping[str, Any] | None, WholeBody] = None
    ) -> AutomationStatsExport:
        """Start an export of automations' statistics.

        It runs in the background (202). The reference shows nothing that reads how it stands.

        Args:
            filters: what limits the export; no source names its fields.
        """


class MarketingStatsAutomations(Resource, id="marketing_stats.automations", section="Marketing Stats"):
    """What automations did."""

    export = Child(MarketingStatsAutomationsExport)
    links = Child(MarketingStatsAutomationsLinks)

    @operation("GET", "/v1/marketing-stats/automations")
    async def list(self) -> Page[AutomationStats]:
        """List what each automation did."""

    @operation("GET", "/v1/marketing-stats/automations/{id}")
    async def get(self, id: str) -> AutomationStats:
        """Get what one automation did.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is no such automation.
        """


class MarketingStatsCampaigns(Resource, id="marketing_stats.campaigns", section="Marketing Stats"):
    """What campaigns did."""

    export = Child(MarketingStatsCampaignsExport)
    links = Child(MarketingStatsCampaignsLinks)

    @operation("GET", "/v1/marketing-stats/campaigns")
    async def list(self) -> Page[CampaignStats]:
        """List what each campaign did."""

    @operation("GET", "/v1/marketing-stats/campaigns/{id}")
    async def get(self, id: str) -> CampaignStats:
        """Get what one campaign did.

        Args:
            id: the campaign's id.

        Raises:
            NotFound: there is no such campaign.
        """


class MarketingStats(Resource, id="marketing_stats", section="Marketing Stats"):
    """What campaigns and automations did."""

    automations = Child(MarketingStatsAutomations)
    campaigns = Child(MarketingStatsCampaigns)
