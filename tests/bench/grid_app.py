"""A grid and nothing else, to be measured: `python -m tests.bench.grid_app [ROWS]`."""

from __future__ import annotations

import sys

from mttui.text import Role, Span, ago, count
from mttui.views.columns import Column
from mttui.widgets.grid import Grid
from mttui.widgets.rows import Cells
from tests.widgets.kit_app import KitApp

COLUMNS = (
    Column("number", "Number", 12, priority=9),
    Column("address", "Address", 20, weight=2, priority=8),
    Column("status", "Status", 10, priority=7),
    Column("sent", "Sent", 9, align="right", priority=5),
    Column("bounced", "Bounced", 8, align="right", priority=4),
    Column("label", "Label", 8, weight=1, priority=2),
    Column("seen", "Seen", 5, align="right", priority=6),
)
STATUSES = (
    Span("active"),
    Span("bounced", Role.BAD),
    Span("pending", Role.WARN),
    Span("active"),
    Span("opted out", Role.MUTED),
)


class MadeRows:
    """Rows that are worked out when they are asked for."""

    def __init__(self, length: int) -> None:
        self._length = length

    def __len__(self) -> int:
        """Count the rows."""
        return self._length

    def key(self, index: int) -> str:
        """Name a row."""
        return str(index + 1)

    def index_of(self, key: str) -> int | None:
        """Find a row."""
        index = int(key) - 1
        return index if 0 <= index < self._length else None

    def cells(self, index: int) -> Cells:
        """Draw a row."""
        number = index + 1
        return (
            f"Row {number}",
            f"name{number * 7919 % 99_991}@example.com",
            STATUSES[number * 31 % len(STATUSES)],
            count(number * 7919 % 100_003),
            count(number * 31 % 997),
            Span(("news", "billing", "alerts", "")[number * 13 % 4], Role.MUTED),
            Span(ago(number * 97), Role.MUTED),
        )


def main(rows: str = "100000") -> None:
    """Show a grid of so many rows."""
    KitApp([Grid(COLUMNS, MadeRows(int(rows)))]).run(mouse=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
