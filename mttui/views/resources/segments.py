"""Segments: who fits which rules, and how many they are."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "segments",
        name="name",
        key="id",
        columns=(
            Field("name", width=24, grow=3, priority=9),
            Field("contact_count", "Contacts", width=9, priority=8),
            Field("description", width=16, grow=2, priority=4),
            Field("rules", width=9, priority=5),
            Field("updated_at", "Changed", priority=3),
            Field("created_at", "Age", width=4, priority=7),
        ),
        sections=(
            Section(
                "Segment",
                (Field("name"), Field("description"), Field("contact_count", "Contacts"), Field("rules")),
            ),
        ),
        relations=(Relation("Custom fields to ask for", "custom_fields.list", {}),),
        empty="There is no segment. Press n to tell contacts apart by rules.",
    ),
)
