"""Automations: which mail goes out by itself, and what it does."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, Relation, ResourceView

from .reasons import when

VIEWS = (
    ResourceView(
        "automations",
        name="name",
        key="id",
        columns=(
            Field("name", width=24, grow=3, priority=9),
            Field("status", width=9, priority=8),
            Field("contact_count", "Contacts", width=9, priority=7),
            Field("created_at", "Age", Kind.MOMENT, width=4, priority=6),
        ),
        relations=(
            Relation("What it did", "marketing_stats.automations.get", {"id": "id"}),
            Relation("Clicked links", "marketing_stats.automations.links.list", {"id": "id"}),
        ),
        actions=(
            Action(
                "automations.activate",
                "Activate",
                "t",
                unless=when("status", "active", say="The automation is active."),
            ),
        ),
        empty="Nothing goes out by itself. Press n to make an automation.",
    ),
)
