"""Models of billing."""

from __future__ import annotations

from .base import Day, Identified, Model


class BillingPlanInfo(Model):
    """What the account pays for."""

    name: str | None = None
    type: str | None = None
    monthly_limit: int | None = None
    price: float | None = None
    currency: str | None = None
    billing_date: Day = None


class BillingInvoice(Identified):
    """What was charged once."""

    date: Day = None
    amount: float | None = None
    currency: str | None = None
    status: str | None = None
    pdf_url: str | None = None


class BillingUsageInfo(Model):
    """What was sent and what it costs."""

    total_sent: int | None = None
    total_cost: float | None = None
