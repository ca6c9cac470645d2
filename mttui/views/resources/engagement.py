"""Engagement: how lively the account's recipients are, and those of each subaccount."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "engagement.scores",
        title="Engagement",
        one="engagement score",
        relations=(Relation("Of each subaccount", "engagement.subaccount_scores.list", {}),),
    ),
    ResourceView(
        "engagement.subaccount_scores",
        title="Engagement of subaccounts",
        one="engagement score",
        name="name",
        key="subaccount_id",
        columns=(
            Field("name", width=24, grow=3, priority=9),
            Field("score", width=6, priority=8),
            Field("open_rate", "Opened", priority=7),
            Field("click_rate", "Clicked", priority=6),
        ),
        empty="There is no subaccount.",
    ),
)
