"""Models of automations."""

from __future__ import annotations

from .base import Id, Identified, Moment


class Automation(Identified):
    """Mail that goes out by itself."""

    name: str | None = None
    status: str | None = None
    contact_count: int | None = None
    automation_id: Id | None = None
    message: str | None = None
    created_at: Moment = None
    """The sandbox's own, as those below."""
    updated_at: Moment = None
