"""The calls that people made from this box, to be found and made again.

Credentials are taken out before anything is written, so a call that needs one asks for it again.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from .database import Database
from .redact import Redactor
from .secret import HIDDEN
from .stored import moment, stamp, storable

KEPT = 5_000
"""Calls that are kept; older ones go."""


@dataclass(frozen=True, slots=True)
class PastCall:
    """One call. Times are UTC."""

    at: datetime
    profile: str
    operation: str
    """Id of the operation."""
    arguments: Mapping[str, object] = field(default_factory=dict)
    """By Python name, as JSON has them, without credentials."""
    status: int | None = None
    """HTTP status; ``None`` when no answer came."""
    milliseconds: float = 0.0
    error: str = ""
    """What went wrong, in a few words; empty when it went well."""
    id: int = 0
    """Its number; 0 until it is kept."""

    @property
    def hidden(self) -> tuple[str, ...]:
        """Names of the arguments that hold a credential, which is not kept."""
        return tuple(
            name for name, value in self.arguments.items() if HIDDEN in json.dumps(value, ensure_ascii=False)
        )


class History(Protocol):
    """Keeps calls and finds them."""

    def add(self, call: PastCall) -> None:
        """Keep a call."""

    def find(self, words: str = "", limit: int = 500) -> Sequence[PastCall]:
        """Return calls whose operation or arguments have all the words, the newest first."""


class CallsInMemory:
    """A history for a run that keeps nothing on this box.

    Args:
        redactor: takes credentials out.
    """

    def __init__(self, redactor: Redactor | None = None) -> None:
        self._redactor = redactor or Redactor()
        self._calls: list[PastCall] = []

    def add(self, call: PastCall) -> None:
        """Keep a call."""
        self._calls = [*self._calls, _clean(call, self._redactor, len(self._calls) + 1)][-KEPT:]

    def find(self, words: str = "", limit: int = 500) -> Sequence[PastCall]:
        """Return calls that have all the words, the newest first."""
        wanted = words.casefold().split()
        found = [c for c in reversed(self._calls) if all(word in _searched(c) for word in wanted)]
        return found[:limit]


class Calls:
    """The history in the state file.

    Args:
        database: the state file.
        redactor: takes credentials out of all that is written.
    """

    def __init__(self, database: Database, redactor: Redactor | None = None) -> None:
        self._database = database
        self._redactor = redactor or Redactor()

    def add(self, call: PastCall) -> None:
        """Keep a call, and let go of those that are too old.

        Raises:
            DatabaseError: it cannot be written.
        """
        call = _clean(call, self._redactor, 0)
        row = (
            stamp(call.at), call.profile, call.operation,
            json.dumps(call.arguments), call.status, call.milliseconds, call.error, _searched(call),
        )  # fmt: skip
        with self._database.transaction() as connection:
            number = connection.execute(_INSERT, row).lastrowid or 0
            connection.execute("DELETE FROM calls WHERE id <= ?", (number - KEPT,))

    def find(self, words: str = "", limit: int = 500) -> Sequence[PastCall]:
        """Return calls that have all the words, the newest first.

        Raises:
            DatabaseError: they cannot be read.
        """
        wanted = words.casefold().split()
        where = " AND ".join("instr(searched, ?) > 0" for _ in wanted) or "1"
        rows = self._database.query(
            f"SELECT * FROM calls WHERE {where} ORDER BY id DESC LIMIT ?",  # noqa: S608 - only placeholders
            (*wanted, limit),
        )
        return [_call(row) for row in rows]


_INSERT = (
    "INSERT INTO calls (at, profile, operation, arguments, status, milliseconds, error, searched)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


def _clean(call: PastCall, redactor: Redactor, number: int) -> PastCall:
    arguments = redactor.data(call.arguments)
    return PastCall(
        call.at, call.profile, call.operation, arguments if isinstance(arguments, dict) else {},
        call.status, call.milliseconds, storable(redactor.text(call.error)), number,
    )  # fmt: skip


def _searched(call: PastCall) -> str:
    words = json.dumps(call.arguments, ensure_ascii=False)
    return storable(f"{call.operation} {words} {call.status or ''} {call.error}".casefold())


def _call(row: sqlite3.Row) -> PastCall:
    return PastCall(
        moment(row["at"]), row["profile"], row["operation"], json.loads(row["arguments"]),
        row["status"], row["milliseconds"], row["error"], row["id"],
    )  # fmt: skip
