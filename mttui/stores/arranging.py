"""Filtering and sorting what is in memory of a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, overload


@dataclass(frozen=True, slots=True)
class Filter:
    """Words that a row must have, in any case; a word after ``!`` must not be there."""

    words: str

    def fits(self, text: str) -> bool:
        """Say whether the text of a row has all wanted words and none of the others."""
        found = text.casefold()
        for word in self.words.casefold().split():
            if word.startswith("!") and len(word) > 1:
                if word[1:] in found:
                    return False
            elif word not in found:
                return False
        return True


@dataclass(frozen=True, slots=True)
class Sort:
    """By what rows are sorted."""

    path: str
    """Path of the field in a row."""
    value: Callable[[Any], Any]
    """Takes a row, returns what stands there."""
    down: bool = False
    """Whether the largest comes first."""
    server: str = ""
    """Name that the server sorts by, where it can."""


class AllBut(Sequence[int]):
    """The numbers from 0 to a length, without a few: a long list of which some rows are left out.

    Args:
        length: of the whole list.
        left_out: the numbers that are not there.
    """

    def __init__(self, length: int, left_out: Iterable[int]) -> None:
        self._gaps = sorted({each for each in left_out if 0 <= each < length})
        # Where each gap would stand among the numbers that are left: how far a place has to be moved on.
        self._moved = [gap - at for at, gap in enumerate(self._gaps)]
        self._length = length - len(self._gaps)

    def __len__(self) -> int:
        """Count the numbers that are left."""
        return self._length

    @overload
    def __getitem__(self, place: int) -> int: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[int]: ...

    def __getitem__(self, place: int | slice) -> int | Sequence[int]:
        """Return the number at a place."""
        if isinstance(place, slice):
            return [self[each] for each in range(*place.indices(self._length))]
        if not 0 <= place < self._length:
            raise IndexError(place)
        return place + bisect_right(self._moved, place)

    def place_of(self, number: int) -> int | None:
        """Return where a number stands; ``None`` when it is left out."""
        gaps = bisect_left(self._gaps, number)
        is_gap = gaps < len(self._gaps) and self._gaps[gaps] == number
        return None if is_gap or not 0 <= number - gaps < self._length else number - gaps


class Arrangement:
    """The order of the rows in memory under a filter and a sort.

    Args:
        text_of: the text of a row that a filter looks at.
    """

    def __init__(self, text_of: Callable[[Any], str]) -> None:
        self.filter: Filter | None = None
        self.sort: Sort | None = None
        self.sorts_here = False
        """Whether the sort is done here, not on the server."""
        self._text_of = text_of
        self._known: tuple[object, ...] = ()
        self._order: Sequence[int] = ()
        self._places: dict[int, int] | None = None

    @property
    def is_plain(self) -> bool:
        """Whether all rows are shown as the server sends them."""
        return self.filter is None and not self.sorts_here

    def order(self, revision: int, rows: Callable[[], Mapping[int, Any]]) -> Sequence[int]:
        """Return the indices of the rows to show; worked out once for each revision.

        Args:
            revision: of the rows.
            rows: returns the rows in memory by their index on the server, in its order.
        """
        current = (revision, self.filter, self.sort, self.sorts_here)
        if current != self._known:
            self._known, self._places = current, None
            self._order = self._arrange(rows())
        return self._order

    def place_of(self, at: int, order: Sequence[int]) -> int | None:
        """Return where an index of the server stands in the order."""
        if not self.sorts_here:
            place = bisect_left(order, at)
            return place if place < len(order) and order[place] == at else None
        if self._places is None:
            self._places = {each: place for place, each in enumerate(order)}
        return self._places.get(at)

    def _arrange(self, rows: Mapping[int, Any]) -> Sequence[int]:
        kept = [at for at, row in rows.items() if self.filter is None or self.filter.fits(self._text_of(row))]
        if self.sort is None or not self.sorts_here:
            return kept
        value = self.sort.value
        known = [at for at in kept if value(rows[at]) is not None]
        unknown = [at for at in kept if value(rows[at]) is None]
        # What has no value comes last, whichever way the rest is sorted.
        return sorted(known, key=lambda at: _comparable(value(rows[at])), reverse=self.sort.down) + unknown


def _comparable(value: Any) -> tuple[int, Any]:
    """Make values of a column comparable, whatever the platform sent."""
    if isinstance(value, bool | int | float):
        return 0, value
    if hasattr(value, "timestamp"):
        return 0, value.timestamp()
    return 1, str(value).casefold()
