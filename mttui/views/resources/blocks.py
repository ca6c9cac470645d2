"""Blocks: addresses whose provider refused the mail for its sender or content, not for the mailbox."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import ResourceView

VIEWS = (
    ResourceView(
        "blocks",
        name="email",
        key="email",
        relations=of_address(),
        empty="No provider blocks your mail.",
    ),
)
