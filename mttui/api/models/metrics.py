"""Metrics: how a period's messages spread over one dimension."""

from __future__ import annotations

from .base import Id, Model


class MetricShare(Model):
    """One value of the dimension and its part."""

    key: Id = ""
    """The value: an IP address, a template id, an SMTP code, a link."""
    label: str | None = None
    """What people call it; the bounce classifications have none."""
    count: int | None = None
    percentage: float | None = None
    """Percent of all messages of the breakdown."""
