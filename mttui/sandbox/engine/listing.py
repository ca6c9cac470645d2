"""Reading lists out of tables: conditions are constants of the code, values are always bound."""

from __future__ import annotations

import sqlite3
from typing import Any

Row = tuple[Any, ...]


class Listing:
    """Rows of a table, narrowed down by conditions.

    Args:
        connection: where the table is.
        table: the table, or several joined.
        columns: what a row consists of.
        counted: the table that is enough for counting, where that is not all of ``table``.
    """

    def __init__(
        self, connection: sqlite3.Connection, table: str, columns: str, counted: str | None = None
    ) -> None:
        self._connection = connection
        self._table = table
        self._counted = counted or table
        self._columns = columns
        self._conditions = ["1"]
        self._values: list[Any] = []

    def where(self, condition: str, *values: Any) -> Listing:
        """Keep only the rows that a condition with ``?`` for each value holds for; returns itself."""
        self._conditions.append(condition)
        self._values.extend(values)
        return self

    def total(self) -> int:
        """Return how many rows there are."""
        (n,) = self._run(f"SELECT count(*) FROM {self._counted}", "").fetchone()  # noqa: S608  # no values
        return int(n)

    def rows(self, order: str, limit: int = -1, offset: int = 0) -> list[Row]:
        """Return rows in an order; -1 is all."""
        select = f"SELECT {self._columns} FROM {self._table}"  # noqa: S608  # no values in it
        return self._run(select, f" ORDER BY {order} LIMIT ? OFFSET ?", limit, offset).fetchall()

    def _run(self, select: str, rest: str, *more: Any) -> sqlite3.Cursor:
        where = " AND ".join(self._conditions)
        return self._connection.execute(f"{select} WHERE {where}{rest}", [*self._values, *more])
