"""Files that the platform makes for download: exports and reports."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass

FILES_PREFIX = "/_files/"
"""Where they are served: outside the API, without a key, as signed links are."""


@dataclass(frozen=True, slots=True)
class File:
    """One file."""

    name: str
    content_type: str
    content: bytes


class Files:
    """The files of a world."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, name: str, content_type: str, content: bytes) -> str:
        """Keep a file; returns the part of its address after the host."""
        token = hashlib.sha256(name.encode()).hexdigest()[:32]
        path = f"{FILES_PREFIX}{token}/{name}"
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (path, name, content_type, content)
        )
        return path

    def get(self, path: str) -> File | None:
        """Return the file at a path, or ``None``."""
        row = self._connection.execute(
            "SELECT name, content_type, content FROM files WHERE path = ?", (path,)
        ).fetchone()
        return File(*row) if row else None
