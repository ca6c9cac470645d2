"""Models of reverse dns."""

from __future__ import annotations

from .base import Identified, Moment


class ReverseDnsRecord(Identified):
    """The name of an address that mail is sent from."""

    ip: str | None = None
    rdns: str | None = None
    subdomain: str | None = None
    domain: str | None = None
    valid: bool | None = None
    created_at: Moment = None
