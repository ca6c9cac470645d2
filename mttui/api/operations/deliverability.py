"""Deliverability."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.deliverability import (
        DeliveryReport,
        DomainDeliverability,
        SendingReputation,
    )


class DeliverabilityDomains(Resource, id="deliverability.domains", section="Deliverability"):
    """Deliverability domains."""

    @operation("GET", "/v1/deliverability/domains", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None
    ) -> Page[DomainDeliverability]:
        """List deliverability per domain.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """


class DeliverabilityReputation(Resource, id="deliverability.reputation", section="Deliverability"):
    """Deliverability reputation."""

    @operation("GET", "/v1/deliverability/reputation")
    async def get(self, *, date_from: When | None = None, date_to: When | None = None) -> SendingReputation:
        """Get the reputation score and its trend.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class DeliverabilityReport(Resource, id="deliverability.report", section="Deliverability"):
    """Deliverability report."""

    @operation("GET", "/v1/deliverability/report")
    async def get(self) -> DeliveryReport:
        """Get the overall deliverability report."""


class Deliverability(Resource, id="deliverability", section="Deliverability"):
    """Deliverability."""

    domains = Child(DeliverabilityDomains)
    report = Child(DeliverabilityReport)
    reputation = Child(DeliverabilityReputation)
