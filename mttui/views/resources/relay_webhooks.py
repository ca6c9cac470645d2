"""Relay webhooks: to which URL the mail of an inbound domain goes."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "relay_webhooks",
        name="name",
        key="id",
        columns=(
            Field("name", width=18, grow=1, priority=9),
            Field("active", "On", width=4, priority=8),
            Field("domain", width=20, grow=1, priority=6),
            Field("target_url", "Sent to", width=24, grow=3, priority=7),
            Field("created_at", "Age", width=4, priority=5),
        ),
        relations=(
            Relation("Inbound domains", "inbound_domains.list", {}),
            Relation("Inbound messages", "inbound.messages.list", {}),
        ),
        empty="No inbound mail goes to a URL. Press n to relay a domain's mail.",
    ),
)
