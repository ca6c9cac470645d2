"""Resources that are just kept: campaigns, batches, credentials, rules. One table, one JSON body each."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from .listing import Listing, Row


@dataclass(slots=True)
class Document:
    """One resource. ``stage`` and ``label`` are beside the body so that SQL can filter on them."""

    kind: str
    id: str
    body: dict[str, Any]
    stage: str = ""
    label: str = ""
    due: int | None = None
    """Epoch seconds at which it starts by itself."""
    seq: int = field(default=0, compare=False)


_COLUMNS = "kind, id, seq, stage, label, due, body"
_PUT = (
    "INSERT OR REPLACE INTO documents (kind, id, seq, stage, label, due, body) VALUES (?, ?, ?, ?, ?, ?, ?)"
)


class Documents:
    """Stores documents; writes at once, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._last: int | None = None

    def put(self, document: Document) -> None:
        """Insert or replace; a new one comes last in its kind."""
        if not document.seq:
            document.seq = self.next_seq()
        self._connection.execute(
            _PUT,
            (
                document.kind, document.id, document.seq, document.stage, document.label,
                document.due, json.dumps(document.body),
            ),
        )  # fmt: skip

    def next_seq(self) -> int:
        """Return the number that the next new document gets."""
        if self._last is None:
            (last,) = self._connection.execute("SELECT max(seq) FROM documents").fetchone()
            self._last = last or 0
        self._last += 1
        return self._last

    def get(self, kind: str, document_id: str) -> Document | None:
        """Return one, or ``None``."""
        return next(iter(_read(self._listing(kind).where("id = ?", document_id).rows("seq"))), None)

    def delete(self, kind: str, document_id: str) -> bool:
        """Delete one; says whether it was there."""
        done = self._connection.execute(
            "DELETE FROM documents WHERE kind = ? AND id = ?", (kind, document_id)
        )
        return done.rowcount > 0

    def all(self, kind: str) -> list[Document]:
        """Return all of a kind, oldest first."""
        return _read(self._listing(kind).rows("seq"))

    def at_stage(self, kind: str, stage: str) -> list[Document]:
        """Return those of a kind in one stage, oldest first."""
        return _read(self._listing(kind).where("stage = ?", stage).rows("seq"))

    def due(self, now: int) -> list[Document]:
        """Return what should have started by ``now``."""
        listing = Listing(self._connection, "documents", _COLUMNS)
        return _read(listing.where("due <= ?", now).rows("due, seq"))

    def page(
        self, kind: str, *, search: str = "", offset: int = 0, limit: int = 20
    ) -> tuple[list[Document], int]:
        """Return one page, newest first, and how many there are. ``search`` looks in the label."""
        listing = self._listing(kind)
        if search:
            listing.where("instr(lower(label), ?) > 0", search.lower())
        return _read(listing.rows("seq DESC", limit, offset)), listing.total()

    def _listing(self, kind: str) -> Listing:
        return Listing(self._connection, "documents", _COLUMNS).where("kind = ?", kind)


def _read(rows: list[Row]) -> list[Document]:
    return [
        Document(kind, document_id, json.loads(body), stage, label, due, seq)
        for kind, document_id, seq, stage, label, due, body in rows
    ]
