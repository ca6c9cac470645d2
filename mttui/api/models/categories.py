"""Models of categories."""

from __future__ import annotations

from .base import Model, Moment


class Category(Model):
    """Category."""

    name: str | None = None
    description: str | None = None
    message_count: int | None = None
    last_used_at: Moment = None


class CategoryStats(Model):
    """Categories stat."""
