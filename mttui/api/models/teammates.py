"""Models of teammates."""

from __future__ import annotations

from .base import Identified, Moment


class Teammate(Identified):
    """A person who may work in the account.

    The reference shows no fields; these are the sandbox's own.
    """

    name: str | None = None
    role: str | None = None
    status: str | None = None
    created_at: Moment = None
    email: str | None = None
    last_login_at: Moment = None
    invited_at: Moment = None
