"""Quotas: how much may be sent and asked, and how much of it is used."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "quotas",
        one="quota",
        name="plan",
        sections=(
            Section(
                "Today",
                (
                    Field("daily_used", "Used"),
                    Field("daily_limit", "Limit"),
                    Field("daily_remaining", "Left"),
                ),
            ),
            Section(
                "This month",
                (
                    Field("monthly_used", "Used"),
                    Field("monthly_limit", "Limit"),
                    Field("monthly_remaining", "Left"),
                ),
            ),
            Section(
                "Requests to the API",
                (
                    Field("rate_limit", "Limit"),
                    Field("rate_limit_remaining", "Left"),
                    Field("rate_limit_reset", "Starts anew"),
                ),
            ),
        ),
        relations=(
            Relation("Day by day", "quotas.history.list", {}),
            Relation("Plan", "billing.plan.get", {}),
        ),
    ),
    ResourceView(
        "quotas.history",
        title="Sent day by day",
        one="day",
        name="date",
        columns=(
            Field("date", "From", Kind.TEXT, width=19, priority=9),
            Field("sent", priority=8),
            Field("percentage", "Used", priority=7),
            Field("limit", priority=6),
        ),
        empty="Nothing was sent yet.",
    ),
)
