"""Labels: what contacts are marked with, and how many have each."""

from __future__ import annotations

from mttui.views.resource import Field, ResourceView

VIEWS = (
    ResourceView(
        "labels",
        name="name",
        key="id",
        columns=(
            Field("name", width=20, grow=2, priority=9),
            Field("contact_count", "Contacts", width=9, priority=8),
            Field("description", width=20, grow=3, priority=5),
            Field("updated_at", "Changed", priority=3),
            Field("created_at", "Age", width=4, priority=7),
        ),
        empty="There is no label. Press n for one: campaigns are sent to labels.",
    ),
)
