"""One page of a list, and walking over all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

T = TypeVar("T")

MAX_PER_PAGE = 100
"""The platform's cap on ``perPage`` (platform-facts, section 4)."""


@dataclass(frozen=True)
class Page(Sequence[T], Generic[T]):
    """Rows of a list with what the platform said about the rest."""

    rows: tuple[T, ...]
    number: int | None = None
    """Page number from 1; ``None`` where the platform sent no ``meta``."""
    per_page: int | None = None
    total: int | None = None
    """Rows in the whole list; ``None`` where the platform sent no ``meta``."""

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Return a row, or a slice of them."""
        return self.rows[index]

    def __len__(self) -> int:
        """Return the rows on this page."""
        return len(self.rows)

    def __iter__(self) -> Iterator[T]:
        """Iterate over the rows of this page."""
        return iter(self.rows)

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after it."""
        if not self.rows or self.total is None:
            return True
        return (self.number or 1) * (self.per_page or len(self.rows)) >= self.total


async def every_row(
    fetch: Callable[[int], Awaitable[Page[T]]], *, most: int | None = None
) -> AsyncIterator[T]:
    """Yield the rows of all pages, fetching each when it is reached.

    Args:
        fetch: takes a page number from 1.
        most: stop after so many rows.
    """
    number, given = 1, 0
    while most is None or given < most:
        page = await fetch(number)
        for row in page[: None if most is None else most - given]:
            given += 1
            yield row
        if page.is_last:
            return
        number += 1
