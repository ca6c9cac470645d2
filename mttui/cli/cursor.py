"""The cursor file: how far a run over all pages has come, so that a broken one goes on where it was.

It is written after the rows of a page have been, in one step, and holds what it belongs to: another
operation, other arguments or another account are refused. Where the output is a file, its length is
noted too, and what an interrupted page left behind it is cut off before the rows come again.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from click import UsageError

from mttui.local.errors import LocalError

from .sink import Place, Sink, output_error

_VERSION = 1


class CursorError(LocalError):
    """The cursor file cannot be used for this run."""


@dataclass(frozen=True, slots=True)
class Position:
    """How far a run has come."""

    page: int = 1
    """The number of the page to be read next."""
    rows: int = 0
    """Rows that have been written."""
    last_ids: tuple[str, ...] = ()
    """Ids of the rows of the page before, which may come again where the list has grown."""
    output: Place | None = None
    """Where the output stood then, when it is a file."""
    done: bool = False
    """Whether that was all."""


class Cursor:
    """A cursor file.

    Args:
        path: the file; made when it is not there.
        bound: what it belongs to: operation, request, form, profile, address.
    """

    def __init__(self, path: Path, bound: Mapping[str, Any]) -> None:
        self._path = path
        self._bound = dict(bound)

    def load(self) -> Position:
        """Return where to go on; the beginning when there is no such file.

        Raises:
            CursorError: the file is none of ours, or belongs to something else.
        """
        try:
            kept = json.loads(self._path.read_bytes())
            if not isinstance(kept, dict) or kept["version"] != _VERSION:
                raise self._not_ours()
            bound, at = kept["of"], kept["at"]
            place = Place(**at["output"]) if at["output"] else None
            position = Position(
                int(at["page"]), int(at["rows"]), tuple(at["last_ids"]), place, at["done"] is True
            )
        except FileNotFoundError:
            return Position()
        except OSError as error:
            raise CursorError(
                f"{self._path}: cannot be read: {error.strerror}", advice="Name another file with --cursor."
            ) from error
        except (ValueError, KeyError, TypeError) as trouble:
            raise self._not_ours() from trouble
        self._refuse_another(bound)
        return position

    def _not_ours(self) -> CursorError:
        return CursorError(
            f"{self._path}: is no cursor file of mttui",
            advice="Name another file with --cursor, or delete this one to begin anew.",
        )

    def _refuse_another(self, bound: Mapping[str, Any]) -> None:
        differing = [name for name in self._bound if bound.get(name) != self._bound[name]]
        if differing:
            raise CursorError(
                f"{self._path}: belongs to another run: {', '.join(differing)} differ",
                advice="Run what it belongs to, name another file, or delete it to begin anew.",
            )

    def save(self, position: Position, *, for_good: bool = False) -> None:
        """Put a new file in the place of the old one, in one step.

        Args:
            position: how far the run has come.
            for_good: wait until the disk has it, which a page need not.

        Raises:
            OutputError: it cannot be written.
        """
        text = json.dumps({"version": _VERSION, "of": self._bound, "at": asdict(position)})
        try:
            handle, name = tempfile.mkstemp(prefix=".cursor-", dir=self._path.absolute().parent)
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(text)
                    if for_good:
                        file.flush()
                        os.fsync(file.fileno())
                Path(name).replace(self._path)
            finally:
                Path(name).unlink(missing_ok=True)
        except OSError as error:
            raise output_error(error, f"the cursor file {self._path}") from error


def take_up(position: Position, sink: Sink) -> None:
    """Make the output ready for going on: cut off what an interrupted page left in a file.

    Raises:
        UsageError: the rows so far were in this file and are gone.
    """
    then, now = position.output, sink.place
    if then is None or now is None or (then.device, then.inode) != (now.device, now.inode):
        return
    if now.size < then.size:
        raise UsageError(
            "The output file has lost rows that the cursor counts as written. Append to it with >>,"
            " or delete the cursor file to begin anew."
        )
    if now.size > then.size:
        sink.cut_back(then)
