"""Models of inbound parse."""

from __future__ import annotations

from .base import Model


class InboundParseSetting(Model):
    """Inbound parse setting."""

    hostname: str | None = None
    url: str | None = None
    spam_check: bool | None = None
    send_raw: bool | None = None


class InboundParseStat(Model):
    """Inbound parse stat."""
