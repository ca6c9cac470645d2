"""Conversations with customers: threads and their messages, in two tables, paged and filtered by SQL.

What a list shows of a thread stands in its row and is kept up to date with every message; how many there are
of a status is kept by triggers. So a page costs the same with 100 threads and with 100,000.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from .inbox_rows import (
    BOTH,
    INBOUND,
    MESSAGE,
    OUTBOUND,
    STATUSES,
    THREAD,
    Mail,
    Standing,
    answer_message,
    answer_thread,
    message_row,
    number_of,
    pack,
    read_mail,
    read_standing,
    split_address,
    thread_row,
)
from .listing import Listing, Row
from .preview import preview

__all__ = ["BOTH", "INBOUND", "OUTBOUND", "STATUSES", "Inbox", "Mail", "Rows"]

Rows = tuple[tuple[Any, ...], Sequence[tuple[Any, ...]]]
"""The row of a thread and those of its messages."""
_REOPENED = frozenset({"pending", "snoozed", "closed"})
_CHANGED = (
    "UPDATE threads SET status = ?, direction = ?, updated_at = ?, messages = ?, preview = ?,"
    " last_direction = ?, inbound_at = ?, outbound_at = ?, responded_at = ?, waiting_since = ? WHERE id = ?"
)


def _insert(table: str, columns: str) -> str:
    marks = ", ".join("?" * len(columns.split(",")))
    return f"INSERT INTO {table} ({columns}) VALUES ({marks})"  # noqa: S608 (names of columns)


_NEW_THREAD, _NEW_MESSAGE = _insert("threads", THREAD), _insert("thread_messages", MESSAGE)


class Inbox:
    """The threads of a world; writes at once, within the caller's transaction.

    Args:
        connection: where they are.
        first_mails: writes the messages that a thread began with, by its number, where the table has no text.
    """

    def __init__(self, connection: sqlite3.Connection, first_mails: Callable[[int], Sequence[Mail]]) -> None:
        self._connection = connection
        self._first_mails = first_mails

    def fill(self, threads: Iterable[Rows], columns: str = MESSAGE) -> None:
        """Put many threads in at once, their messages with some of the columns."""
        run, new_message = self._connection.executemany, _insert("thread_messages", columns)
        for batch in _batches(threads):
            run(_NEW_THREAD, [thread for thread, _ in batch])
            run(new_message, [message for _, messages in batch for message in messages])

    def next_thread(self) -> int:
        """Return the number that the next thread gets."""
        return self._next("threads")

    def next_message(self) -> int:
        """Return the number that the next message gets."""
        return self._next("thread_messages")

    def _next(self, table: str) -> int:
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return 1 + (row[0] if row else 0)

    def begin(self, mail: Mail, at: int, *, status: str = "open", labels: Sequence[str] = ()) -> int:
        """Begin a thread with a message; returns its number."""
        number, standing = self.next_thread(), Standing().after(mail.direction, at)
        row = thread_row(
            number, mail.subject, split_address(mail.customer), standing, status=status, labels=labels,
            began=at, shown=preview(mail.text, mail.html),
        )  # fmt: skip
        self._connection.execute(_NEW_THREAD, row)
        self._connection.execute(_NEW_MESSAGE, message_row(None, number, mail, at))
        return number

    def add(self, thread: int, mail: Mail, at: int) -> int:
        """Add a message to a thread, which is open again when it came in; returns the message's number.

        Raises:
            KeyError: there is no such thread.
        """
        row = self._row(thread)
        if row is None:
            raise KeyError(thread)
        standing = read_standing(row).after(mail.direction, at)
        status = "open" if mail.direction == INBOUND and row[4] in _REOPENED else row[4]
        self._connection.execute(_CHANGED, (
            status, standing.direction, at, standing.messages, pack(preview(mail.text, mail.html)),
            standing.last, standing.inbound_at, standing.outbound_at, standing.responded_at,
            standing.waiting_since, thread,
        ))  # fmt: skip
        return int(self._connection.execute(_NEW_MESSAGE, message_row(None, thread, mail, at)).lastrowid or 0)

    def change(
        self, thread: int, at: int, *, status: str | None = None, labels: Sequence[str] | None = None
    ) -> None:
        """Set the status or the labels of a thread; a new status counts as an update."""
        if status is not None:
            self._connection.execute(
                "UPDATE threads SET status = ?, updated_at = ? WHERE id = ? AND status != ?",
                (status, at, thread, status),
            )
        if labels is not None:
            self._connection.execute(
                "UPDATE threads SET labels = ? WHERE id = ?", (json.dumps(list(labels)), thread)
            )

    def forget(self, address: str) -> int:
        """Delete the threads with somebody; returns how many there were. Their numbers are not used again."""
        run = self._connection.execute
        theirs = "thread_id IN (SELECT id FROM threads WHERE contact = ?)"
        for table in ("thread_messages", "answers_due"):
            run(f"DELETE FROM {table} WHERE {theirs}", (pack(address),))  # noqa: S608 (constants)
        return run("DELETE FROM threads WHERE contact = ?", (pack(address),)).rowcount

    def thread(self, ref: str) -> dict[str, Any] | None:
        """Return the thread of an id, or ``None``."""
        number = number_of(ref) if ref.startswith("thr_") else None
        row = None if number is None else self._row(number)
        return None if row is None else answer_thread(row)

    def threads(
        self, filters: Mapping[str, str], offset: int, limit: int
    ) -> tuple[list[dict[str, Any]], int]:
        """Return a page of threads, the latest first, and how many there are.

        Args:
            filters: ``status`` and ``direction``, and ``search`` for a part of the subject, the address or
                the name; empty ones do not count.
            offset: threads before the page.
            limit: threads on it.
        """
        listing = self._listing("threads", THREAD)
        counts = self._listing("thread_counts", "coalesce(sum(n), 0)")
        for column in ("status", "direction"):
            if filters.get(column):
                listing.where(f"{column} = ?", filters[column])
                counts.where(f"{column} = ?", filters[column])
        if filters.get("search"):
            # A lone surrogate is no text to SQLite: it is not found.
            text = filters["search"].lower().encode("utf-8", "replace").decode()
            listing.where("instr(lower(subject || ' ' || contact || ' ' || name), ?) > 0", text)
            total = listing.total()
        else:
            total = counts.rows("1")[0][0]
        return [answer_thread(row) for row in _latest_first(listing, total, offset, limit)], total

    def messages(self, thread: int) -> list[dict[str, Any]]:
        """Return the messages of a thread, the oldest first."""
        listing = self._listing("thread_messages", MESSAGE).where("thread_id = ?", thread)
        return self._answer(listing.rows("id"))

    def message(self, number: int) -> dict[str, Any]:
        """Return one message, whichever way it went.

        Raises:
            KeyError: there is none of that number.
        """
        rows = self._listing("thread_messages", MESSAGE).where("id = ?", number).rows("id")
        if not rows:
            raise KeyError(number)
        return self._answer(rows)[0]

    def latest(self, thread: int, direction: str) -> Mail | None:
        """Return the last message of a thread that went a way, or ``None``."""
        listing = self._listing("thread_messages", MESSAGE).where("thread_id = ?", thread)
        rows = listing.where("direction = ?", direction).rows("id DESC", 1)
        return next((mail for _, mail in self._mails(rows)), None)

    def inbound(self, start: int, end: int, offset: int, limit: int) -> tuple[list[dict[str, Any]], int]:
        """Return a page of the messages that came in, the latest first, and how many there are."""
        listing = self._listing("thread_messages", MESSAGE).where("direction = ?", INBOUND)
        listing.where("at >= ?", start).where("at < ?", end)
        return self._answer(listing.rows("at DESC, id DESC", limit, offset)), listing.total()

    def inbound_message(self, ref: str) -> dict[str, Any] | None:
        """Return one message that came in, or ``None``."""
        number = number_of(ref) if ref.startswith("inm_") else None
        listing = self._listing("thread_messages", MESSAGE).where("direction = ?", INBOUND)
        return next(iter(self._answer(listing.where("id = ?", number).rows("id"))), None)

    def _answer(self, rows: Sequence[Row]) -> list[dict[str, Any]]:
        return [answer_message(row[0], row[1], row[3], mail) for row, mail in self._mails(rows)]

    def _mails(self, rows: Sequence[Row]) -> Iterable[tuple[Row, Mail]]:
        """Return rows with their messages, written anew where the table has no text."""
        written: dict[int, Sequence[Mail]] = {}
        for row in rows:
            thread, place = row[1], row[4]
            if place is None:
                yield row, read_mail(row)
                continue
            if thread not in written:
                written[thread] = self._first_mails(thread)
            yield row, written[thread][place]

    def _row(self, thread: int) -> Row | None:
        return next(iter(self._listing("threads", THREAD).where("id = ?", thread).rows("id")), None)

    def _listing(self, table: str, columns: str) -> Listing:
        return Listing(self._connection, table, columns)


def _latest_first(listing: Listing, total: int, offset: int, limit: int) -> Sequence[Row]:
    """Return a page of threads, read from the end of the list that is nearer."""
    count = max(0, min(limit, total - offset))
    behind = total - offset - count
    if behind < offset:
        return listing.rows("updated_at, id", count, behind)[::-1]
    return listing.rows("updated_at DESC, id DESC", count, offset)


def _batches(threads: Iterable[Rows], size: int = 1000) -> Iterable[list[Rows]]:
    """Return rows in batches, so that they need not all be in memory."""
    batch: list[Rows] = []
    for each in threads:
        batch.append(each)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
