"""SMTP credentials: who may hand in mail by SMTP, and when they last did."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "smtp_credentials",
        title="SMTP credentials",
        one="SMTP credential",
        name="name",
        key="id",
        columns=(
            Field("name", width=16, grow=2, priority=9),
            Field("username", "User name", width=18, grow=2, priority=8),
            Field("last_used_from", "Last used from", width=15, priority=5),
            Field("last_used_at", "Used", width=6, priority=6),
            Field("tls", "TLS", width=4, priority=4),
            Field("created_at", "Age", priority=7),
        ),
        sections=(
            Section(
                "Credential",
                (
                    Field("name"),
                    Field("username", "User name"),
                    Field("password", kind=Kind.SECRET),
                    Field("created_at", "Made"),
                    Field("created_from", "Made from"),
                    Field("api_key_id", "By API key"),
                ),
            ),
            Section("Server", (Field("host"), Field("port", kind=Kind.TEXT), Field("tls", "TLS"))),
            Section("Use", (Field("last_used_at", "Last used"), Field("last_used_from", "From"))),
        ),
        relations=(
            Relation("Who made and deleted what", "audit_logs.list", {}),
            Relation("Message events", "events.list", {}),
        ),
        empty="Nobody can hand in mail by SMTP. Press n to make a credential: its password shows only then.",
    ),
)
