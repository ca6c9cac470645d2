"""Threads: who wrote about what, and whose turn it is."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "threads",
        name="subject",
        key="id",
        columns=(
            Field("subject", width=24, grow=3, priority=9),
            Field("contact_email", "With", Kind.TEXT, width=22, grow=2, priority=7),
            Field("status", kind=Kind.STATUS, width=8, priority=8),
            Field("labels", kind=Kind.LIST, width=12, grow=1, priority=4),
            Field("message_count", "Messages", Kind.COUNT, width=8, priority=3),
            Field("updated_at", "Last", Kind.MOMENT, width=5, priority=6),
        ),
        sections=(
            Section(
                "Thread",
                (
                    Field("subject"),
                    Field("contact_email", "With", Kind.TEXT),
                    Field("status", kind=Kind.STATUS),
                    Field("labels", kind=Kind.LIST),
                    Field("message_count", "Messages", Kind.COUNT),
                    Field("created_at", "Began", Kind.MOMENT),
                    Field("updated_at", "Last", Kind.MOMENT),
                ),
            ),
        ),
        relations=(
            Relation("Messages", "threads.messages.list", {"id": "id"}),
            *of_address("contact_email"),
        ),
        actions=(
            Action("threads.reply", "Reply", "r"),
            Action("threads.status.update", "Set the status", "s"),
            Action("threads.labels.update", "Set the labels", "l"),
        ),
        empty="Nobody wrote.",
    ),
    ResourceView(
        "threads.messages",
        title="Messages",
        one="message",
        name="subject",
        key="id",
        columns=(
            Field("from_", kind=Kind.TEXT, width=26, grow=2, priority=9),
            Field("direction", kind=Kind.STATUS, width=9, priority=7),
            Field("subject", width=20, grow=2, priority=6),
            Field("body_text", "Says", Kind.TEXT, width=20, grow=3, priority=4),
            Field("received_at", "Age", Kind.MOMENT, width=5, priority=8),
        ),
        sections=(
            Section(
                "Message",
                (
                    Field("from_", kind=Kind.TEXT),
                    Field("to", kind=Kind.TEXT),
                    Field("subject"),
                    Field("received_at", "When", Kind.MOMENT),
                ),
            ),
            Section(
                "Content", (Field("body_text", "Text", Kind.BODY), Field("body_html", "HTML", Kind.BODY))
            ),
        ),
    ),
)
