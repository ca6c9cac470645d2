"""Billing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.billing import BillingInvoice, BillingPlanInfo, BillingUsageInfo


class BillingPlan(Resource, id="billing.plan", section="Billing"):
    """Billing plan."""

    @operation("GET", "/v1/billing/plan")
    async def get(self) -> BillingPlanInfo:
        """Get the current billing plan."""


class BillingInvoices(Resource, id="billing.invoices", section="Billing"):
    """Billing invoices."""

    @operation("GET", "/v1/billing/invoices", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[BillingInvoice]:
        """List invoices, paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/billing/invoices/{id}")
    async def get(self, id: str) -> BillingInvoice:
        """Get one invoice.

        Args:
            id: the invoice's id.

        Raises:
            NotFound: there is none of that id.
        """


class BillingUsage(Resource, id="billing.usage", section="Billing"):
    """Billing usage."""

    @operation("GET", "/v1/billing/usage")
    async def get(self, *, date_from: When | None = None, date_to: When | None = None) -> BillingUsageInfo:
        """Get the total sent and its cost for a period.

        Args:
            date_from: start of the range.
            date_to: end of the range.
        """


class Billing(Resource, id="billing", section="Billing"):
    """Billing."""

    invoices = Child(BillingInvoices)
    plan = Child(BillingPlan)
    usage = Child(BillingUsage)
