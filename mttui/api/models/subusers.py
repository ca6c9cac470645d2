"""Models of subusers."""

from __future__ import annotations

from .base import Model


class SubusersReputation(Model):
    """Subusers reputation."""


class SubusersStat(Model):
    """Subusers stat."""


class SubusersMonthlyStat(Model):
    """Subusers monthly stat."""


class SubusersCredit(Model):
    """Subusers credit."""


class SubusersIp(Model):
    """Subusers ip."""
