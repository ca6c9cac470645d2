"""Models of designs."""

from __future__ import annotations

from .base import Identified, Moment


class Design(Identified):
    """Content for messages."""

    name: str | None = None
    html_content: str | None = None
    text_content: str | None = None
    subject: str | None = None
    category: str | None = None
    thumbnail_url: str | None = None
    created_at: Moment = None
    updated_at: Moment = None


class PrebuiltDesign(Identified):
    """Content for messages that the platform has ready."""

    name: str | None = None
    html_content: str | None = None
    text_content: str | None = None
    subject: str | None = None
    category: str | None = None
    thumbnail_url: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
