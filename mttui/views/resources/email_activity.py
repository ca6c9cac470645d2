"""Email activity: how each message stands, and what happened to it."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Field, Relation, ResourceView, Section

from .reasons import only_when

VIEWS = (
    ResourceView(
        "email_activity.messages",
        title="Email activity",
        one="message",
        name="to",
        key="id",
        columns=(
            Field("to", width=28, grow=2, priority=9),
            Field("status", width=10, priority=8),
            Field("subject", width=18, grow=3, priority=6),
            Field("from_", "From", width=22, grow=1, priority=3),
            Field("timestamp", "Age", width=4, priority=7),
        ),
        sections=(
            Section(
                "Message",
                (
                    Field("subject"),
                    Field("status"),
                    Field("to"),
                    Field("from_", "From"),
                    Field("timestamp", "When"),
                ),
            ),
        ),
        relations=(
            Relation("What happened to it", "events.list_by_message", {"message_id": "id"}),
            *of_address("to"),
        ),
        actions=(
            Action(
                "sending_queues.resend",
                "Send again",
                "s",
                {"message_id": "id"},
                only_when("status", "failed", say="The message is {state}: only a failed one is sent again."),
            ),
        ),
        empty="No message went out in this time.",
    ),
    ResourceView(
        "email_activity.export",
        runs=True,
        title="Export of messages",
        one="export",
        name="download_id",
        sections=(
            Section(
                "Export",
                (Field("status"), Field("download_url", "Download"), Field("download_id", "Export")),
            ),
        ),
        relations=(Relation("Messages", "email_activity.messages.list", {}),),
    ),
)
