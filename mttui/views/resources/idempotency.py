"""Idempotency: whether requests sent twice count once, and what came of a key."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView("idempotency.config", title="Idempotency settings", one="idempotency settings"),
    ResourceView(
        "idempotency.records",
        title="Idempotency key",
        one="idempotency key",
        name="key",
        key="key",
        sections=(
            Section(
                "Key",
                (
                    Field("key"),
                    Field("status", kind=Kind.STATUS),
                    Field("response_code", kind=Kind.TEXT),
                    Field("message_id", "Message"),
                    Field("created_at", "Used"),
                    Field("expires_at", "Expires"),
                ),
            ),
        ),
        relations=(Relation("Way of the message", "events.list_by_message", {"message_id": "message_id"}),),
    ),
)
