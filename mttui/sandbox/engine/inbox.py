"""Conversations with customers: threads and their messages, in two tables, paged and filtered by SQL."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..clock import iso
from .listing import Listing

STATUSES = ("open", "pending", "snoozed", "closed")
INBOUND, OUTBOUND, BOTH = "inbound", "outbound", "both"
_THREAD = "id, ref, subject, contact, status, direction, labels, created_at, updated_at, messages"
_MESSAGE = "id, thread_id, direction, at, sender, recipient, subject, text, html, headers, attachments"


@dataclass(frozen=True, slots=True)
class Mail:
    """One message of a conversation."""

    direction: str
    sender: str
    recipient: str
    subject: str
    text: str
    html: str = ""
    headers: Mapping[str, str] | None = None
    attachments: Sequence[Mapping[str, Any]] = ()


class Inbox:
    """The threads of a world; writes at once, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def begin(self, mail: Mail, at: int, *, status: str = "open", labels: Sequence[str] = ()) -> str:
        """Begin a thread with a message; returns its id."""
        customer = mail.sender if mail.direction == INBOUND else mail.recipient
        number = self._connection.execute(
            "INSERT INTO threads (ref, subject, contact, status, direction, labels, created_at, updated_at,"
            " messages) VALUES ('', ?, ?, ?, ?, ?, ?, ?, 0)",
            (mail.subject, customer, status, mail.direction, json.dumps(list(labels)), at, at),
        ).lastrowid
        ref = f"thr_{number:03d}"
        self._connection.execute("UPDATE threads SET ref = ? WHERE id = ?", (ref, number))
        self._add(int(number or 0), mail, at)
        return ref

    def add(self, ref: str, mail: Mail, at: int) -> int:
        """Add a message to a thread; returns the message's number.

        Raises:
            KeyError: there is no such thread.
        """
        row = self._row(ref)
        if row is None:
            raise KeyError(ref)
        direction = row[5] if row[5] == mail.direction else BOTH
        self._connection.execute("UPDATE threads SET direction = ? WHERE id = ?", (direction, row[0]))
        return self._add(row[0], mail, at)

    def _add(self, thread: int, mail: Mail, at: int) -> int:
        number = self._connection.execute(
            f"INSERT INTO thread_messages ({_MESSAGE}) VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 (columns)
            (
                thread, mail.direction, at, mail.sender, mail.recipient, mail.subject, mail.text, mail.html,
                json.dumps(dict(mail.headers or {})), json.dumps([dict(each) for each in mail.attachments]),
            ),
        ).lastrowid  # fmt: skip
        self._connection.execute(
            "UPDATE threads SET messages = messages + 1, updated_at = ? WHERE id = ?", (at, thread)
        )
        return int(number or 0)

    def change(
        self, ref: str, at: int, *, status: str | None = None, labels: Sequence[str] | None = None
    ) -> None:
        """Set the status or the labels of a thread."""
        if status is not None:
            self._connection.execute(
                "UPDATE threads SET status = ?, updated_at = ? WHERE ref = ?", (status, at, ref)
            )
        if labels is not None:
            self._connection.execute(
                "UPDATE threads SET labels = ? WHERE ref = ?", (json.dumps(list(labels)), ref)
            )

    def thread(self, ref: str) -> dict[str, Any] | None:
        """Return a thread, or ``None``."""
        row = self._row(ref)
        return None if row is None else _thread(row)

    def threads(
        self, filters: Mapping[str, str], offset: int, limit: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return a page of threads, the latest first; a search looks in the subject."""
        listing = Listing(self._connection, "threads", _THREAD)
        for column in ("status", "direction"):
            if filters.get(column):
                listing.where(f"{column} = ?", filters[column])
        if filters.get("search"):
            listing.where("instr(lower(subject || ' ' || contact), ?) > 0", filters["search"].lower())
        return [
            _thread(row) for row in listing.rows("updated_at DESC, id DESC", limit, offset)
        ], listing.total()

    def messages(self, ref: str) -> list[dict[str, Any]]:
        """Return the messages of a thread, the oldest first."""
        row = self._row(ref)
        listing = Listing(self._connection, "thread_messages", _MESSAGE)
        rows = listing.where("thread_id = ?", row[0] if row else None).rows("id")
        return [message(each) for each in rows]

    def inbound(self, start: int, end: int, offset: int, limit: int) -> tuple[list[dict[str, Any]], int]:
        """Return a page of the messages that came in, the latest first."""
        listing = Listing(self._connection, "thread_messages", _MESSAGE).where("direction = ?", INBOUND)
        listing.where("at >= ?", start).where("at < ?", end)
        return [message(row) for row in listing.rows("at DESC, id DESC", limit, offset)], listing.total()

    def inbound_message(self, number: int | None) -> dict[str, Any] | None:
        """Return one message that came in, or ``None``."""
        listing = Listing(self._connection, "thread_messages", _MESSAGE).where("direction = ?", INBOUND)
        rows = listing.where("id = ?", number).rows("id")
        return message(rows[0]) if rows else None

    def _row(self, ref: str) -> Any | None:
        return next(
            iter(Listing(self._connection, "threads", _THREAD).where("ref = ?", ref).rows("id")), None
        )


def _thread(row: Any) -> dict[str, Any]:
    _, ref, subject, contact, status, direction, labels, created, updated, messages = row
    return {
        "_id": ref, "subject": subject, "contactEmail": contact, "status": status, "direction": direction,
        "labels": json.loads(labels), "messageCount": messages, "createdAt": iso(created),
        "updatedAt": iso(updated),
    }  # fmt: skip


def message(row: Any) -> dict[str, Any]:
    """Return a message as it is answered."""
    number, _, direction, at, sender, recipient, subject, text, html, headers, attachments = row
    return {
        "_id": f"inm_{number:03d}", "direction": direction, "from": sender, "to": recipient,
        "subject": subject, "bodyText": text, "bodyHtml": html, "headers": json.loads(headers),
        "attachments": json.loads(attachments), "receivedAt": iso(at),
    }  # fmt: skip
