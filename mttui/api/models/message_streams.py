"""Models of message streams."""

from __future__ import annotations

from .base import Identified, Moment


class MessageStream(Identified):
    """A kind of mail that is kept apart."""

    name: str | None = None
    type: str | None = None
    description: str | None = None
    active: bool | None = None
    created_at: Moment = None
    updated_at: Moment = None
