"""Models of ip pools."""

from __future__ import annotations

from .base import Model


class IpPool(Model):
    """A group of addresses that mail is sent from."""
