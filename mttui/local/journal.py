"""The journal: what was done from this box, by whom, when, and what became of it.

Append-only. What was asked is one row; each outcome that follows is a row of its own beside it, so
that "asked 02:41:07, not confirmed 02:41:37, confirmed 02:42:10" stays readable for ever.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from .database import Database
from .redact import Redactor
from .stored import moment, stamp, storable


class Outcome(StrEnum):
    """What became of an action."""

    ASKED = "asked"
    """Sent to the platform; nothing known yet."""
    CONFIRMED = "confirmed"
    """Read back: the platform shows it."""
    NOT_CONFIRMED = "not-confirmed"
    """Accepted, but reading back does not show it."""
    REFUSED = "refused"
    """The platform, or read-only mode, said no."""
    FAILED = "failed"
    """No answer, or an error on the way."""
    NOTE = "note"
    """A person's words; nothing was done."""
    SEEN = "seen"
    """Something was observed on the platform; nothing was done."""

    @property
    def words(self) -> str:
        """The outcome as people read it."""
        return self.value.replace("-", " ")

    @property
    def is_bad(self) -> bool:
        """Whether what was asked for is not so."""
        return self in {Outcome.NOT_CONFIRMED, Outcome.REFUSED, Outcome.FAILED}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the journal. Times are UTC."""

    at: datetime
    """When it was asked, or noted."""

    who: str
    """`user@host`."""

    profile: str
    outcome: Outcome
    """The newest outcome."""

    text: str = ""
    """In words, as it came with the newest outcome that had any."""

    operation: str | None = None
    """The id of the operation."""

    target: str | None = None
    """What it was done to: an id or a name."""

    incident: str | None = None
    """The id of the velocity event that it belongs to."""

    parameters: Mapping[str, object] = field(default_factory=dict)
    """What it was called with; credentials are taken out before it is written."""

    confirmed_at: datetime | None = None
    """When the platform first showed it."""

    settled_at: datetime | None = None
    """When the newest outcome came."""

    id: int = 0
    """Its number in the journal; 0 until it is recorded."""


class Journal:
    """The journal in the state file.

    Args:
        database: the state file.
        redactor: takes credentials out of all that is written.
    """

    def __init__(self, database: Database, redactor: Redactor | None = None) -> None:
        self._database = database
        self._redactor = redactor or Redactor()

    def record(self, entry: Entry) -> int:
        """Write an entry; returns its number.

        Raises:
            ValueError: its time has no time zone.
            DatabaseError: it cannot be written.
        """
        parameters = json.dumps(self._redactor.data(entry.parameters), ensure_ascii=False)
        row = (
            stamp(entry.at), entry.who, entry.profile, entry.incident, entry.operation,
            self._redactor.text(entry.target) if entry.target is not None else None,
            entry.outcome.value, self._redactor.text(entry.text), parameters,
        )  # fmt: skip
        values = tuple(item if item is None else storable(item) for item in row)
        with self._database.transaction() as connection:
            number = connection.execute(_INSERT, values).lastrowid
        return int(number or 0)

    def confirm(self, entry: int, at: datetime, outcome: Outcome, text: str = "") -> None:
        """Write what became of an entry.

        Raises:
            ValueError: the time has no time zone.
            DatabaseError: there is no such entry, or it cannot be written.
        """
        row = (entry, stamp(at), outcome.value, storable(self._redactor.text(text)))
        with self._database.transaction() as connection:
            connection.execute(_INSERT_OUTCOME, row)

    def for_incident(self, profile: str, incident: str) -> list[Entry]:
        """All that was done about an incident, oldest first."""
        rows = self._database.query(
            f"{_SELECT} WHERE profile = ? AND incident = ? ORDER BY at, id", (profile, incident)
        )
        return self._entries(rows)

    def recent(self, profile: str | None = None, limit: int = 200) -> list[Entry]:
        """The newest entries, newest first; of one profile, or of all."""
        where, values = ("WHERE profile = ?", (profile,)) if profile else ("", ())
        rows = self._database.query(f"{_SELECT} {where} ORDER BY at DESC, id DESC LIMIT ?", (*values, limit))
        return self._entries(rows)

    def outcomes(self, entry: int) -> list[tuple[datetime, Outcome, str]]:
        """Every outcome of an entry after the first, oldest first."""
        rows = self._database.query(
            "SELECT at, outcome, text FROM journal_outcome WHERE entry = ? ORDER BY id", (entry,)
        )
        return [(moment(row["at"]), Outcome(row["outcome"]), row["text"]) for row in rows]

    def _entries(self, rows: list[sqlite3.Row]) -> list[Entry]:
        return [self._settled(_entry(row)) for row in rows]

    def _settled(self, entry: Entry) -> Entry:
        for at, outcome, text in self.outcomes(entry.id):
            confirmed = entry.confirmed_at
            if outcome is Outcome.CONFIRMED and confirmed is None:
                confirmed = at
            entry = replace(
                entry, outcome=outcome, settled_at=at, text=text or entry.text,
                confirmed_at=confirmed,
            )  # fmt: skip
        return entry


def whoami(env: Mapping[str, str] = os.environ) -> str:
    """`user@host` of this run; who became root with sudo is named, as `budi(root)@host`."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # a container's user without an entry in passwd
        user = f"uid{os.getuid()}"
    behind = env.get("SUDO_USER")
    name = f"{behind}({user})" if behind and behind != user else user
    return f"{name}@{socket.gethostname()}"


_INSERT = (
    "INSERT INTO journal (at, who, profile, incident, operation, target, outcome, text, parameters)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_INSERT_OUTCOME = "INSERT INTO journal_outcome (entry, at, outcome, text) VALUES (?, ?, ?, ?)"
_SELECT = "SELECT * FROM journal"


def _entry(row: sqlite3.Row) -> Entry:
    return Entry(
        id=row["id"], at=moment(row["at"]), who=row["who"], profile=row["profile"],
        incident=row["incident"], operation=row["operation"], target=row["target"],
        outcome=Outcome(row["outcome"]), text=row["text"], parameters=json.loads(row["parameters"]),
    )  # fmt: skip
