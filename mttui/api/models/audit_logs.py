"""The audit log: who did what, when and from where."""

from __future__ import annotations

from typing import Any

from .base import Id, Identified, Moment


class AuditLog(Identified):
    """One action of one user."""

    user_id: Id | None = None
    user_email: str = ""
    action: str | None = None
    """``delete`` in the reference."""
    resource: str | None = None
    """Kind of what was acted on, as ``campaign``."""
    resource_id: Id | None = None
    ip_address: str | None = None
    timestamp: Moment = None
    details: dict[str, Any] | None = None
    """Whatever belongs to the action; the keys depend on it."""
