"""Models of tracking domains."""

from __future__ import annotations

from .base import Model


class TrackingDomain(Model):
    """A domain of one's own for tracked links."""

    verified: bool | None = None
