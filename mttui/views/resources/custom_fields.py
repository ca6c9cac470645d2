"""Custom fields: what else is kept of each contact."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView

VIEWS = (
    ResourceView(
        "custom_fields",
        name="name",
        key="id",
        columns=(
            Field("name", width=24, grow=3, priority=9),
            Field("field_type", "Type", Kind.STATUS, width=10, priority=8),
            Field("created_at", "Age", width=4, priority=7),
        ),
        empty="Nothing of your own is kept of contacts. Press n to add a field.",
    ),
)
