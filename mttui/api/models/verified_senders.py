"""Models of verified senders."""

from __future__ import annotations

from typing import Any

from .base import Identified, Model, Moment


class VerifiedSender(Identified):
    """A sender that proved its address by a token.

    No source shows the answer: the first four fields are named as they are sent, the others are the
    sandbox's own.
    """

    from_email: str | None = None
    from_name: str | None = None
    reply_to: str | None = None
    """Where answers go."""
    nickname: str | None = None
    """What people in the account call it."""
    verified: bool | None = None
    created_at: Moment = None
    updated_at: Moment = None


class SenderSteps(Model):
    """What is done of what makes a sender fit to send.

    The reference shows no fields; these are the sandbox's own.
    """

    sender_verified: bool | None = None
    domain_verified: bool | None = None


class SenderDomainWarnings(Model):
    """Something that is wrong with a domain that mail is sent from.

    The reference shows no fields; these are the sandbox's own.
    """

    domain: str | None = None
    warnings: tuple[Any, ...] = ()
