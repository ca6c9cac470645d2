"""Seed lists: mailboxes of one's own at each provider, to see where a message lands."""

from __future__ import annotations

from mttui.views.resource import ResourceView

VIEWS = (
    ResourceView(
        "seed_lists",
        title="Seed lists",
        one="seed list",
        name="name",
        key="id",
        empty="There are no seed lists. Press n, and give mailboxes of your own at several providers.",
    ),
)
