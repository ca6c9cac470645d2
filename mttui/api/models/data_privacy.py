"""Models of data privacy."""

from __future__ import annotations

from .base import Identified, Moment


class ErasureRequest(Identified):
    """Data privacy rtbf info."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None


class OptOutRequest(Identified):
    """Data privacy opt out info."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None


class PrivacyRequest(Identified):
    """Data privacy request."""

    type: str | None = None
    email: str | None = None
    status: str | None = None
    created_at: Moment = None
    completed_at: Moment = None
