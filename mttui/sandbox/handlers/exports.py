"""Exports that are made in the background, and the files they end in."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import Any

from ..engine.documents import Document
from ..engine.files import path_of
from ..engine.founding import founder
from ..engine.tasks import COMPLETED, finishes
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, not_found

Rows = Callable[[World, Mapping[str, Any]], Iterable[Sequence[object]]]
"""Takes the world and what was asked for; yields the heading and the rows."""
Count = Callable[[World, Mapping[str, Any]], int]
"""Counts the rows without making them."""
_SECONDS = 4
_ROWS_A_PIECE = 500


def csv_of(rows: Iterable[Sequence[object]]) -> bytes:
    """Write rows as CSV."""
    return b"".join(csv_pieces(rows))


def csv_pieces(rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """Write rows as CSV, some at a time."""
    left = iter(rows)
    while some := list(islice(left, _ROWS_A_PIECE)):
        text = io.StringIO()
        csv.writer(text).writerows(some)
        yield text.getvalue().encode()


class Export:
    """A kind of export: begun by one operation, read by another.

    Args:
        kind: of its documents.
        prefix: of its ids.
        rows: what is in the file.
        id_field: how the id is called in answers.
        code: error code before ``_NOT_FOUND``.
        known: id of one that is completed from the beginning, as the reference's examples have it.
        count: counts the rows where they are too many to be kept; the file is then written when it is
            fetched, and says what holds then.
        has_reader: whether an operation reads how one stands. Where none does, the first answer says already
            where the file will be: nothing else could. Public sources say nothing of it.
    """

    def __init__(
        self, kind: str, prefix: str, rows: Rows, *, id_field: str = "downloadId", code: str = "EXPORT",
        known: str = "", count: Count | None = None, has_reader: bool = True,
    ) -> None:  # fmt: skip
        self.kind, self._prefix, self._rows, self._count = kind, prefix, rows, count
        self._id_field, self._code, self._has_reader = id_field, code, has_reader
        finishes(kind)(self._finish)
        if known:
            founder(lambda world, _start: self._begin(world, known, {}, seconds=0))

    def _begin(self, world: World, key: str, asked: Mapping[str, Any], *, seconds: int) -> None:
        body = {self._id_field: key, "asked": dict(asked)}
        world.tasks.start(self.kind, key, body, seconds=seconds)

    def start(self, call: Call, **more: Any) -> Reply:
        """Begin one with what the body asks for; more stands in the answer."""
        number = len(call.world.documents.all(self.kind)) + 1
        key = f"{self._prefix}_{number:03d}"
        body = {self._id_field: key, "asked": call.fields(), **more}
        document = call.world.tasks.start(self.kind, key, body, seconds=_SECONDS)
        return Reply(self._public(call, document), status=202)

    def get(self, call: Call) -> Reply:
        """Say how one stands; a completed one has its file."""
        document = call.world.documents.get(self.kind, call.path["id"])
        if document is None:
            raise not_found(self._code, "export")
        if self._count is not None and document.body["status"] == COMPLETED:
            self._write_late(call.world, document)  # another run of the sandbox may have finished it
        return Reply(self._public(call, document))

    def _finish(self, world: World, document: Document) -> None:
        asked = document.body["asked"]
        if self._count is not None:
            document.body["totalRows"] = self._count(world, asked)
            self._write_late(world, document)
            return
        rows = list(self._rows(world, asked))
        document.body["totalRows"] = len(rows) - 1
        world.files.put(_file_name(document), "text/csv", csv_of(rows))

    def _write_late(self, world: World, document: Document) -> None:
        write = partial(self._pieces, world, document.body["asked"])
        world.files.put_late(_file_name(document), "text/csv", write)

    def _pieces(self, world: World, asked: Mapping[str, Any]) -> Iterator[bytes]:
        return csv_pieces(self._rows(world, asked))

    def _public(self, call: Call, document: Document) -> dict[str, Any]:
        body = {name: value for name, value in document.body.items() if name != "asked"}
        if document.body["status"] == COMPLETED or not self._has_reader:
            body["downloadUrl"] = call.base_url + path_of(_file_name(document))
        return body


def _file_name(document: Document) -> str:
    return f"{document.id}.csv"
