"""Models of ip pools."""

from __future__ import annotations

from .base import Model


class IpPool(Model):
    """Ip pool."""
