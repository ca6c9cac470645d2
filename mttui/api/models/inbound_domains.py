"""Models of inbound domains."""

from __future__ import annotations

from .base import Identified, Moment


class InboundDomain(Identified):
    """A domain that the platform receives mail for."""

    domain: str | None = None
    mx_verified: bool | None = None
    created_at: Moment = None
