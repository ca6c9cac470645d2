"""Models of messages."""

from __future__ import annotations

from .base import Model


class Message(Model):
    """What would become of a message."""
