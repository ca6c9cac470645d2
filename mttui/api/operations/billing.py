"""Billing: plan, invoices and what was used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.billing import BillingInvoice, BillingPlanInfo, BillingUsageInfo


class BillingPlan(Resource, id="billing.plan", section="Billing"):
    """What the account pays for."""

    @operation("GET", "/v1/billing/plan")
    async def get(self) -> BillingPlanInfo:
        """Get the current billing plan."""


class BillingInvoices(Resource, id="billing.invoices", section="Billing"):
    """What was charged."""

    @operation("GET", "/v1/billing/invoices", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[BillingInvoice]:
        """List invoices.

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
            NotFound: there is no such invoice.
        """


class BillingUsage(Resource, id="billing.usage", section="Billing"):
    """What was sent and what it costs."""

    @operation("GET", "/v1/billing/usage")
    async def get(self, *, date_from: When | None = None, date_to: When | None = None) -> BillingUsageInfo:
        """Get the total sent and its cost for a period.

        Args:
            date_from: the first moment or day that counts.
            date_to: the last moment or day that counts.
        """


class Billing(Resource, id="billing", section="Billing"):
    """Plan, invoices and usage."""

    invoices = Child(BillingInvoices)
    plan = Child(BillingPlan)
    usage = Child(BillingUsage)
