"""Batches: many personalised messages handed in at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from .base import Identified, Input, Model, Moment


class Batch(Identified):
    """A batch. The reference gives no answer but ``status``; the other fields are the sandbox's own."""

    name: str = ""
    status: str | None = None
    """``sending`` in the reference."""
    message_count: int | None = None
    """Messages in it."""
    sent_count: int | None = None
    """Messages sent so far."""
    scheduled_for: Moment = None
    started_at: Moment = None
    created_at: Moment = None
    updated_at: Moment = None


class BatchStatus(Model):
    """The answer of sending a batch."""

    status: str | None = None
    """``sending`` in the reference."""
    message: str = ""


class MailAddress(Input):
    """An address to send to or from."""

    email: str
    name: str | None = None


class BatchMessage(Input):
    """One message of a batch to be created."""

    to: Sequence[MailAddress]
    from_: Annotated[MailAddress, Field(alias="from")]
    subject: str
    body_html: str
