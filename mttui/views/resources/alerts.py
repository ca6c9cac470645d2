"""Alerts: which figure is watched, from where on it is said, and how."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView

VIEWS = (
    ResourceView(
        "alerts",
        name="type",
        key="id",
        columns=(
            Field("type", "Watches", Kind.STATUS, width=20, grow=3, priority=9),
            Field("threshold", width=9, priority=8),
            Field("channel", "Says it by", width=12, priority=6),
            Field("active", width=6, priority=7),
            Field("updated_at", "Changed", priority=3),
            Field("created_at", "Age", priority=5),
        ),
        relations=(
            Relation("Statistics", "stats.get", {}),
            Relation("Reputation", "reputation.score.get", {}),
            Relation("Bounces", "bounces.list", {}),
        ),
        empty="Nothing is watched. Press n, say for a bounce rate of 5 percent.",
    ),
)
