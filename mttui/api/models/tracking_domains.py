"""Models of tracking domains."""

from __future__ import annotations

from .base import Identified, Moment


class TrackingDomain(Identified):
    """A domain of one's own for tracked links."""

    verified: bool | None = None
    created_at: Moment = None
    """The sandbox's own, as those below."""
    domain: str | None = None
