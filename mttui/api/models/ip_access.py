"""The addresses that may call the API."""

from __future__ import annotations

from .base import Identified, Moment


class IpAccessRule(Identified):
    """An address that may call the API; those not listed may not.

    The reference does not say what holds while nothing is listed.
    """

    ip: str = ""
    note: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
    """Not in the reference."""
