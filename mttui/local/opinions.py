"""What people made of the platform's classifications: the log by which to judge whether it can be trusted."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .database import Database
from .stored import moment, packed, stamp, storable, unpacked


class Decision(StrEnum):
    """What a person made of a suggestion."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    """Other labels were put on the thread."""
    DISMISSED = "dismissed"
    """It was sent away, and nothing put in its place."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A suggestion, and what a person decided."""

    profile: str
    thread: str
    at: datetime
    """When it was decided (UTC)."""

    decision: Decision
    category: str = ""
    """What the platform took the thread for."""

    labels: tuple[str, ...] = ()
    """The labels that it suggested."""

    reason: str = ""
    confidence: float | None = None
    """How sure it was, from 0 to 1, where it said."""

    decided: tuple[str, ...] = ()
    """The labels that the person put."""

    who: str = ""
    """`user@host`."""

    id: int = 0
    """Its number; 0 until it is kept."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How often people agreed."""

    accepted: int = 0
    changed: int = 0
    dismissed: int = 0

    @property
    def total(self) -> int:
        """How many suggestions were decided on."""
        return self.accepted + self.changed + self.dismissed

    @property
    def share(self) -> float | None:
        """The part that was accepted, from 0 to 1; none when nothing was decided."""
        return self.accepted / self.total if self.total else None


class Opinions:
    """The log in the state file; it is only added to.

    Args:
        database: the state file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, opinion: Opinion) -> int:
        """Keep an opinion; returns its number.

        Raises:
            ValueError: its time has no time zone.
            DatabaseError: it cannot be written.
        """
        row = (
            opinion.profile, opinion.thread, stamp(opinion.at), storable(opinion.who),
            storable(opinion.category), packed(opinion.labels), storable(opinion.reason),
            opinion.confidence, opinion.decision.value, packed(opinion.decided),
        )  # fmt: skip
        with self._database.transaction() as connection:
            return connection.execute(_INSERT, row).lastrowid or 0

    def rows(self, profile: str, since: datetime | None = None) -> list[Opinion]:
        """What was decided, oldest first; from a time on, or all."""
        rows = self._database.query(
            "SELECT * FROM opinions WHERE profile = ? AND at >= ? ORDER BY at, id",
            (profile, "" if since is None else stamp(since)),
        )
        return [_opinion(row) for row in rows]

    def agreement(self, profile: str) -> Agreement:
        """How often people agreed."""
        rows = self._database.query(
            "SELECT decision, count(*) AS n FROM opinions WHERE profile = ? GROUP BY decision", (profile,)
        )
        return Agreement(**{row["decision"]: row["n"] for row in rows})


_INSERT = (
    "INSERT INTO opinions (profile, thread, at, who, category, labels, reason, confidence, decision, decided)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


def _opinion(row: sqlite3.Row) -> Opinion:
    return Opinion(
        id=row["id"], profile=row["profile"], thread=row["thread"], at=moment(row["at"]), who=row["who"],
        category=row["category"], labels=unpacked(row["labels"]), reason=row["reason"],
        confidence=row["confidence"], decision=Decision(row["decision"]), decided=unpacked(row["decided"]),
    )  # fmt: skip
