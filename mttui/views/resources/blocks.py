"""Blocks: addresses whose provider refused the mail for its sender or content, not for the mailbox."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

VIEWS = (
    ResourceView(
        "blocks",
        name="email",
        key="email",
        relations=(
            Relation("Contact", "contacts.list", {"search": "email"}),
            Relation("Events of the address", "events.list", {"email": "email"}),
            Relation("Blocked bounces", "bounces.list", {}, {"type": "block"}),
        ),
        empty="No provider blocks your mail.",
    ),
)
