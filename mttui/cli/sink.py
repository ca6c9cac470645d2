"""Where data goes: stdout, without a buffer, so that what was written is known at every moment."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass

from mttui.local.errors import LocalError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class OutputError(LocalError):
    """The output cannot be written."""

    exit_code = 1


def output_error(error: OSError, where: str = "the output") -> OutputError:
    """Say what an error while writing means, and what to do."""
    is_full = error.errno in _FULL
    return OutputError(
        f"{where} cannot be written: {error.strerror or error}",
        advice="Make room, or write somewhere else, and run the command again."
        if is_full
        else "Look where the output goes, and run the command again.",
    )


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file the output stood; a pipe or a terminal has none."""

    device: int
    inode: int
    size: int
    """Bytes."""


class Sink:
    """Writes bytes to a file descriptor, all of them or an error.

    Args:
        descriptor: stdout, unless a test says otherwise.
    """

    def __init__(self, descriptor: int = 1) -> None:
        self._descriptor = descriptor
        self.is_terminal = os.isatty(descriptor)

    def write(self, data: bytes) -> None:
        """Write all of it.

        Raises:
            BrokenPipeError: nobody reads on.
            OutputError: the disk is full, or another error.
        """
        left = memoryview(data)
        try:
            while left:
                left = left[os.write(self._descriptor, left) :]
        except BrokenPipeError:
            raise
        except OSError as error:
            raise output_error(error) from error

    @property
    def place(self) -> Place | None:
        """Where it stands, when it is a file."""
        status = os.fstat(self._descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        return Place(status.st_dev, status.st_ino, status.st_size)

    def cut_back(self, to: Place) -> None:
        """Cut off what was written to the file after a place.

        Raises:
            OutputError: it cannot be cut.
        """
        try:
            os.ftruncate(self._descriptor, to.size)
            os.lseek(self._descriptor, 0, os.SEEK_END)
        except OSError as error:
            raise output_error(error) from error
