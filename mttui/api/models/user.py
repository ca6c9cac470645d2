"""Models of user."""

from __future__ import annotations

from .base import Model


class Profile(Model):
    """The person's name and the like."""


class ProfileEmail(Model):
    """The address that the person signs in with."""


class ProfileUsername(Model):
    """The name that the person signs in with."""


class AccountCredits(Model):
    """What the account may still send."""
