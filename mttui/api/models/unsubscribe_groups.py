"""Models of unsubscribe groups."""

from __future__ import annotations

from .base import Model


class UnsubscribeGroup(Model):
    """A kind of mail that a person can opt out of."""


class UnsubscribeGroupMember(Model):
    """An address that opted out of a kind of mail."""
