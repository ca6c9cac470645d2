"""Designs: what messages look like; those of one's own, and ready ones to copy."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

_COLUMNS = (
    Field("name", width=24, grow=3, priority=9),
    Field("category", kind=Kind.STATUS, width=14, priority=8),
    Field("subject", width=18, grow=2, priority=5),
    Field("updated_at", "Changed", priority=3),
    Field("created_at", "Age", width=4, priority=7),
)
_SECTIONS = (
    Section(
        "Design",
        (
            Field("name"),
            Field("subject"),
            Field("category", kind=Kind.STATUS),
            Field("thumbnail_url", "Picture"),
            Field("created_at", "Made"),
            Field("updated_at", "Changed"),
        ),
    ),
    Section("Content", (Field("text_content", "Text"), Field("html_content", "HTML"))),
)

VIEWS = (
    ResourceView(
        "designs",
        name="name",
        key="id",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(Relation("Single sends", "single_sends.list", {}),),
        actions=(Action("designs.duplicate", "Duplicate", "c"),),
        empty="There is no design. Press n, or copy one of the ready designs.",
    ),
    ResourceView(
        "designs.prebuilt",
        title="Ready designs",
        one="ready design",
        name="name",
        key="id",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(Relation("Designs of your own", "designs.list", {}),),
        actions=(Action("designs.prebuilt.duplicate", "Copy to your designs", "c"),),
    ),
)
