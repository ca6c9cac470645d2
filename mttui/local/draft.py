"""A draft: what somebody has typed and not sent yet, and how it stands in the state file."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

from .stored import moment, packed, seconds, span, stamp, storable, unpacked


class Seen(NamedTuple):
    """How far a thread had come when somebody began to write: what came later is shown before it is sent."""

    messages: int = 0
    """How many messages it had."""

    last: str = ""
    """The id of the last one."""


NOTHING_SEEN = Seen()


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody has typed and not sent yet."""

    id: str
    """A word that no other draft has: see `new_draft`."""

    profile: str
    thread: str
    """The id of the thread that it answers."""

    kind: str = "reply"
    body: str = ""
    cursor: tuple[int, int] = (0, 0)
    """Row and column of the cursor, from 0."""

    cc: tuple[str, ...] = ()
    bcc: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    """Labels to put on the thread with the reply."""

    status: str = ""
    """The status to set with the reply; empty to leave it."""

    snooze: timedelta | None = None
    """How long to snooze the thread, from when the reply is sent."""

    answer: str = ""
    """The name of the saved answer that it began with."""

    seen: Seen = NOTHING_SEEN
    updated_at: datetime | None = None
    """When it was last written down (UTC)."""

    owner: str = ""
    """The token of the copy that holds it; empty when nobody does."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody would miss it."""
        return not (self.body.strip() or self.cc or self.bcc)


def new_draft(profile: str, thread: str, *, seen: Seen = NOTHING_SEEN, body: str = "") -> Draft:
    """A draft with an id of its own. Nothing is written down yet."""
    return Draft(id=new_id(), profile=profile, thread=thread, seen=seen, body=body)


def new_id() -> str:
    """A word that no draft ever had."""
    return uuid4().hex


def draft_of(row: sqlite3.Row) -> Draft:
    """The draft of a row."""
    return Draft(
        id=row["id"], profile=row["profile"], thread=row["thread"], kind=row["kind"], body=row["body"],
        cursor=(row["cursor_row"], row["cursor_column"]), cc=unpacked(row["cc"]), bcc=unpacked(row["bcc"]),
        labels=unpacked(row["labels"]), status=row["status"], snooze=span(row["snooze"]),
        answer=row["answer"], seen=Seen(row["seen_messages"], row["seen_last"]),
        updated_at=moment(row["updated_at"]), owner=row["owner"],
    )  # fmt: skip


def put(
    connection: sqlite3.Connection, draft: Draft, at: datetime, *, forked_from: str | None = None
) -> Draft:
    """Write a draft down, within a transaction: a new row, or the row of its id if it has its owner.

    Returns:
        It, as it is kept.
    """
    kept = replace(draft, body=storable(draft.body), updated_at=at)
    values = (
        kept.id, kept.profile, kept.thread, kept.kind, kept.body, *kept.cursor,
        packed(kept.cc), packed(kept.bcc), packed(kept.labels), kept.status, seconds(kept.snooze),
        kept.answer, kept.seen.messages, kept.seen.last, stamp(at), kept.owner, forked_from,
    )  # fmt: skip
    connection.execute(_UPSERT, tuple(storable(item) if isinstance(item, str) else item for item in values))
    return kept


def ours(connection: sqlite3.Connection, draft: str, owner: str) -> str | None:
    """The row in which a copy keeps a draft: that of the draft's id, or the one that it was forked into."""
    row = connection.execute(
        "SELECT id FROM drafts WHERE (id = ? OR forked_from = ?) AND owner = ?"
        " ORDER BY id = ? DESC, updated_at DESC LIMIT 1",
        (draft, draft, owner, draft),
    ).fetchone()
    return None if row is None else str(row["id"])


def put_away(connection: sqlite3.Connection, draft: Draft, at: datetime) -> str:
    """Take a draft off the desk, within a transaction, because its text is on its way.

    One that was not written down yet is, so that what is still written of it later does not put it
    back on the desk.

    Returns:
        The id of its row.
    """
    kept = ours(connection, draft.id, draft.owner)
    if kept is None:
        taken = connection.execute("SELECT 1 FROM drafts WHERE id = ?", (draft.id,)).fetchone()
        kept = new_id() if taken else draft.id
        put(connection, replace(draft, id=kept), at, forked_from=draft.id if taken else None)
    connection.execute("UPDATE drafts SET discarded_at = ? WHERE id = ?", (stamp(at), kept))
    return kept


def bring_back(connection: sqlite3.Connection, draft: Draft, at: datetime) -> str:
    """Put a draft that was put away on the desk of its owner, within a transaction.

    As it was typed; where it is no longer kept, or is on the desk of somebody already, what is given
    becomes a new one.

    Returns:
        The id of its row.
    """
    changed = connection.execute(
        "UPDATE drafts SET discarded_at = NULL, owner = ? WHERE id = ? AND discarded_at IS NOT NULL",
        (draft.owner, draft.id),
    ).rowcount
    return draft.id if changed else put(connection, replace(draft, id=new_id()), at).id


_UPSERT = """
INSERT INTO drafts (
    id, profile, thread, kind, body, cursor_row, cursor_column, cc, bcc, labels, status, snooze, answer,
    seen_messages, seen_last, updated_at, owner, forked_from
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET
    profile = excluded.profile, thread = excluded.thread, kind = excluded.kind, body = excluded.body,
    cursor_row = excluded.cursor_row, cursor_column = excluded.cursor_column,
    cc = excluded.cc, bcc = excluded.bcc, labels = excluded.labels, status = excluded.status,
    snooze = excluded.snooze, answer = excluded.answer, seen_messages = excluded.seen_messages,
    seen_last = excluded.seen_last, updated_at = excluded.updated_at
WHERE drafts.owner = excluded.owner
"""
