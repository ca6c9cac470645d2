"""Single sends: how far each has come, when it goes out, and from which design."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, Relation, ResourceView

from .reasons import only_when

_WAITS = only_when("status", "draft", "scheduled", say="The single send is {state}: it is sent only once.")
_GOES_OUT = only_when(
    "status", "scheduled", "sending", say="The single send is {state}: it is not scheduled."
)

VIEWS = (
    ResourceView(
        "single_sends",
        name="name",
        key="id",
        columns=(
            Field("name", width=22, grow=3, priority=9),
            Field("status", width=9, priority=8),
            Field("sent_count", "Sent", Kind.COUNT, width=8, priority=6),
            Field("recipient_count", "Recipients", Kind.COUNT, width=10, priority=6),
            Field("subject", width=16, grow=2, priority=3),
            Field("send_at", "Due", width=7, priority=5),
            Field("created_at", "Age", width=4, priority=4),
        ),
        relations=(
            Relation("Sender", "senders.get", {"id": "sender_id"}),
            Relation("Design", "designs.get", {"id": "design_id"}),
            Relation("Sending queues", "sending_queues.get", {}),
        ),
        actions=(
            Action("single_sends.schedule", "Schedule", "t", unless=_WAITS),
            Action("single_sends.unschedule", "Unschedule", "c", unless=_GOES_OUT),
        ),
        empty="There is no single send. Press n to make one.",
    ),
    ResourceView("single_sends.categories", title="Categories of single sends", one="category"),
)
