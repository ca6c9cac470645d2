"""Inbound mail: what came in, from whom, and where it is passed on to."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "inbound.messages",
        title="Inbound messages",
        one="inbound message",
        name="subject",
        key="id",
        columns=(
            Field("from_", "From", width=30, grow=2, priority=9),
            Field("subject", width=22, grow=3, priority=8),
            Field("to", width=20, grow=1, priority=5),
            Field("attachments", "Files", width=9, priority=2),
            Field("received_at", "Age", width=4, priority=7),
        ),
        sections=(
            Section(
                "Message",
                (
                    Field("from_", "From"),
                    Field("to"),
                    Field("subject"),
                    Field("received_at", "Received"),
                    Field("attachments", "Files"),
                ),
            ),
            Section(
                "Content", (Field("body_text", "Text", Kind.BODY), Field("body_html", "HTML", Kind.BODY))
            ),
        ),
        relations=(
            *of_address("from_"),
            Relation("Threads", "threads.list", {}),
            Relation("Where it is passed on to", "inbound.routes.list", {}),
        ),
        empty="Nothing came in. See the inbound domains for what is received.",
    ),
    ResourceView(
        "inbound.routes",
        title="Inbound routes",
        one="inbound route",
        name="domain",
        key="id",
        columns=(
            Field("domain", width=24, grow=2, priority=9),
            Field("forward_url", "Passed on to", Kind.TEXT, width=26, grow=3, priority=8),
            Field("created_at", "Age", Kind.MOMENT, width=4, priority=7),
        ),
        relations=(
            Relation("Inbound domains", "inbound_domains.list", {}),
            Relation("Inbound messages", "inbound.messages.list", {}),
        ),
        empty="Mail that comes in is kept, and passed on to nobody. Press n to pass a domain's mail on.",
    ),
)
