"""Snippets: parts that many messages share."""

from __future__ import annotations

from mttui.views.resource import Field, ResourceView, Section

VIEWS = (
    ResourceView(
        "snippets",
        name="name",
        key="id",
        columns=(
            Field("name", width=22, grow=2, priority=9),
            Field("text", width=24, grow=4, priority=7),
            Field("html", "Size", width=9, priority=4),
            Field("updated_at", "Changed", priority=3),
            Field("created_at", "Age", width=4, priority=6),
        ),
        sections=(
            Section("Snippet", (Field("name"), Field("created_at", "Made"), Field("updated_at", "Changed"))),
            Section("Content", (Field("text"), Field("html", "HTML"))),
        ),
        empty="There is no snippet. Press n to keep a part that many messages share.",
    ),
)
