"""Models of validate."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model, Moment


class SingleValidation(Model):
    """Validate single info."""


class BulkValidation(Identified):
    """Validate bulk info."""

    status: str | None = None
    total_emails: int | None = None
    valid: int | None = None
    invalid: int | None = None
    risky: int | None = None
    results: tuple[Any, ...] = ()
    created_at: Moment = None
    completed_at: Moment = None
