"""The audit log: who did what to what, from where."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "audit_logs",
        title="Audit log",
        one="action",
        name="action",
        columns=(
            Field("user_email", "Who", width=26, grow=3, priority=9),
            Field("action", "Did", Kind.STATUS, width=9, priority=8),
            Field("resource", "To", Kind.STATUS, width=14, grow=1, priority=7),
            Field("resource_id", "Which", width=9, grow=1, priority=3),
            Field("ip_address", "From", width=13, priority=6),
            Field("timestamp", "Age", priority=8),
        ),
        sections=(
            Section(
                "Action",
                (
                    Field("user_email", "Who"),
                    Field("action", "Did", Kind.STATUS),
                    Field("resource", "To", Kind.STATUS),
                    Field("resource_id", "Which"),
                    Field("timestamp", "When"),
                    Field("ip_address", "From"),
                    Field("user_id", "User"),
                ),
            ),
            Section("Details", (Field("details"),)),
        ),
        relations=(
            Relation("All that did the same", "audit_logs.list", {"action": "action"}),
            Relation("Teammates", "teammates.list", {}),
            Relation("Who may call the API", "ip_access.list", {}),
        ),
        empty="Nobody did anything in this time.",
    ),
)
