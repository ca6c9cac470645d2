"""Templates: the versions of each; an older one can be put back."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, ResourceView, Section

VIEWS = (
    ResourceView(
        "templates.versions",
        title="Versions",
        one="version",
        name="version",
        key="id",
        columns=(
            Field("version", kind=Kind.ID, width=8, priority=9),
            Field("created_by", "By", width=22, grow=1, priority=6),
            Field("html", "Size", width=9, priority=5),
            Field("id", width=16, grow=1, priority=4),
            Field("created_at", "Age", width=4, priority=8),
        ),
        sections=(
            Section(
                "Version",
                (
                    Field("version", kind=Kind.ID),
                    Field("created_at", "Made"),
                    Field("created_by", "By"),
                    Field("template_id", "Template"),
                ),
            ),
            Section("Content", (Field("html", "Message"),)),
        ),
        actions=(Action("templates.versions.rollback", "Put back", "b"),),
        empty="The template has no earlier version.",
    ),
)
