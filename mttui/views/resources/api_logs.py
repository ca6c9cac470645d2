"""The API log: who asked what, how it ended, and how long it took."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "api_logs",
        title="API log",
        one="request",
        name="path",
        columns=(
            Field("method", width=6, priority=8),
            Field("path", width=24, grow=3, priority=9),
            Field("status_code", "Status", Kind.TEXT, width=6, priority=8),
            Field("duration", "ms", Kind.NUMBER, width=6, priority=5),
            Field("api_key_id", "Key", width=5, priority=4),
            Field("ip_address", "From", width=13, priority=6),
            Field("timestamp", "Age", priority=7),
        ),
        sections=(
            Section(
                "Request",
                (
                    Field("method"),
                    Field("path"),
                    Field("status_code", "Status", Kind.TEXT),
                    Field("duration", "Took (ms)", Kind.NUMBER),
                    Field("timestamp", "When"),
                    Field("ip_address", "From"),
                    Field("api_key_id", "API key"),
                ),
            ),
        ),
        relations=(
            Relation("Who may call the API", "ip_access.list", {}),
            Relation("Audit log", "audit_logs.list", {}),
        ),
        empty="Nobody asked anything in this time.",
    ),
)
