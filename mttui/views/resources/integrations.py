"""Integrations: the services that are connected."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView, Section

VIEWS = (
    ResourceView(
        "integrations",
        name="name",
        key="id",
        columns=(
            Field("name", width=20, grow=3, priority=9),
            Field("provider", kind=Kind.STATUS, width=14, grow=1, priority=7),
            Field("active", width=6, priority=8),
            Field("created_at", "Age", priority=6),
        ),
        sections=(
            Section(
                "Integration",
                (Field("name"), Field("provider"), Field("active"), Field("created_at", "Added")),
            ),
            Section("Settings", (Field("config"),)),
        ),
        empty="Nothing is connected. Press n to connect a service.",
    ),
)
