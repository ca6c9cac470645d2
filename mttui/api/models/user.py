"""Models of user."""

from __future__ import annotations

from .base import Model


class UserProfileInfo(Model):
    """User profile info."""


class UserEmailInfo(Model):
    """User email info."""


class UserUsernameInfo(Model):
    """User username info."""


class UserCredit(Model):
    """User credit."""
