"""Models of mailing lists."""

from __future__ import annotations

from .base import Identified, Input, Model, Moment


class MailingList(Identified):
    """Mailing list."""

    address: str | None = None
    name: str | None = None
    description: str | None = None
    member_count: int | None = None
    created_at: Moment = None


class MemberVars(Model):
    """Mailing lists member vars."""

    company: str | None = None


class Member(Model):
    """Mailing lists member."""

    email: str | None = None
    name: str | None = None
    vars: MemberVars | None = None
    subscribed: bool | None = None
    created_at: Moment = None


class MembersAdded(Model):
    """Mailing lists member bulk create."""

    added: int | None = None
    skipped: int | None = None


class MemberInput(Input):
    """A new member of a mailing list."""

    email: str
    """The member's address."""
    name: str | None = None
    """The member's name."""
