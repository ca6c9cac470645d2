"""Billing: the plan, what was used of it, and the invoices."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

_USAGE = Relation("Usage", "billing.usage.get", {})
_INVOICES = Relation("Invoices", "billing.invoices.list", {})

VIEWS = (
    ResourceView(
        "billing.invoices",
        title="Invoices",
        one="invoice",
        columns=(
            Field("id", "Invoice", width=14, grow=1, priority=9),
            Field("date", width=10, priority=7),
            Field("status", width=10, priority=8),
            Field("amount", priority=6),
            Field("currency", width=8, priority=5),
        ),
        relations=(_USAGE,),
        empty="There are no invoices yet.",
    ),
    ResourceView(
        "billing.plan",
        title="Plan",
        one="plan",
        sections=(
            Section(
                "Plan",
                (
                    Field("name"),
                    Field("type", "Billed", Kind.STATUS),
                    Field("monthly_limit", "Messages a month"),
                    Field("price", kind=Kind.MONEY),
                    Field("currency"),
                    Field("billing_date", "Next invoice"),
                ),
            ),
        ),
        relations=(Relation("Quotas", "quotas.get", {}), _USAGE, _INVOICES),
    ),
    ResourceView(
        "billing.usage",
        title="Usage",
        one="usage",
        sections=(Section("Usage", (Field("total_sent", "Sent"), Field("total_cost", "Cost", Kind.MONEY))),),
        relations=(Relation("Sent day by day", "quotas.history.list", {}), _INVOICES),
    ),
)
