"""Recipient lists: addresses that are kept to be written to together."""

from __future__ import annotations

from mttui.views.resource import Field, ResourceView, Section

VIEWS = (
    ResourceView(
        "recipient_lists",
        name="name",
        key="id",
        columns=(
            Field("name", width=22, grow=2, priority=9),
            Field("total_count", "Addresses", width=9, priority=8),
            Field("description", width=20, grow=3, priority=5),
            Field("updated_at", "Changed", priority=3),
            Field("created_at", "Age", width=4, priority=7),
        ),
        sections=(
            Section(
                "List",
                (
                    Field("name"),
                    Field("description"),
                    Field("total_count", "Addresses"),
                    Field("created_at", "Made"),
                    Field("updated_at", "Changed"),
                    Field("recipients"),
                ),
            ),
        ),
        empty="There is no recipient list. Press n to make one.",
    ),
)
