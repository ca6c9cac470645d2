"""Mailing lists: addresses that pass mail on to all their members, and who those are."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "mailing_lists",
        name="name",
        key="id",
        columns=(
            Field("name", width=18, grow=2, priority=9),
            Field("address", width=28, grow=2, priority=7),
            Field("member_count", "Members", width=8, priority=8),
            Field("description", width=16, grow=2, priority=3),
            Field("created_at", "Age", width=4, priority=6),
        ),
        relations=(Relation("Members", "mailing_lists.members.list", {"id": "id"}),),
        actions=(
            Action("mailing_lists.members.create", "Add a member", "m"),
            Action("mailing_lists.members.bulk_create", "Add many members"),
        ),
        empty="There is no mailing list. Press n to make one.",
    ),
    ResourceView(
        "mailing_lists.members",
        title="Members",
        one="member",
        name="email",
        key="email",
        columns=(
            Field("email", width=30, grow=3, priority=9),
            Field("name", width=16, grow=2, priority=6),
            Field("subscribed", width=10, priority=8),
            Field("created_at", "Age", width=4, priority=7),
        ),
        relations=of_address(),
        empty="The list has no member. Press n to add one.",
    ),
)
