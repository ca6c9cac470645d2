"""Suppression: the addresses that are never sent to, and why."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, ResourceView

VIEWS = (
    ResourceView(
        "suppression",
        title="Suppressed addresses",
        one="suppressed address",
        name="email",
        key="email",
        columns=(
            Field("email", width=26, grow=3, priority=9),
            Field("type", width=17, priority=7),
            Field("source", width=14, priority=6),
            Field("created_at", "Age", priority=8),
        ),
        relations=of_address(),
        empty="No address is suppressed. Press n to add those that must not be sent to.",
    ),
)
