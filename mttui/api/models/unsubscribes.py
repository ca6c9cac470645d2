"""Models of unsubscribes."""

from __future__ import annotations

from .base import Id, Model, Moment


class Unsubscribe(Model):
    """A contact who wants no more mail."""

    email: str | None = None
    reason: str | None = None
    origin: str | None = None
    campaign_id: Id | None = None
    unsubscribed_at: Moment = None
