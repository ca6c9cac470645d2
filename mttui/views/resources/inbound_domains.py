"""Inbound domains: where mail is received, and whether the world knows."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "inbound_domains",
        title="Inbound domains",
        one="inbound domain",
        name="domain",
        key="id",
        columns=(
            Field("domain", width=28, grow=3, priority=9),
            Field("mx_verified", "MX verified", width=11, priority=8),
            Field("created_at", "Age", width=4, priority=7),
        ),
        relations=(
            Relation("Where its mail is passed on to", "inbound.routes.list", {}),
            Relation("Relay webhooks", "relay_webhooks.list", {}),
            Relation("Inbound messages", "inbound.messages.list", {}),
        ),
        empty="No domain receives mail. Press n for one, then publish its MX record.",
    ),
)
