"""Bounces and their raw diagnostics."""

from __future__ import annotations

from .base import Id, Identified, Model, Moment


class Bounce(Identified):
    """An address that bounced.

    The reference's list shows no id, yet the dump and reactivation take one: ``id`` is empty where the
    platform sends none.
    """

    email: str = ""
    type: str | None = None
    """``hard`` or ``soft``."""
    reason: str | None = None
    campaign_id: Id | None = None
    bounced_at: Moment = None


class BounceDump(Model):
    """All that is known of a bounce."""

    bounce_id: Id | None = None
    email: str = ""
    type: str | None = None
    """``hard`` or ``soft``."""
    diagnostic_code: str | None = None
    """What the receiving server said, as ``550 5.1.1 User unknown``."""
    mx_host: str | None = None
    raw_headers: str | None = None
    timestamp: Moment = None
