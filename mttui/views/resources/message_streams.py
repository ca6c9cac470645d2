"""Message streams: mail of one sort, kept apart from the rest."""

from __future__ import annotations

from mttui.views.resource import Action, Field, Kind, ResourceView

from .reasons import when

VIEWS = (
    ResourceView(
        "message_streams",
        name="name",
        key="id",
        columns=(
            Field("name", width=22, grow=2, priority=9),
            Field("type", kind=Kind.STATUS, width=13, priority=7),
            Field("active", width=6, priority=8),
            Field("description", width=18, grow=3, priority=4),
            Field("created_at", "Age", width=4, priority=6),
        ),
        actions=(
            Action(
                "message_streams.archive",
                "Archive",
                "v",
                unless=when("active", "no", say="The stream is archived."),
            ),
            Action(
                "message_streams.unarchive",
                "Take out of the archive",
                "b",
                unless=when("active", "yes", say="The stream is not archived."),
            ),
        ),
        empty="All mail goes one way. Press n to keep a sort of mail apart.",
    ),
)
