"""Models of unsubscribe groups."""

from __future__ import annotations

from .base import Identified, Model, Moment


class UnsubscribeGroup(Identified):
    """A kind of mail that a person can opt out of.

    The reference shows no fields; these are the sandbox's own.
    """

    description: str | None = None
    created_at: Moment = None
    updated_at: Moment = None
    name: str | None = None
    unsubscribes: int | None = None


class UnsubscribeGroupMember(Model):
    """An address that opted out of a kind of mail.

    The reference shows no fields; these are the sandbox's own.
    """

    email: str | None = None
    group_id: str | None = None
    created_at: Moment = None
