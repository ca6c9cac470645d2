"""Models of invalid emails."""

from __future__ import annotations

from .base import Model, Moment


class InvalidEmail(Model):
    """An address that no mail can reach."""

    email: str | None = None
    reason: str | None = None
    created_at: Moment = None
