"""Models of recipient lists."""

from __future__ import annotations

from .base import Identified, Moment


class RecipientList(Identified):
    """Addresses that are mailed together."""

    name: str | None = None
    description: str | None = None
    total_count: int | None = None
    recipients: tuple[str, ...] = ()
    created_at: Moment = None
    updated_at: Moment = None
