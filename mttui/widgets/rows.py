"""Where the rows of a grid come from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from mttui.text import Span

Row = TypeVar("Row")

Cells = Sequence[Span | str]
"""The cells of a row: one for each column, in the order of the columns."""


class RowSource(Protocol):
    """Rows by index. A grid asks only for those that it shows."""

    def __len__(self) -> int:
        """Count the rows."""
        ...

    def key(self, index: int) -> str:
        """Name the row at an index; the name stays when rows move."""
        ...

    def index_of(self, key: str) -> int | None:
        """Find a row; None when it is not there, or not known to be."""
        ...

    def cells(self, index: int) -> Cells:
        """Give the cells of the row at an index, quickly; a row on its way may be blank."""
        ...


class ListRows(Generic[Row]):
    """Rows that are all in memory.

    Args:
        key: Names a row.
        cells: Draws a row.
    """

    def __init__(
        self,
        rows: Iterable[Row] = (),
        *,
        key: Callable[[Row], str],
        cells: Callable[[Row], Cells],
    ) -> None:
        self._key, self._cells = key, cells
        self.replace(rows)

    def replace(self, rows: Iterable[Row]) -> None:
        """Take other rows; tell the grid with `source_changed`."""
        self.rows: Sequence[Row] = tuple(rows)
        self._index: dict[str, int] | None = None

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.rows)

    def key(self, index: int) -> str:
        """Name the row at an index."""
        return self._key(self.rows[index])

    def index_of(self, key: str) -> int | None:
        """Find a row."""
        if self._index is None:
            self._index = {self._key(row): at for at, row in enumerate(self.rows)}
        return self._index.get(key)

    def cells(self, index: int) -> Cells:
        """Give the cells of the row at an index."""
        return self._cells(self.rows[index])
