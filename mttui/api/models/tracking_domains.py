"""Models of tracking domains."""

from __future__ import annotations

from .base import Model


class TrackingDomain(Model):
    """Tracking domain."""

    verified: bool | None = None
