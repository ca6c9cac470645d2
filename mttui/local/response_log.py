"""How long people waited for the answers that were given from this box."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from .database import Database
from .stored import moment, seconds, span, stamp, storable


class Turn(StrEnum):
    """Which answer of a thread."""

    FIRST = "first"
    NEXT = "next"
    """One after the first."""


@dataclass(frozen=True, slots=True)
class Response:
    """One answer, and how long it took. Times are UTC."""

    profile: str
    thread: str
    turn: Turn
    split: str
    """The name of the split whose target it was held to."""

    asked_at: datetime
    """When the message came in that it answers."""

    answered_at: datetime
    target: timedelta | None = None
    """How long it was allowed to take; none when there was no target."""

    @property
    def took(self) -> timedelta:
        """How long it took."""
        return self.answered_at - self.asked_at

    @property
    def met(self) -> bool | None:
        """Whether the target was met; none without one."""
        return None if self.target is None else self.took <= self.target


class Responses:
    """The log in the state file; it is only added to.

    Args:
        database: the state file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, response: Response) -> None:
        """Keep one.

        Raises:
            ValueError: a time has no time zone.
            DatabaseError: it cannot be written.
        """
        row = (
            response.profile, response.thread, response.turn.value, storable(response.split),
            stamp(response.asked_at), stamp(response.answered_at), seconds(response.target),
        )  # fmt: skip
        with self._database.transaction() as connection:
            connection.execute(_INSERT, row)

    def rows(self, profile: str, since: datetime) -> list[Response]:
        """What was answered from a time on, oldest first."""
        rows = self._database.query(
            "SELECT * FROM responses WHERE profile = ? AND answered_at >= ? ORDER BY answered_at, id",
            (profile, stamp(since)),
        )
        return [_response(row) for row in rows]


_INSERT = (
    "INSERT INTO responses (profile, thread, turn, split, asked_at, answered_at, target)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)


def _response(row: sqlite3.Row) -> Response:
    return Response(
        profile=row["profile"], thread=row["thread"], turn=Turn(row["turn"]), split=row["split"],
        asked_at=moment(row["asked_at"]), answered_at=moment(row["answered_at"]), target=span(row["target"]),
    )  # fmt: skip
