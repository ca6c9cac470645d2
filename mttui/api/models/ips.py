"""Models of ips."""

from __future__ import annotations

from .base import Identified, Model


class Ip(Model):
    """An address that mail is sent from."""


class IpWarmup(Identified):
    """How the warm-up of an address stands."""

    warmup_status: str | None = None
    warmup_started_at: str | None = None
