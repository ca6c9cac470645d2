"""Models of ips."""

from __future__ import annotations

from .base import Identified, Model


class Ip(Model):
    """Ip."""


class IpWarmup(Identified):
    """Ips warmup info."""

    warmup_status: str | None = None
    warmup_started_at: str | None = None
