"""Unsubscribe groups: kinds of mail that people can leave one by one, and who left them."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Relation, ResourceView

VIEWS = (
    ResourceView(
        "unsubscribe_groups",
        title="Unsubscribe groups",
        one="unsubscribe group",
        name="name",
        key="id",
        relations=(Relation("Who left it", "unsubscribe_groups.emails.list", {}),),
        actions=(Action("unsubscribe_groups.emails.create", "Add addresses"),),
        empty="There are no groups: people can only leave all mail. Press n to make one.",
    ),
    ResourceView(
        "unsubscribe_groups.emails",
        title="Who left the group",
        one="address",
        name="email",
        key="email",
        relations=of_address(),
        empty="Nobody left this group.",
    ),
)
