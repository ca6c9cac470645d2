"""Models of snippets."""

from __future__ import annotations

from .base import Identified, Moment


class Snippet(Identified):
    """Snippet."""

    name: str | None = None
    html: str | None = None
    text: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
