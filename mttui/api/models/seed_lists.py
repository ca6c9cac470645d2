"""Models of seed lists."""

from __future__ import annotations

from .base import Model


class SeedList(Model):
    """Mailboxes that tell where mail lands."""
