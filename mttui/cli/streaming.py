"""`mttui api OPERATION --all`: the rows of every page, in order, as they come."""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from types import FrameType
from typing import TYPE_CHECKING, Any

from mttui.api.errors import ApiError
from mttui.api.operation import Operation

from .cursor import Cursor, Position
from .paging import PageRead, pages
from .progress import Progress, say
from .rows import Form, unprintable_escaped
from .sink import Sink

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget
    from mttui.api.transport import Reply


class Stream:
    """One run over all pages.

    Args:
        client: the account.
        operation: a list that comes in pages.
        arguments: by Python name, ``page`` not among them.
        per_page: rows a page.
        form: turns rows into text.
        sink: takes the bytes.
        cursor: keeps how far it has come; ``None`` for a run that cannot be taken up.
        start: where it begins.
        progress: says how it gets on.
    """

    def __init__(
        self,
        client: Mailtarget,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        per_page: int,
        form: Form,
        sink: Sink,
        cursor: Cursor | None,
        start: Position,
        progress: Progress,
    ) -> None:
        self._client = client
        self._operation = operation
        self._arguments = arguments
        self._per_page = per_page
        self._form = form
        self._sink = sink
        self._cursor = cursor
        self._at = start
        self._progress = progress
        self._shrunk: tuple[int, int] | None = None
        self._total: int | None = None

    async def run(self) -> None:
        """Write every row.

        Raises:
            ApiError: a page could not be had; what was read before it has been written.
            OutputError: rows or cursor cannot be written.
        """
        try:
            async for page in pages(
                self._fetch, operation=self._operation.id, first=self._at.page, per_page=self._per_page
            ):
                with finished_first():
                    new = self._write(page)
                self._progress.tell(self._at.rows, page.total)
                if not (new or page.is_last):
                    self._progress.say(
                        f"{self._operation.id} answers every page with the same rows; stopped."
                    )
                    break
        except (ApiError, asyncio.CancelledError, KeyboardInterrupt, SystemExit):
            self._progress.say(f"stopped after {self._at.rows:,} rows, on page {self._at.page:,}.")
            raise
        finally:
            self._progress.clear()
        self._put(self._form.end())
        self._tell_shrunk()

    async def _fetch(self, number: int) -> Reply:
        return await self._client.call_raw(self._operation, {**self._arguments, "page": number})

    def _write(self, page: PageRead) -> int:
        """Write what is new on a page, then how far that is; return how many rows."""
        rows, ids = self._new_rows(page)
        self._put(self._form.page(rows))
        self._at = replace(
            self._at,
            page=page.number + 1,
            rows=self._at.rows + len(rows),
            last_ids=ids,
            output=self._sink.place if self._cursor else None,
            done=page.is_last,
        )
        if self._cursor is not None:
            self._cursor.save(self._at, for_good=page.is_last)
        self._note_total(page.total)
        return len(rows)

    def _new_rows(self, page: PageRead) -> tuple[Sequence[Any], tuple[str, ...]]:
        """Leave out rows that moved here from the page before, because the list grew at its head."""
        ids = tuple(row_id(row) for row in page.rows)
        seen = {each for each in self._at.last_ids if each}
        rows = [row for row, each in zip(page.rows, ids, strict=True) if each not in seen]
        return rows, ids

    def _note_total(self, total: int | None) -> None:
        if total is not None and self._total is not None and total < self._total:
            self._shrunk = (self._total, total)
        self._total = total if total is not None else self._total

    def _tell_shrunk(self) -> None:
        if self._shrunk:
            before, after = self._shrunk
            say(f"the list shrank from {before:,} to {after:,} while it was read: some rows may be missing.")

    def _put(self, text: str) -> None:
        if self._sink.is_terminal:
            text = unprintable_escaped(text)
        self._sink.write(text.encode(errors="replace"))


def row_id(row: Any) -> str:
    """Return a row's id; empty when it has none."""
    if not isinstance(row, Mapping):
        return ""
    return str(row.get("_id") or row.get("id") or "")


@contextmanager
def finished_first() -> Iterator[None]:
    """Let a page and its place in the cursor be written before Ctrl+C or SIGTERM ends the run.

    A second one ends it at once: who reads the output may have stopped reading.
    """
    asked: list[tuple[int, FrameType | None]] = []
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def note(number: int, frame: FrameType | None) -> None:
        asked.append((number, frame))
        if len(asked) > 1:
            _end(number)

    for number in before:
        signal.signal(number, note)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if asked:
        _end(asked[0][0])


def _end(number: int) -> None:
    if number == signal.SIGINT:
        raise KeyboardInterrupt
    sys.exit(128 + number)
