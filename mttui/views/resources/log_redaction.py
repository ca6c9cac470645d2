"""Log redaction: what is left out of the logs."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "log_redaction.config",
        title="Log redaction",
        one="log redaction",
        sections=(
            Section(
                "Left out of the logs",
                (
                    Field("enabled"),
                    Field("redact_body", "Bodies"),
                    Field("redact_subject", "Subjects"),
                    Field("redact_headers", "Headers"),
                    Field("allowed_fields", "But not"),
                ),
            ),
        ),
        relations=(Relation("API log", "api_logs.list", {}),),
    ),
)
