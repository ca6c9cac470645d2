"""Models of invalid emails."""

from __future__ import annotations

from .base import Model, Moment


class InvalidEmail(Model):
    """Invalid email."""

    email: str | None = None
    reason: str | None = None
    created_at: Moment = None
