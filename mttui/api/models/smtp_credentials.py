"""Credentials for sending over SMTP."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .base import Identified, Moment


class SmtpCredential(Identified):
    """A user name and password for SMTP.

    The reference names only the password; the other fields are the public OpenAPI's (wire type
    ``SmtpCredential``).
    """

    username: str = ""
    password: Annotated[str | None, Field(repr=False)] = None
    """In full only in the answer that creates it, masked in lists; never part of the repr."""
    host: str | None = None
    port: int | None = None
    tls: bool | None = None
    created_at: Moment = None
