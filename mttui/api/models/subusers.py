"""Models of subusers."""

from __future__ import annotations

from .base import Model


class SubuserReputation(Model):
    """Subusers reputation."""


class SubuserStats(Model):
    """Subusers stat."""


class SubuserMonthlyStats(Model):
    """Subusers monthly stat."""


class SubuserCredits(Model):
    """Subusers credit."""


class SubuserIp(Model):
    """Subusers ip."""
