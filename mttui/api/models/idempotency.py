"""Models of idempotency."""

from __future__ import annotations

from .base import Id, Model, Moment


class IdempotencyRecord(Model):
    """A request that is remembered by its key."""

    key: str | None = None
    status: str | None = None
    message_id: Id | None = None
    response_code: int | None = None
    created_at: Moment = None
    expires_at: Moment = None


class IdempotencySettings(Model):
    """Whether and for how long requests are remembered."""

    enabled: bool | None = None
    ttl_hours: int | None = None
    enforcement: str | None = None
