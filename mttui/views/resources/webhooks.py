"""Webhooks: where events are sent to, whether they arrive, and how they are signed."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

_EGRESS = Relation("Delivery of all webhooks", "webhooks.egress_stats.get", {})
_CONFIG = Relation("Batches, retries and pace", "webhooks.egress_config.get", {})

VIEWS = (
    ResourceView(
        "webhooks",
        name="name",
        key="id",
        columns=(
            Field("name", width=14, grow=2, priority=9),
            Field("target_url", "Sends to", width=18, grow=3, priority=5),
            Field("is_active", "On", width=4, priority=8),
            Field("last_status", "Last", width=8, priority=7),
            Field("last_success", "Success", Kind.MOMENT, width=8, priority=6),
            Field("last_failure", "Failure", Kind.MOMENT, width=8, priority=6),
            Field("events", width=18, grow=2, priority=2),
            Field("created_at", "Age", priority=3),
        ),
        sections=(
            Section(
                "Webhook",
                (
                    Field("name"),
                    Field("target_url", "Sends to"),
                    Field("is_active", "On"),
                    Field("events"),
                    Field("assignment", "For", Kind.STATUS),
                    Field("sub_account_name", "Subaccount"),
                    Field("created_at", "Added"),
                    Field("updated_at", "Changed"),
                ),
            ),
            Section(
                "Deliveries",
                (
                    Field("last_status", "Last"),
                    Field("last_success", kind=Kind.MOMENT),
                    Field("last_failure", kind=Kind.MOMENT),
                ),
            ),
            Section(
                "Authentication",
                (
                    Field("authentication_id", "Way"),
                    Field("username"),
                    Field("client_id", "Client"),
                    Field("token_url", "Token from"),
                ),
            ),
        ),
        relations=(
            Relation("Deliveries", "webhooks.batch_status.get", {}),
            _EGRESS,
            _CONFIG,
            Relation("Signing keys", "webhooks.security.list", {}),
        ),
        actions=(Action("webhooks.test", "Send a test", "t"),),
        empty="Nobody is told of events. Press n for a URL that they are sent to.",
    ),
    ResourceView(
        "webhooks.batch_status",
        title="Deliveries",
        one="delivery status",
        name="webhook_id",
        sections=(
            Section(
                "Deliveries",
                (Field("pending"), Field("delivered"), Field("failed"), Field("last_delivered", "Last")),
            ),
        ),
        relations=(_EGRESS,),
    ),
    ResourceView(
        "webhooks.egress_stats",
        title="Delivery of webhooks",
        one="delivery",
        sections=(
            Section(
                "Delivery",
                (
                    Field("success_rate"),
                    Field("avg_latency_ms", "Latency (ms)"),
                    Field("total_pending", "Waiting"),
                    Field("total_failed", "Failed"),
                    Field("total_delivered", "Delivered"),
                ),
            ),
        ),
        relations=(_CONFIG, Relation("Webhooks", "webhooks.list", {})),
    ),
    ResourceView(
        "webhooks.egress_config",
        title="Delivery settings of webhooks",
        one="delivery settings",
        relations=(_EGRESS,),
    ),
    ResourceView(
        "webhooks.security",
        title="Signing keys of webhooks",
        one="signing key",
        name="name",
        key="id",
        columns=(
            Field("name", width=20, grow=3, priority=9),
            Field("enabled", width=8, priority=8),
            Field("created_at", "Age", priority=7),
        ),
        sections=(
            Section(
                "Signing",
                (
                    Field("name"),
                    Field("enabled"),
                    Field("signing_key", kind=Kind.SECRET),
                    Field("created_at", "Made"),
                ),
            ),
        ),
        empty="Webhooks are not signed: whoever knows the URL can make events up. Press n to sign them.",
    ),
)
