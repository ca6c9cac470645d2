"""Snoozed threads: until when, and what wakes them. The platform knows only that they are snoozed.

Waking is claimed first, so that of several copies one asks the platform; what a copy claimed and
did not get done before it died can be claimed again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from .database import Database
from .stored import moment, now_utc, stamp, storable


@dataclass(frozen=True, slots=True)
class Snooze:
    """A thread that is to come back. Times are UTC."""

    profile: str
    thread: str
    until: datetime
    wake_on_reply: bool = False
    """Whether it comes back before that when a message comes in."""

    messages: int = 0
    """How many messages it had: more mean that one came in."""

    subject: str = ""
    asked_by: str = ""
    """`user@host`."""

    at: datetime | None = None
    """When it was asked; without one, the time of `put`."""


class Snoozes:
    """Snoozed threads in the state file. Calls wait for the disk and may raise `DatabaseError`.

    Args:
        database: the state file.
        owner: the token of this copy.
        is_alive: whether the copy of a token is running.
        now: the time.
    """

    def __init__(
        self,
        database: Database,
        owner: str,
        is_alive: Callable[[str], bool],
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._database = database
        self._owner = owner
        self._is_alive = is_alive
        self._now = now

    def put(self, snooze: Snooze) -> None:
        """Snooze a thread, or snooze it anew: a claim on it is void.

        Raises:
            ValueError: a time has no time zone.
        """
        row = (
            snooze.profile, snooze.thread, stamp(snooze.until), snooze.wake_on_reply, snooze.messages,
            storable(snooze.subject), storable(snooze.asked_by), stamp(snooze.at or self._now()),
        )  # fmt: skip
        with self._database.transaction() as connection:
            connection.execute(_PUT, row)

    def drop(self, profile: str, thread: str) -> bool:
        """Forget a snooze, because somebody dealt with the thread; whether there was one."""
        with self._database.transaction() as connection:
            sql = "DELETE FROM snoozes WHERE profile = ? AND thread = ?"
            return bool(connection.execute(sql, (profile, thread)).rowcount)

    def get(self, profile: str, thread: str) -> Snooze | None:
        """The snooze of a thread."""
        rows = self._database.query(
            "SELECT * FROM snoozes WHERE profile = ? AND thread = ?", (profile, thread)
        )
        return _snooze(rows[0]) if rows else None

    def all(self, profile: str) -> list[Snooze]:
        """Every snooze, the first to come back first."""
        rows = self._database.query(
            "SELECT * FROM snoozes WHERE profile = ? ORDER BY until, thread", (profile,)
        )
        return [_snooze(row) for row in rows]

    def due(self, profile: str, now: datetime) -> list[Snooze]:
        """What is to come back by now. Claims nothing."""
        return [_snooze(row) for row in self._database.query(_DUE, (profile, stamp(now)))]

    def claim_due(self, profile: str, now: datetime) -> list[Snooze]:
        """What is to come back by now and nobody is waking: now this copy is.

        For each, `woken` or `release` must follow.
        """
        with self._database.transaction() as connection:
            rows = connection.execute(_DUE, (profile, stamp(now))).fetchall()
            return [_snooze(row) for row in rows if self._claim(connection, row)]

    def claim(self, profile: str, thread: str) -> Snooze | None:
        """One that wakes before its time, on a reply; none when it is not snoozed or being woken."""
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT * FROM snoozes WHERE profile = ? AND thread = ?", (profile, thread)
            ).fetchone()
            return _snooze(row) if row is not None and self._claim(connection, row) else None

    def woken(self, profile: str, thread: str) -> bool:
        """It is back: forget what this copy claimed. False: it was snoozed anew meanwhile, and stays so."""
        with self._database.transaction() as connection:
            sql = "DELETE FROM snoozes WHERE profile = ? AND thread = ? AND claimed_by = ?"
            return bool(connection.execute(sql, (profile, thread, self._owner)).rowcount)

    def release(self, profile: str, thread: str) -> bool:
        """It could not be woken: it can be claimed again. False: it was not claimed by this copy."""
        with self._database.transaction() as connection:
            sql = "UPDATE snoozes SET claimed_by = '' WHERE profile = ? AND thread = ? AND claimed_by = ?"
            return bool(connection.execute(sql, (profile, thread, self._owner)).rowcount)

    def _claim(self, connection: sqlite3.Connection, row: sqlite3.Row) -> bool:
        if self._is_alive(row["claimed_by"]):
            return False
        connection.execute(
            "UPDATE snoozes SET claimed_by = ? WHERE profile = ? AND thread = ?",
            (self._owner, row["profile"], row["thread"]),
        )
        return True


_PUT = "INSERT OR REPLACE INTO snoozes VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')"
_DUE = "SELECT * FROM snoozes WHERE profile = ? AND until <= ? ORDER BY until, thread"


def _snooze(row: sqlite3.Row) -> Snooze:
    return Snooze(
        profile=row["profile"], thread=row["thread"], until=moment(row["until"]),
        wake_on_reply=bool(row["wake_on_reply"]), messages=row["messages"], subject=row["subject"],
        asked_by=row["asked_by"], at=moment(row["at"]),
    )  # fmt: skip
