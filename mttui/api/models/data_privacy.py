"""Models of data privacy."""

from __future__ import annotations

from .base import Identified, Moment


class ErasureRequest(Identified):
    """A request to be forgotten."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None


class OptOutRequest(Identified):
    """A request to get no more mail."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None


class PrivacyRequest(Identified):
    """What a person asked for under privacy law, and how it stands."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None
    completed_at: Moment = None
