"""Models of user."""

from __future__ import annotations

from .base import Model


class Profile(Model):
    """The person's name and the like.

    The reference shows no fields; these are the sandbox's own.
    """

    first_name: str | None = None
    last_name: str | None = None
    phone: str | None = None
    company: str | None = None
    city: str | None = None
    country: str | None = None
    timezone: str | None = None
    language: str | None = None


class ProfileEmail(Model):
    """The address that the person signs in with.

    The reference shows no fields; these are the sandbox's own.
    """

    email: str | None = None


class ProfileUsername(Model):
    """The name that the person signs in with.

    The reference shows no fields; these are the sandbox's own.
    """

    username: str | None = None


class AccountCredits(Model):
    """What the account may still send.

    The reference shows no fields; these are the sandbox's own.
    """

    total: int | None = None
    used: int | None = None
    remaining: int | None = None
