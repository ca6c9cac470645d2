"""Models of labels."""

from __future__ import annotations

from .base import Identified, Moment


class Label(Identified):
    """A group of contacts."""

    name: str | None = None
    description: str | None = None
    color: str | None = None
    contact_count: int | None = None
    created_at: Moment = None
    updated_at: Moment = None
