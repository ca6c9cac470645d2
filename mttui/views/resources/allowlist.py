"""Allowlist: addresses and domains that are sent to, whatever the checks say."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView

VIEWS = (
    ResourceView(
        "allowlist",
        one="entry",
        name="value",
        key="value",
        columns=(
            Field("value", "Address or domain", width=26, grow=3, priority=9),
            Field("type", kind=Kind.STATUS, width=8, priority=7),
            Field("created_at", "Age", priority=8),
        ),
        empty="Nothing is allowed in particular. Press n for an address or a domain.",
    ),
)
