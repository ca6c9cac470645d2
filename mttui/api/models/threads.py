"""Models of threads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from .base import Identified, Model, Moment


class Thread(Identified):
    """A conversation by mail.

    The reference shows no fields; these are the sandbox's own.
    """

    subject: str | None = None
    contact_email: str | None = None
    status: str | None = None
    direction: str | None = None
    labels: tuple[str, ...] = ()
    message_count: int | None = None
    created_at: Moment = None
    updated_at: Moment = None


class ThreadMessage(Identified):
    """One message of a conversation.

    The reference shows no fields; these are the sandbox's own.
    """

    direction: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    subject: str | None = None
    body_text: str | None = None
    body_html: str | None = None
    headers: Mapping[str, Any] | None = None
    attachments: tuple[Any, ...] = ()
    received_at: Moment = None


class ThreadLabels(Model):
    """A conversation after its labels were set."""


class ThreadStatus(Model):
    """A conversation after its status was set."""
