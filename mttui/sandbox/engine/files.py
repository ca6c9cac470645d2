"""Files that the platform makes for download: exports and reports."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

FILES_PREFIX = "/_files/"
"""Where they are served: outside the API, without a key, as signed links are."""


Writer = Callable[[], Iterable[bytes]]
"""Yields a file piece by piece."""


@dataclass(frozen=True, slots=True)
class File:
    """One file."""

    name: str
    content_type: str
    write: Writer


class Files:
    """The files of a world."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._written_late: dict[str, File] = {}

    def put(self, name: str, content_type: str, content: bytes) -> str:
        """Keep a file; returns the part of its address after the host."""
        path = path_of(name)
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, name, content_type, content)
        )
        return path

    def put_late(self, name: str, content_type: str, write: Writer) -> None:
        """Keep a file that is written whenever it is fetched: one too long to be kept."""
        self._written_late[path_of(name)] = File(name, content_type, write)

    def get(self, path: str) -> File | None:
        """Return the file at a path, or ``None``."""
        if path in self._written_late:
            return self._written_late[path]
        row = self._connection.execute(
            "SELECT name, content_type, content FROM files WHERE path = ?", (path,)
        ).fetchone()
        return File(row[0], row[1], lambda: (row[2],)) if row else None


def path_of(name: str) -> str:
    """Return the part of a file's address after the host, whether the file is there yet or not."""
    token = hashlib.sha256(name.encode()).hexdigest()[:32]
    return f"{FILES_PREFIX}{token}/{name}"
