"""Models of verified senders."""

from __future__ import annotations

from .base import Model


class VerifiedSender(Model):
    """Verified sender."""


class VerifiedSendersStepsCompletedInfo(Model):
    """Verified senders steps completed info."""


class VerifiedSendersDomainWarning(Model):
    """Verified senders domain warning."""
