"""Models of segments."""

from __future__ import annotations

from typing import Any

from .base import Identified, Input, Model, Moment


class SegmentRule(Model):
    """What a contact must meet."""

    field: str | None = None
    operator: str | None = None
    value: Any = None


class Segment(Identified):
    """A group of contacts that follows from rules."""

    name: str | None = None
    description: str | None = None
    rules: tuple[SegmentRule, ...] = ()
    contact_count: int | None = None
    created_at: Moment = None
    updated_at: Moment = None


class SegmentRuleInput(Input):
    """What a contact must meet."""

    field: str
    """A field of contacts, as ``city``, ``state`` or ``labels``."""
    operator: str
    """``equals`` in the reference; the docs also name others."""
    value: Any
    """What the field is compared with."""
