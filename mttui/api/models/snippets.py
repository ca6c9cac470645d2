"""Models of snippets."""

from __future__ import annotations

from .base import Identified, Moment


class Snippet(Identified):
    """A piece of content that is used again and again."""

    name: str | None = None
    html: str | None = None
    text: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
