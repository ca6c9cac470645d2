"""Unsubscribes: who left, why, and by which campaign."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "unsubscribes",
        name="email",
        key="email",
        columns=(
            Field("email", width=26, grow=3, priority=9),
            Field("reason", width=18, grow=2, priority=6),
            Field("origin", "How", width=10, priority=7),
            Field("campaign_id", "Campaign", width=10, priority=3),
            Field("unsubscribed_at", "Age", priority=8),
        ),
        relations=(Relation("Campaign", "campaigns.get", {"id": "campaign_id"}), *of_address()),
        empty="Nobody unsubscribed. Press n to take somebody off who asked you to.",
    ),
)
