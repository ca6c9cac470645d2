"""Models of validate."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model, Moment


class SingleValidation(Model):
    """Whether an address can be reached.

    The reference shows no fields; these are the sandbox's own.
    """

    email: str | None = None
    result: str | None = None
    reason: str | None = None
    score: int | None = None
    syntax: bool | None = None
    domain: bool | None = None
    role: bool | None = None
    disposable: bool | None = None
    bounced: bool | None = None


class BulkValidation(Identified):
    """Which of many addresses can be reached."""

    status: str | None = None
    total_emails: int | None = None
    valid: int | None = None
    invalid: int | None = None
    risky: int | None = None
    results: tuple[Any, ...] = ()
    created_at: Moment = None
    completed_at: Moment = None
