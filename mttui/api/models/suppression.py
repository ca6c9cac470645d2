"""The suppression list (wire types of the SDKs and of the older dashboard API)."""

from __future__ import annotations

from .base import Identified, Model, Moment


class SuppressionAdded(Model):
    """What came of adding addresses."""

    added: int | None = None
    """Those that were not on the list before."""


class SuppressedAddress(Identified):
    """An address on the list."""

    email: str = ""
    type: str | None = None
    """``Transactional``, ``Non-transactional``; or ``bounce``, ``spam_complaint``, ``unsubscribe``."""
    source: str | None = None
    """Why: ``Manual``, ``Bounce Rule``, ``List Unsubscribe``, ``Link Unsubscribe``, or free text."""
    created_at: Moment = None
