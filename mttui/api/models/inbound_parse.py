"""Models of inbound parse."""

from __future__ import annotations

from .base import Model


class ParseSetting(Model):
    """Inbound parse setting."""

    hostname: str | None = None
    url: str | None = None
    spam_check: bool | None = None
    send_raw: bool | None = None


class ParseStats(Model):
    """Inbound parse stat."""
