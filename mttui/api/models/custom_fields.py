"""Models of custom fields."""

from __future__ import annotations

from .base import Identified, Moment


class CustomField(Identified):
    """A field of contacts that the account defined itself."""

    name: str | None = None
    field_type: str | None = None
    created_at: Moment = None
