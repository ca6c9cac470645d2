"""Deliverability: how much mail arrives."""

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
    """How much mail arrives, by sending domain."""

    @operation("GET", "/v1/deliverability/domains", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None
    ) -> Page[DomainDeliverability]:
        """List how much mail arrives, by sending domain.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """


class DeliverabilityReputation(Resource, id="deliverability.reputation", section="Deliverability"):
    """What receivers think of the sender, day by day."""

    @operation("GET", "/v1/deliverability/reputation")
    async def get(self, *, date_from: When | None = None, date_to: When | None = None) -> SendingReputation:
        """Get the reputation score and its trend.

        Args:
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.
        """


class DeliverabilityReport(Resource, id="deliverability.report", section="Deliverability"):
    """How much mail arrives on the whole."""

    @operation("GET", "/v1/deliverability/report")
    async def get(self) -> DeliveryReport:
        """Get how much mail arrives on the whole."""


class Deliverability(Resource, id="deliverability", section="Deliverability"):
    """How much mail arrives."""

    domains = Child(DeliverabilityDomains)
    report = Child(DeliverabilityReport)
    reputation = Child(DeliverabilityReputation)
