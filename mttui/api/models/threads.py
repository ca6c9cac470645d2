"""Models of threads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from .base import Identified, Moment


class Thread(Identified):
    """A conversation by mail.

    The reference shows no fields; these are the sandbox's own.
    """

    subject: str | None = None
    """Of its first message."""
    contact_email: str | None = None
    contact_name: str | None = None
    """As it stands in the mail; empty where it has none."""
    status: str | None = None
    """``open``, ``pending``, ``snoozed`` or ``closed``."""
    direction: str | None = None
    """Which ways its messages went: ``inbound``, ``outbound`` or ``both``."""
    last_direction: str | None = None
    """Which way the latest message went: ``inbound`` or ``outbound``."""
    preview: str | None = None
    """The first words of the latest message, without what it quotes: one line of at most 140 characters."""
    labels: tuple[str, ...] = ()
    message_count: int | None = None
    created_at: Moment = None
    updated_at: Moment = None
    """When the latest message came or went, or the status was set after that."""
    last_inbound_at: Moment = None
    last_outbound_at: Moment = None
    first_response_at: Moment = None
    """When the first message went out after the first one came in."""
    waiting_since: Moment = None
    """When the oldest message came in that was not answered; none when the latest message is ours."""


class ThreadMessage(Identified):
    """One message of a conversation.

    The reference shows no fields; these are the sandbox's own.
    """

    thread_id: str | None = None
    direction: str | None = None
    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    subject: str | None = None
    body_text: str | None = None
    body_html: str | None = None
    headers: Mapping[str, Any] | None = None
    attachments: tuple[Any, ...] = ()
    """What was attached: ``filename``, ``contentType``, ``size`` in bytes, ``url`` where there is one."""
    received_at: Moment = None


class ThreadLabels(Thread):
    """A conversation after its labels were set."""


class ThreadStatus(Thread):
    """A conversation after its status was set."""
