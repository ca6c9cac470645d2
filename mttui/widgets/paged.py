"""A grid over a list of the platform: it tells the list what is looked at, and leaves the marks to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Protocol

from textual import events
from textual.message import Message

from mttui.text import Role, Span
from mttui.views.columns import Column

from .grid import Grid
from .rows import Cells

_ON_ITS_WAY = Span("…", Role.MUTED)


class LongList(Protocol):
    """A list of which a part is in memory, with marks, as :class:`mttui.stores.collection.Collection`."""

    marks: dict[str, Any]

    def __len__(self) -> int:
        """Count the rows."""
        ...

    def row(self, index: int) -> Any:
        """Return the row at an index; ``None`` when it is not in memory."""
        ...

    def key(self, index: int) -> str:
        """Name the row at an index; one without a name is called ``#`` and its place."""
        ...

    def index_of(self, key: str) -> int | None:
        """Find a row by its key."""
        ...

    def rows(self) -> Iterator[tuple[str, Any]]:
        """Yield the shown rows that are in memory, with their keys."""
        ...

    def show(self, first: int, rows: int, *, down: bool = True) -> None:
        """Say which rows are looked at."""
        ...

    def mark(self, key: str, row: Any) -> None:
        """Mark a row."""
        ...

    def mark_all(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Mark several rows."""
        ...

    def unmark(self, *keys: str) -> None:
        """Take marks away; without keys all of them."""
        ...


class PagedRows:
    """The rows of a collection; one that has not come yet is a line of dots.

    Args:
        collection: where they are.
        cells: draws a row.
        columns: how many cells a row has.
    """

    def __init__(self, collection: LongList, cells: Callable[[Any], Cells], columns: int) -> None:
        self._collection, self._cells = collection, cells
        self._blank: Cells = (_ON_ITS_WAY,) * columns

    def __len__(self) -> int:
        """Count the rows."""
        return len(self._collection)

    def key(self, index: int) -> str:
        """Name the row at an index."""
        return self._collection.key(index)

    def index_of(self, key: str) -> int | None:
        """Find a row."""
        return self._collection.index_of(key)

    def cells(self, index: int) -> Cells:
        """Give the cells of the row at an index."""
        row = self._collection.row(index)
        return self._blank if row is None else self._cells(row)


class PagedGrid(Grid):
    """A grid whose rows come page by page, with marks that stay when rows are let go.

    Args:
        columns: what a row has.
        collection: the rows.
        cells: draws a row.
        empty: shown when there are none.
    """

    class CannotMark(Grid._About):  # noqa: SLF001 (what all messages of a grid have)
        """The row has not come yet, or nothing tells it from others."""

    class CannotOpen(Message):
        """There is no row to open."""

    def __init__(
        self,
        columns: Sequence[Column],
        collection: LongList,
        cells: Callable[[Any], Cells],
        *,
        empty: str,
        id: str | None = None,  # noqa: A002 (Textual's name for it)
    ) -> None:
        super().__init__(columns, PagedRows(collection, cells, len(columns)), empty=empty, id=id)
        self._collection, self._cells_of = collection, cells
        self._marks = collection.marks
        self._anchor: int | None = None
        self._looked_at = (0, 0)

    def say_empty(self, text: str) -> None:
        """Say something else while there are no rows."""
        if text != self._empty:
            self._empty = text
            self.refresh()

    def source_changed(self) -> None:
        """Draw anew after rows came, went, moved or changed."""
        super().source_changed()
        self.look()

    def _move(self, index: int, top: int) -> None:
        super()._move(index, top)
        self.look()

    def on_resize(self, _event: events.Resize) -> None:
        """Ask for as many rows as there is room for."""
        self.call_after_refresh(self.look)

    def show_fields(self, columns: Sequence[Column]) -> None:
        """Show other columns, as many as the rows have cells."""
        self._rows.clear()
        self._source = PagedRows(self._collection, self._cells_of, len(columns))
        self.show_columns(columns)

    def show_list(self, collection: LongList, *, empty: str) -> None:
        """Show another list with the same columns, from its first row on."""
        self._collection, self._marks = collection, {}
        self._anchor, self._looked_at = None, (0, 0)
        self.show_source(PagedRows(collection, self._cells_of, len(self._columns)), empty=empty)
        self._marks = collection.marks

    def look(self) -> None:
        """Say which rows are looked at."""
        before, self._looked_at = self._looked_at, (self._top, self.page_height)
        if self.content_size.height:
            self._collection.show(self._top, self.page_height, down=self._top >= before[0])

    def _forget_marks(self) -> None:
        """Marks belong to the collection, which keeps them."""

    def action_mark(self) -> None:
        """Mark the row or unmark it, and move to the next."""
        key, index = self.cursor_key, self.cursor_index
        if key is None or index is None:
            return
        self._anchor = index
        if key in self._collection.marks:
            self._collection.unmark(key)
        elif not self._mark_at(index):
            self.post_message(self.CannotMark(self, key, index))
            return
        self.post_message(self.Marked(self, key, index))
        self.action_step(1)

    def action_open(self) -> None:
        """Say that the row was opened, or that there is none."""
        if self.cursor_key is None:
            self.post_message(self.CannotOpen())
        else:
            super().action_open()

    def mark_range(self) -> tuple[int, int]:
        """Mark from the row that was marked last to the cursor.

        Returns:
            How many rows that are, and how many of them could not be marked.
        """
        at = self.cursor_index
        if at is None:
            return 0, 0
        anchor = at if self._anchor is None else self._anchor
        rows = range(min(anchor, at), min(max(anchor, at) + 1, len(self._source)))
        marked = sum(self._mark_at(index) for index in rows)
        self.refresh()
        return len(rows), len(rows) - marked

    def mark_loaded(self) -> int:
        """Mark all shown rows that are in memory; returns how many those are."""
        rows = [(key, row) for key, row in self._collection.rows() if not key.startswith("#")]
        self._collection.mark_all(rows)
        self.refresh()
        return len(rows)

    def _mark_at(self, index: int) -> bool:
        key, row = self._collection.key(index), self._collection.row(index)
        if row is None or key.startswith("#"):
            return False
        self._collection.mark(key, row)
        return True
