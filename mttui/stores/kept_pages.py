"""The pages of a list that are in memory, and where each row is among them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

PAGES_KEPT = 40
"""Pages in memory at most: 4,000 rows."""


@dataclass(frozen=True, slots=True)
class _Page:
    rows: tuple[Any, ...]
    generation: int
    asked_at: float


class KeptPages:
    """Pages by number, those looked at last the longest.

    Args:
        per_page: rows of a page.
        identity: what tells a row from the others; ``""`` where nothing does.
    """

    def __init__(self, per_page: int, identity: Callable[[Any], str]) -> None:
        self.per_page = per_page
        self.generation = 0
        """Counts up when all that is here has become out of date."""
        self._identity = identity
        self._pages: OrderedDict[int, _Page] = OrderedDict()
        self._index: dict[str, int] = {}
        self._keys: dict[int, str] = {}

    def __len__(self) -> int:
        """Count the rows in memory."""
        return len(self._keys)

    def row(self, at: int) -> Any:
        """Return the row at a place of the list; ``None`` when it is not in memory."""
        page = self._pages.get(at // self.per_page)
        offset = at % self.per_page
        return page.rows[offset] if page is not None and offset < len(page.rows) else None

    def rows(self) -> Mapping[int, Any]:
        """Return the rows in memory by their places, in the order of the list."""
        return {at: self.row(at) for at in sorted(self._keys)}

    def key(self, at: int) -> str:
        """Name the row at a place: by its identity, or by the place where it is not known or not its own."""
        return self._keys.get(at) or f"#{at}"

    def place_of(self, key: str) -> int | None:
        """Return the place of a row in memory."""
        return int(key[1:]) if key.startswith("#") and key[1:].isdecimal() else self._index.get(key)

    def asked_at(self, at: int) -> float | None:
        """Return when the row at a place was asked for; ``None`` when it is not in memory."""
        page = self._pages.get(at // self.per_page)
        return None if page is None else page.asked_at

    def is_current(self, number: int) -> bool:
        """Say whether a page is in memory and up to date."""
        page = self._pages.get(number)
        return page is not None and page.generation == self.generation

    def outdated(self) -> list[int]:
        """Return the numbers of the pages in memory that are out of date."""
        return [number for number, page in self._pages.items() if page.generation != self.generation]

    def use(self, numbers: Collection[int]) -> None:
        """Note that pages are looked at."""
        for number in numbers:
            if number in self._pages:
                self._pages.move_to_end(number)

    def put(self, number: int, rows: tuple[Any, ...], asked_at: float = 0.0) -> None:
        """Take a page in, with the time at which it was asked for."""
        self._drop(number)
        self._pages[number] = _Page(rows, self.generation, asked_at)
        for at, row in enumerate(rows, number * self.per_page):
            identity = self._identity(row)
            taken = self._index.get(identity)
            if taken is not None and not self.is_current(taken // self.per_page):
                # The same row at its place before the last refresh.
                self._keys[taken] = f"#{taken}"
                taken = None
            if identity and taken is None:
                self._index[identity] = at
                self._keys[at] = identity
            else:
                self._keys[at] = f"#{at}"

    def cut(self, total: int, wanted: Collection[int]) -> None:
        """Let go of what lies past the end of the list, and of what was looked at longest ago.

        Args:
            total: rows of the list.
            wanted: pages to keep in any case.
        """
        for number in [each for each in self._pages if each and each * self.per_page >= total]:
            self._drop(number)
        while len(self._pages) > PAGES_KEPT:
            self._drop(next((each for each in self._pages if each not in wanted), next(iter(self._pages))))

    def clear(self) -> None:
        """Let go of everything."""
        self._pages.clear()
        self._index.clear()
        self._keys.clear()

    def _drop(self, number: int) -> None:
        page = self._pages.pop(number, None)
        if page is None:
            return
        first = number * self.per_page
        for at in range(first, first + len(page.rows)):
            key = self._keys.pop(at, "")
            if self._index.get(key) == at:
                del self._index[key]
