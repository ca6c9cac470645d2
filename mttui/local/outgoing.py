"""A reply on its way, and how it stands in the state file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .draft import NOTHING_SEEN, Draft, Seen
from .stored import moment, packed, seconds, span, stamp, storable, unpacked


class State(StrEnum):
    """How far a reply has come."""

    WAITING = "waiting"
    """It can still be called back."""
    SENDING = "sending"
    """It was begun: the request may be on the wire."""
    SENT = "sent"
    """The platform took it."""
    REFUSED = "refused"
    """The platform, or this box, said no: it certainly did not go out."""
    DOUBTFUL = "doubtful"
    """Nobody knows whether it went out: the thread is read back before anything else is done."""
    CALLED_BACK = "called-back"
    """A person took it back in time."""

    @property
    def words(self) -> str:
        """The state as people read it."""
        return self.value.replace("-", " ")

    @property
    def is_settled(self) -> bool:
        """Whether nothing more happens to it."""
        return self in {State.SENT, State.REFUSED, State.CALLED_BACK}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A reply on its way, and what to do to the thread once it is sent. Times are UTC."""

    profile: str
    thread: str
    body: str
    due_at: datetime
    """When the time to call it back ends."""

    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    then_status: str = ""
    """The status to set afterwards; empty to leave it."""

    then_labels: tuple[str, ...] = ()
    """Labels to put on the thread afterwards."""

    then_snooze: timedelta | None = None
    """How long to snooze the thread, from when it is sent."""

    seen: Seen = NOTHING_SEEN
    """How far the thread had come when it was written."""

    draft: str = ""
    """The id of the draft that it was; it is one again when it is called back or refused."""

    id: str = ""
    """Given by the outbox, as all that follows."""

    idempotency_key: str = ""
    """Makes the platform count several attempts once. The same for every attempt."""

    state: State = State.WAITING
    attempts: int = 0
    """How often it was begun."""

    last_error: str = ""
    owner: str = ""
    """The token of the copy that sends it."""

    created_at: datetime | None = None
    sent_at: datetime | None = None
    then_done: bool = False
    """Whether status, labels and snooze are set; at once where there is nothing to set."""

    @property
    def has_then(self) -> bool:
        """Whether there is something to do to the thread once it is sent."""
        return bool(self.then_status or self.then_labels or self.then_snooze)

    @property
    def as_draft(self) -> Draft:
        """What the draft was, as far as the reply tells."""
        return Draft(
            id=self.draft, profile=self.profile, thread=self.thread, body=self.body, cc=self.cc, bcc=self.bcc,
            labels=self.then_labels, status=self.then_status, snooze=self.then_snooze, seen=self.seen,
            owner=self.owner,
        )  # fmt: skip


def insert(connection: sqlite3.Connection, reply: Outgoing, created_at: datetime) -> None:
    """Write a new reply down, within a transaction."""
    values = (
        reply.id, reply.profile, reply.thread, reply.idempotency_key, reply.body,
        packed(reply.cc), packed(reply.bcc), reply.then_status, packed(reply.then_labels),
        seconds(reply.then_snooze), reply.seen.messages, reply.seen.last, reply.draft, stamp(reply.due_at),
        reply.state.value, reply.attempts, reply.last_error, reply.owner, stamp(created_at),
        not reply.has_then,
    )  # fmt: skip
    connection.execute(_INSERT, tuple(storable(item) if isinstance(item, str) else item for item in values))


def outgoing_of(row: sqlite3.Row) -> Outgoing:
    """The reply of a row."""
    return Outgoing(
        id=row["id"], profile=row["profile"], thread=row["thread"],
        idempotency_key=row["idempotency_key"], body=row["body"], cc=unpacked(row["cc"]),
        bcc=unpacked(row["bcc"]), then_status=row["then_status"], then_labels=unpacked(row["then_labels"]),
        then_snooze=span(row["then_snooze"]), seen=Seen(row["seen_messages"], row["seen_last"]),
        draft=row["draft"], due_at=moment(row["due_at"]), state=State(row["state"]),
        attempts=row["attempts"], last_error=row["last_error"], owner=row["owner"],
        created_at=moment(row["created_at"]),
        sent_at=None if row["sent_at"] is None else moment(row["sent_at"]),
        then_done=bool(row["then_done"]),
    )  # fmt: skip


_INSERT = """
INSERT INTO outbox (
    id, profile, thread, idempotency_key, body, cc, bcc, then_status, then_labels, then_snooze,
    seen_messages, seen_last, draft, due_at, state, attempts, last_error, owner, created_at, then_done
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
