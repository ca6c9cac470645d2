"""Which copies of mttui are running on this box, so that none takes what another one is busy with.

Each copy holds an flock on a file of its own. The kernel lets go of it however the copy ends, by
`kill -9` too, so that no copy is ever taken for alive because of what it left behind. A copy that
is stopped (ctrl+z, a detached screen) is alive: it may go on at any moment.

The state file and these files must lie on a local disk: over NFS neither SQLite's write-ahead log
nor a lock held by another machine can be relied on.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self
from uuid import uuid4

from .errors import DatabaseError
from .journal import whoami

_SUFFIX = ".lock"
_MODE = 0o600
_WHO_MAX = 300
"""Bytes read of another copy's file."""


class Copies:
    """This copy among those that run. Files of copies that ended are swept at the start.

    Probes share their lock, so that two which look at the same moment do not see each other.

    Args:
        folder: where the files lie, beside the state file; made where it is not there.
        who: what others are told of this copy; found out without one.
        new_token: gives a word that no copy ever had.

    Raises:
        DatabaseError: the folder cannot be written to, or files there cannot be locked.
    """

    def __init__(
        self, folder: Path, *, who: str | None = None, new_token: Callable[[], str] = lambda: uuid4().hex
    ) -> None:
        self._folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._sweep()
            self.own, self._handle = self._enter(new_token)
        except OSError as err:
            raise DatabaseError(
                f"{folder}: no file can be made and locked there: {err.strerror}",
                advice="It must be yours, writable and on a local disk; XDG_STATE_HOME moves it elsewhere.",
            ) from err
        with suppress(OSError):  # a full disk: this copy lives all the same, only without a name
            os.write(self._handle, (who or _here()).encode(errors="replace"))
        self._closed = False

    own: str
    """The token of this copy."""

    def is_alive(self, token: str) -> bool:
        """Whether the copy of a token is running; nobody (an empty token) is not.

        What cannot be told is taken for alive: nothing may be taken from it.
        """
        if token == self.own:
            return not self._closed
        try:
            return bool(token) and not _is_free(self._path(token))
        except FileNotFoundError:
            return False
        except OSError:
            return True

    def who(self, token: str) -> str:
        """Who sits at a copy: `budi@ops1, pid 4711, pts/3`; empty when that cannot be told."""
        try:
            with self._path(token).open("rb") as file:
                return file.read(_WHO_MAX).decode(errors="replace")
        except OSError:
            return ""

    def close(self) -> None:
        """Leave: what this copy held is free. A second call does nothing."""
        if self._closed:
            return
        self._closed = True
        with suppress(OSError):  # a folder that is gone or read-only by now: the lock goes all the same
            self._path(self.own).unlink()
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _path(self, token: str) -> Path:
        return self._folder / f"{token}{_SUFFIX}"

    def _enter(self, new_token: Callable[[], str]) -> tuple[str, int]:
        """Make and lock a file; again when another copy swept it between the two."""
        while True:
            token = new_token()
            handle = os.open(self._path(token), os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if os.fstat(handle).st_nlink:
                    return token, handle
            except BlockingIOError:
                pass  # being swept this instant: another file
            except BaseException:
                os.close(handle)
                raise
            os.close(handle)

    def _sweep(self) -> None:
        for path in self._folder.glob(f"*{_SUFFIX}"):
            with suppress(OSError):  # another copy sweeps as well, or it is not ours to remove
                _is_free(path, remove=True)


def _is_free(path: Path, *, remove: bool = False) -> bool:
    """Whether nobody holds a file; such a one is removed if wished, before anybody can take it."""
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    else:
        if remove:
            path.unlink(missing_ok=True)
        return True
    finally:
        os.close(handle)


def _here() -> str:
    """Who and where this copy is."""
    try:
        terminal = f", {os.ttyname(0).removeprefix('/dev/')}"
    except OSError:
        terminal = ""
    return f"{whoami()}, pid {os.getpid()}{terminal}"
