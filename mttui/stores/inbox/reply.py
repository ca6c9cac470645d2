"""A reply as it was written, and what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from mttui.api.models.threads import Thread
from mttui.local.draft import Draft
from mttui.local.outgoing import Outgoing

from .clocks import ResponseClock
from .conversations import Conversation, Mail


class Turnout(StrEnum):
    """What became of a reply."""

    FOUND = "found"
    """An earlier run has left it: it goes out once its window is over again."""
    SENT = "sent"
    HELD = "held"
    """Something came in meanwhile: it was not sent and is a draft again."""
    CALLED_BACK = "called back"
    """Somebody wanted it back: it was not sent and is a draft again."""
    REFUSED = "refused"
    """The platform said no: it was not sent and is a draft again."""
    WAITING = "waiting"
    """The platform cannot be reached: it stays and is tried again."""
    DOUBTFUL = "doubtful"
    """An attempt was cut: the thread is read back before there is another."""
    KEPT = "kept"
    """The state file cannot be written: nothing was sent."""


@dataclass(frozen=True)
class Report:
    """Something to say about a reply."""

    turnout: Turnout
    outgoing: Outgoing
    words: str = ""
    """Why, where there is a reason."""
    came_in: tuple[Mail, ...] = ()
    """What holds it."""


@dataclass(frozen=True)
class Reply:
    """A reply as it was written, and what is to become of its thread."""

    thread: Thread
    draft: Draft
    clock: ResponseClock | None = None
    """The response clock that it stops."""
    split: str = ""
    """The split whose clock that is."""


def outgoing_of(reply: Reply, profile: str, due_at: datetime) -> Outgoing:
    """Return a reply as the outbox takes it."""
    draft = reply.draft
    return Outgoing(
        profile=profile, thread=reply.thread.id, body=draft.body, due_at=due_at, cc=draft.cc, bcc=draft.bcc,
        then_status=draft.status, then_labels=draft.labels, then_snooze=draft.snooze, seen=draft.seen,
        draft=draft.id,
    )  # fmt: skip


def holds(conversation: Conversation, outgoing: Outgoing) -> bool:
    """Whether a conversation has a reply, among what went out since it was written."""
    sent, seen = _words(outgoing.body), outgoing.seen
    ids = [mail.message.id for mail in conversation.mails]
    first = min(seen.messages, ids.index(seen.last) + 1 if seen.last in ids else len(ids))
    return any(mail.is_outbound and sent in _texts(mail) for mail in conversation.mails[first:])


def _texts(mail: Mail) -> tuple[str, str]:
    """Return what a message says: as it was sent, and without what the platform may have put around it."""
    return _words(mail.message.body_text or ""), _words(mail.letter.own_words)


def _words(text: str) -> str:
    return " ".join(text.split())
