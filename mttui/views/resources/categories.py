"""Categories: how much mail goes out under each, and what became of it."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "categories",
        title="Categories",
        one="category",
        name="name",
        key="name",
        columns=(
            Field("name", width=18, grow=2, priority=9),
            Field("message_count", "Messages", width=10, priority=8),
            Field("description", width=18, grow=3, priority=4),
            Field("last_used_at", "Last used", width=9, priority=7),
        ),
        relations=(
            Relation("What became of its mail", "categories.stats.get", {"name": "name"}),
            Relation("All categories side by side", "stats.categories.list", {}),
        ),
        empty="No mail names a category. Press n to make one.",
    ),
    ResourceView(
        "categories.stats",
        title="What became of its mail",
        one="figures",
        name="name",
        key="name",
        relations=(Relation("All categories side by side", "stats.categories.list", {}),),
    ),
)
