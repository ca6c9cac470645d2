"""Models of categories."""

from __future__ import annotations

from .base import Model, Moment


class Category(Model):
    """A name that messages are counted under."""

    name: str | None = None
    description: str | None = None
    message_count: int | None = None
    last_used_at: Moment = None


class CategoryStats(Model):
    """What became of the messages of a category."""
