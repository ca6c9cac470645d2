"""Quotas: how much may be sent, and how much is used up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.quotas import Quota, QuotaUsage


class QuotaHistory(Resource, id="quotas.history", section="Quotas"):
    """What was used before."""

    @operation("GET", "/v1/quotas/history")
    async def list(
        self,
        *,
        date_from: When | None = None,
        date_to: When | None = None,
        aggregated_by: Literal["day", "week", "month"] | None = None,
    ) -> Page[QuotaUsage]:
        """Get what was sent in each period, against the limit.

        Args:
            date_from: start of the range.
            date_to: end of the range.
            aggregated_by: length of a period.
        """


class Quotas(Resource, id="quotas", section="Quotas"):
    """Sending limits and the API's rate limit."""

    history = Child(QuotaHistory)

    @operation("GET", "/v1/quotas")
    async def get(self) -> Quota:
        """Get the sending limits, the rate limit, and what is left of them."""
