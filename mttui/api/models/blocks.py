"""Models of blocks."""

from __future__ import annotations

from .base import Model


class Block(Model):
    """An address or a domain whose server refused mail."""
