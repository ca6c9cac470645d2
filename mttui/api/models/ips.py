"""Models of ips."""

from __future__ import annotations

from .base import Identified, Moment


class Ip(Identified):
    """An address that mail is sent from.

    The reference shows no fields; these are the sandbox's own.
    """

    ip: str | None = None
    pool_id: str | None = None
    pool_name: str | None = None
    warmup_status: str | None = None
    warmup_started_at: Moment = None
    sent: int | None = None
    bounce_rate: float | None = None
    warmup_day: int | None = None
    warmup_total_days: int | None = None
    daily_limit: int | None = None


class IpWarmup(Identified):
    """How the warm-up of an address stands."""

    warmup_status: str | None = None
    warmup_started_at: str | None = None
