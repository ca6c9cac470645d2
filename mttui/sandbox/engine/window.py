"""The rolling five minutes that velocity rules and reputation look at, by time of injection."""

from __future__ import annotations

from collections import Counter

from .records import BUCKET

WINDOW = 300
"""Seconds."""

Cell = tuple[str, str, str]
"""Dimension, key, measure; the whole account is dimension ``all`` with an empty key."""


class Window:
    """Sums over the last five minutes, kept as messages are counted and as buckets leave."""

    def __init__(self) -> None:
        self._cells: dict[int, Counter[Cell]] = {}
        self._sums: Counter[Cell] = Counter()
        self._oldest = 0

    def add(self, bucket: int, cell: Cell, n: int) -> None:
        """Count ``n`` more in a bucket; what is older than the window is ignored."""
        if bucket < self._oldest:
            return
        cells = self._cells.get(bucket)
        if cells is None:
            cells = self._cells[bucket] = Counter()
        cells[cell] += n
        self._sums[cell] += n

    def move_to(self, now: int) -> None:
        """Let go of the buckets that are out of the window at ``now``, a whole bucket's start."""
        self._oldest = now - now % BUCKET - WINDOW
        for bucket in [b for b in self._cells if b < self._oldest]:
            self._sums.subtract(self._cells.pop(bucket))
        self._sums += Counter()

    def count(self, measure: str, dimension: str = "all", key: str = "") -> int:
        """Return how many of a measure are in the window."""
        return self._sums[dimension, key, measure]

    def keys(self, dimension: str) -> list[str]:
        """Return the keys of a dimension from which anything was sent, sorted."""
        return sorted(
            key for (dim, key, measure), n in self._sums.items()
            if dim == dimension and measure == "sent" and n > 0
        )  # fmt: skip
