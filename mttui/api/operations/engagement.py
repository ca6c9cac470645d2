"""Engagement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.engagement import EngagementScore, EngagementSubaccountScore


class EngagementSubaccountScores(Resource, id="engagement.subaccount_scores", section="Engagement Quality"):
    """How much the readers of a sub-account's mail take part."""

    @operation("GET", "/v1/engagement/subaccount-scores")
    async def list(self) -> Page[EngagementSubaccountScore]:
        """List engagement scores per subaccount."""


class EngagementScores(Resource, id="engagement.scores", section="Engagement Quality"):
    """How much the readers of campaigns take part."""

    @operation("GET", "/v1/engagement/scores")
    async def get(self) -> EngagementScore:
        """Get the account's engagement quality score."""


class Engagement(Resource, id="engagement", section="Engagement Quality"):
    """How much readers take part."""

    scores = Child(EngagementScores)
    subaccount_scores = Child(EngagementSubaccountScores)
