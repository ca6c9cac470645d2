"""Models of custom fields."""

from __future__ import annotations

from .base import Identified, Moment


class CustomField(Identified):
    """Custom field."""

    name: str | None = None
    field_type: str | None = None
    created_at: Moment = None
