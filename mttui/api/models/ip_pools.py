"""Models of ip pools."""

from __future__ import annotations

from .base import Identified, Moment


class IpPool(Identified):
    """A group of addresses that mail is sent from.

    The reference shows no fields; these are the sandbox's own.
    """

    created_at: Moment = None
    name: str | None = None
    ips: tuple[str, ...] = ()
    ip_count: int | None = None
