"""Models of inbound parse."""

from __future__ import annotations

from .base import Day, Model


class ParseSetting(Model):
    """Where the messages of a host are posted to, and how."""

    hostname: str | None = None
    url: str | None = None
    spam_check: bool | None = None
    send_raw: bool | None = None


class ParseStats(Model):
    """How many inbound messages were taken apart on a day.

    The reference shows no fields; these are the sandbox's own.
    """

    date: Day = None
    received: int | None = None
