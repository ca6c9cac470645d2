"""Previews: pictures of a message in several mail clients."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView, Section

VIEWS = (
    ResourceView(
        "preview.inbox",
        runs=True,
        title="Inbox preview",
        one="inbox preview",
        sections=(Section("Preview", (Field("status", kind=Kind.STATUS), Field("screenshots", "Pictures"))),),
    ),
)
