"""Threads, mails and hostile words for what the inbox shows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from mttui.api.models.threads import Thread, ThreadMessage
from mttui.stores.inbox.conversations import Conversation, Mail
from mttui.text.mail import read_letter
from tests.text.samples import OWN

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOSTILE = {**OWN, "long": "word " * 1_000, "one long word": "x" * 3_000}
HOSTILE_WORDS = st.one_of(st.sampled_from(list(HOSTILE.values())), st.text(max_size=80))
"""Strings that want to break a line, a column or a terminal."""


def thread(**fields: Any) -> Thread:
    """A thread that somebody began an hour ago."""
    begun = {
        "id": "t1", "subject": "Where is my order?", "contact_name": "Sari", "status": "open",
        "contact_email": "sari@x.example", "preview": "It was to come", "labels": ("order", "vip"),
        "last_inbound_at": NOW, "message_count": 1,
    }  # fmt: skip
    return Thread.model_validate(begun | fields)


def mail(text: str = "Hello", html: str | None = None, **fields: Any) -> Mail:
    """A message, read."""
    begun = {"id": "m1", "direction": "inbound", "from": "sari@x.example", "received_at": NOW}
    message = ThreadMessage.model_validate({**begun, "body_text": text, "body_html": html, **fields})
    return Mail(message, read_letter(text, html))


def conversation(*mails: Mail) -> Conversation:
    """What was written in a thread."""
    return Conversation("t1", mails, len(mails))
