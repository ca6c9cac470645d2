"""Single sends: one mailing, from design to schedule."""

from __future__ import annotations

from .base import Id, Identified, Moment


class SingleSend(Identified):
    """A single send."""

    name: str = ""
    subject: str = ""
    status: str | None = None
    """No values are documented."""
    sender_id: Id | None = None
    list_ids: tuple[Id, ...] = ()
    segment_ids: tuple[Id, ...] = ()
    design_id: Id | None = None
    send_at: Moment = None
    created_at: Moment = None
    updated_at: Moment = None
