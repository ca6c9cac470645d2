"""Columns of a list as data, and how they share the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mttui.text import Align

GAP = 1
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a list."""

    id: str
    title: str
    width: int
    """Cells; the least there are when the column can grow."""
    weight: int = 0
    """Share of the room that is left over; 0 does not grow."""
    align: Align = "left"
    priority: int = 0
    """Where room is short, the lowest priority goes first; of equals, the rightmost."""


@dataclass(frozen=True, slots=True)
class PlacedColumn:
    """A column that is shown, with its width in cells."""

    at: int
    """Its place among all columns, shown or not."""
    column: Column
    width: int


def lay_out(columns: Sequence[Column], room: int) -> tuple[PlacedColumn, ...]:
    """Decide which columns are shown in `room` cells, and how wide.

    The last column that is left is shown in any case, cut to the room.
    """
    shown = list(enumerate(columns))
    while len(shown) > 1 and _least(shown) > room:
        shown.remove(min(shown, key=lambda each: (each[1].priority, -each[0])))
    spare = max(room - _least(shown), 0)
    weights = sum(column.weight for _, column in shown)
    placed: list[PlacedColumn] = []
    for at, column in shown:
        # Each takes its share of what is left, so that rounding loses no cell.
        extra = spare * column.weight // weights if weights else 0
        spare, weights = spare - extra, weights - column.weight
        placed.append(PlacedColumn(at, column, min(column.width + extra, room)))
    return tuple(placed)


def _least(shown: Sequence[tuple[int, Column]]) -> int:
    return sum(column.width for _, column in shown) + GAP * (len(shown) - 1)
