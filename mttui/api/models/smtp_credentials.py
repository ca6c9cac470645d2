"""Credentials for sending over SMTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Id, Identified, Moment


class SmtpCredential(Identified):
    """A user name and password for SMTP.

    The reference names only the password; the other fields are the public OpenAPI's (wire type
    ``SmtpCredential``), but for what says where it is used from, which is the sandbox's own.
    """

    username: str = ""
    password: Annotated[str | None, Field(repr=False)] = None
    """In full only in the answer that creates it, masked in lists; never part of the repr."""
    host: str | None = None
    port: int | None = None
    tls: bool | None = None
    created_at: Moment = None
    name: str | None = None
    """What people call it. This and those below are the sandbox's own."""
    api_key_id: Id | None = None
    """The key it was created with."""
    created_from: str | None = None
    """The address it was created from."""
    last_used_at: Moment = None
    last_used_from: str | None = None
    """The address it was last used from."""
