"""Models of inbound."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from .base import Identified, Input, Model, Moment


class InboundRoute(Identified):
    """A rule for what comes in at an address; the reference shows none, so no field but the id is known.

    The reference shows no fields; these are the sandbox's own.
    """

    created_at: Moment = None
    domain: str | None = None
    forward_url: str | None = None


class InboundMessage(Identified):
    """A message that came in. The id is what reads it in full."""

    from_: Annotated[str | None, Field(alias="from")] = None
    to: str | None = None
    subject: str | None = None
    body_text: str | None = None
    body_html: str | None = None
    headers: Mapping[str, Any] | None = None
    attachments: tuple[Any, ...] = ()
    received_at: Moment = None
    download_url: str | None = None
    direction: str | None = None
    """This and the one below are the sandbox's own."""
    thread_id: str | None = None
    """The conversation that it is part of."""


class InboundMailInput(Input):
    """A message that is to be classified."""

    from_: Annotated[str, Field(alias="from")]
    """The sender's address."""
    to: str | None = None
    """The recipient's address."""
    subject: str | None = None
    """The subject line."""
    body: str | None = None
    """The text."""
    headers: Mapping[str, str] | None = None
    """Headers by name; ``Auto-Submitted`` and the like tell an automatic answer."""


class InboundVerdict(Model):
    """What an inbound message is about."""

    category: str | None = None
    intent: str | None = None
    sentiment: str | None = None
    language: str | None = None
    priority: str | None = None
    suggested_labels: tuple[str, ...] = ()
    reason: str | None = None
    """The words that told. This and the one below are the sandbox's own."""
    confidence: float | None = None
    """From 0 to 1."""
