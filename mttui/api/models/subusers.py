"""Models of subusers."""

from __future__ import annotations

from .base import Model


class SubuserReputation(Model):
    """How receivers rate a sub-account's mail."""


class SubuserStats(Model):
    """What a sub-account sent."""


class SubuserMonthlyStats(Model):
    """What a sub-account sent in a month."""


class SubuserCredits(Model):
    """How much sub-accounts may send."""


class SubuserIp(Model):
    """An address that sub-accounts send from."""
