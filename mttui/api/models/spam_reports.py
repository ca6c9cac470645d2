"""Models of spam reports."""

from __future__ import annotations

from .base import Model, Moment


class SpamReport(Model):
    """A contact who called mail spam.

    The reference shows no fields; these are the sandbox's own.
    """

    email: str | None = None
    reported_at: Moment = None
    reason: str | None = None
