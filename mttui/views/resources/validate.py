"""Validation: which of many addresses can be reached."""

from __future__ import annotations

from mttui.views.resource import Field, ResourceView, Section

VIEWS = (
    ResourceView(
        "validate.bulk",
        runs=True,
        title="Validation of many addresses",
        one="validation",
        sections=(
            Section(
                "Validation",
                (
                    Field("status"),
                    Field("total_emails", "Addresses"),
                    Field("valid"),
                    Field("risky"),
                    Field("invalid"),
                    Field("created_at", "Asked for"),
                    Field("completed_at", "Done"),
                ),
            ),
            Section("Addresses", (Field("results"),)),
        ),
    ),
)
