"""Models of spam reports."""

from __future__ import annotations

from .base import Model


class SpamReport(Model):
    """A contact who called mail spam."""
