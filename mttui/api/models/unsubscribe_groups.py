"""Models of unsubscribe groups."""

from __future__ import annotations

from .base import Model


class UnsubscribeGroup(Model):
    """Unsubscribe group."""


class UnsubscribeGroupMember(Model):
    """Unsubscribe groups email."""
