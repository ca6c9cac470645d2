"""The state file: one SQLite database that threads and several running copies share.

Write-ahead logging, so that a crash loses nothing that was committed and readers wait for nobody;
mode 0600; versioned by `PRAGMA user_version`.
"""

from __future__ import annotations

import fcntl
import os
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from .errors import DatabaseError
from .schema import MIGRATIONS

BUSY_MS = 5_000
"""How long one copy waits for the write of another, in milliseconds."""

MODE = 0o600
"""The mode of the file: SQLite gives the write-ahead log beside it the same."""


class Database:
    """The state file, opened. Each thread gets a connection of its own.

    Args:
        path: the file; it and its folder are made where they are not there.

    Raises:
        DatabaseError: it cannot be made or opened, is no database, or is of a newer mttui.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._closed = False
        _make_private(path)
        with self._told():
            _migrate(self._connection(), path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction on this thread's connection: all of it or nothing.

        Raises:
            DatabaseError: the file cannot be written: locked for too long, disk full.
        """
        with self._told():
            connection = self._connection()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                _roll_back(connection)
                raise

    def query(self, sql: str, parameters: tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """The rows of a SELECT.

        Raises:
            DatabaseError: the file cannot be read.
        """
        with self._told():
            return self._connection().execute(sql, parameters).fetchall()

    def close(self) -> None:
        """Close every thread's connection. A second call does nothing."""
        with self._guard:
            self._closed = True
            while self._connections:
                self._connections.pop().close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None and not self._closed:
            return connection
        with self._guard:
            if self._closed:
                raise DatabaseError(f"{self.path}: used after it was closed")
            connection = _connect(self.path)
            self._connections.append(connection)
        self._local.connection = connection
        return connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite raises into an error that says which file and what to do."""
        try:
            yield
        except sqlite3.Error as err:
            raise DatabaseError(f"{self.path}: {err}", advice=_advice(err, self.path)) from err


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        path,
        timeout=BUSY_MS / 1000,
        isolation_level=None,
        check_same_thread=False,  # only for closing: otherwise each thread has its own
    )
    connection.row_factory = sqlite3.Row
    # FULL: the journal says what was done to production; a power cut must not take it back.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _make_private(path: Path) -> None:
    """Make the file with mode 0600 from its first moment, or tighten one that is there.

    A file that is there is not opened here: closing it would drop the locks which another
    connection of this process holds on it (POSIX locks belong to the process).
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, MODE))
        except FileExistsError:
            if stat.S_IMODE(path.stat().st_mode) != MODE:
                path.chmod(MODE)
    except OSError as err:
        raise DatabaseError(
            f"{path}: cannot be opened for writing: {err.strerror}",
            advice="Its folder must be yours and writable; XDG_STATE_HOME moves it elsewhere.",
        ) from err


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder, so that of several copies which start together one makes the tables.

    SQLite's own waiting does not cover the change to write-ahead logging: it fails at once.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Bring the file to the newest version; of two copies that start together one does it."""
    version = _version(connection)
    if version > len(MIGRATIONS):
        raise DatabaseError(
            f"{path}: written by a newer mttui (version {version})",
            advice="Start that one, or set XDG_STATE_HOME to another folder.",
        )
    if version == len(MIGRATIONS):
        return
    with _alone(path.parent):
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            connection.execute("PRAGMA journal_mode = WAL")
        _upgrade(connection)


def _upgrade(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo, unless SQLite has already done so, as it does on a full disk."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _advice(err: sqlite3.Error, path: Path) -> str:
    if "not a database" in str(err) or "malformed" in str(err):
        return f"Move it away (mv {path} {path}.bad): a new one is made."
    if "locked" in str(err):
        return "Another copy has been writing for too long: look for one that is stopped."
    return "Is the disk full, or the folder not writable?"
