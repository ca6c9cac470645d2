"""Batches: how much of each is out."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Relation, ResourceView

from .reasons import only_when

VIEWS = (
    ResourceView(
        "batches",
        title="Batches",
        one="batch",
        name="name",
        key="id",
        columns=(
            Field("name", width=22, grow=3, priority=9),
            Field("status", width=9, priority=8),
            Field("sent_count", "Sent", width=8, priority=7),
            Field("message_count", "Messages", width=9, priority=7),
            Field("scheduled_for", "Due", width=7, priority=5),
            Field("created_at", "Age", width=4, priority=6),
        ),
        relations=(
            Relation("Scheduled messages", "scheduled_messages.list", {}),
            Relation("Sending queues", "sending_queues.get", {}),
        ),
        actions=(
            Action(
                "batches.send",
                "Send now",
                "s",
                unless=only_when(
                    "status",
                    "pending",
                    "draft",
                    "scheduled",
                    say="The batch is {state}: it can be sent only once.",
                ),
            ),
        ),
        empty="There is no batch. Press n to hand one in.",
    ),
)
