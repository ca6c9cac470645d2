"""Models of mailing lists."""

from __future__ import annotations

from .base import Identified, Input, Model, Moment


class MailingList(Identified):
    """An address that stands for many."""

    address: str | None = None
    name: str | None = None
    description: str | None = None
    member_count: int | None = None
    created_at: Moment = None


class MemberVars(Model):
    """Values for merge tags; others than this one come along as unknown fields."""

    company: str | None = None


class Member(Model):
    """Who is on a mailing list."""

    email: str | None = None
    name: str | None = None
    vars: MemberVars | None = None
    subscribed: bool | None = None
    created_at: Moment = None


class MembersAdded(Model):
    """What came of adding several members."""

    added: int | None = None
    skipped: int | None = None


class MemberInput(Input):
    """A new member of a mailing list."""

    email: str
    """The member's address."""
    name: str | None = None
    """The member's name."""
