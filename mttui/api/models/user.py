"""Models of user."""

from __future__ import annotations

from .base import Model


class Profile(Model):
    """User profile info."""


class ProfileEmail(Model):
    """User email info."""


class ProfileUsername(Model):
    """User username info."""


class AccountCredits(Model):
    """User credit."""
