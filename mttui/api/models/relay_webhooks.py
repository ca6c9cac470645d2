"""Models of relay webhooks."""

from __future__ import annotations

from .base import Identified, Moment


class RelayWebhook(Identified):
    """Where inbound mail is passed on to."""

    name: str | None = None
    domain: str | None = None
    target_url: str | None = None
    active: bool | None = None
    created_at: Moment = None
