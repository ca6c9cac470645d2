"""Seed tests: how much of a message landed in the inbox, provider by provider."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, ResourceView, Section

VIEWS = (
    ResourceView(
        "seed_tests",
        runs=True,
        title="Seed tests",
        one="seed test",
        sections=(
            Section("Test", (Field("status", kind=Kind.STATUS), Field("inbox_rate", "In the inbox"))),
            Section("Mailboxes", (Field("results"),)),
        ),
    ),
)
