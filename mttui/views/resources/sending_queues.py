"""Sending queues: what waits, what is on its way, and what failed."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

VIEWS = (
    ResourceView(
        "sending_queues",
        title="Sending queues",
        one="sending queues",
        relations=(
            Relation("Scheduled messages", "scheduled_messages.list", {}),
            Relation("Messages that failed", "email_activity.messages.list", {}, {"status": "failed"}),
            Relation("Sending status", "velocity.status.get", {}),
        ),
    ),
)
