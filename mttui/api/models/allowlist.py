"""Models of allowlist."""

from __future__ import annotations

from typing import Literal

from .base import Input, Model, Moment


class AllowlistEntry(Model):
    """An address or a domain that mail always goes to."""

    value: str | None = None
    type: str | None = None
    created_at: Moment = None


class AllowlistImport(Model):
    """What came of adding several entries."""

    imported: int | None = None
    skipped: int | None = None


class AllowlistEntryInput(Input):
    """An address or a domain that is to be allowed."""

    value: str
    type: Literal["email", "domain"]
