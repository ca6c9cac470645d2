"""A list of any length: what is shown of it is fetched, a page at a time, and kept for a while.

Moving through a million rows costs what moving through a thousand does: the pages that are seen and one
ahead are asked for, the rest only when somebody goes there, and what was seen long ago is let go.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError
from mttui.api.operation import Operation
from mttui.api.pages import MAX_PER_PAGE, Page

from .arranging import Arrangement, Filter, Sort
from .kept_pages import KeptPages
from .store import concerns

RETRY_AFTER = 10.0
"""Seconds after which a page that could not be read is asked for again when it is still looked at."""
_SEARCHES = ("search", "query", "q", "email")
"""Arguments that search on the server, the likeliest first."""


class Collection:
    """The rows of a list operation.

    Args:
        client: asks the platform.
        operation: the list.
        arguments: what it is called with, by Python name, without page and search.
        identity: what tells a row from the others; ``""`` where nothing does.
        clock: time.
        text_of: the text of a row that a filter looks at.
        on_fault: told of exceptions that are bugs of mttui.
        follows: read again what is looked at after every change of the resource.
    """

    def __init__(
        self,
        client: Mailtarget,
        operation: Operation,
        arguments: Mapping[str, Any] | None = None,
        *,
        identity: Callable[[Any], str],
        clock: Clock,
        text_of: Callable[[Any], str],
        on_fault: Callable[[BaseException], None],
        follows: bool = True,
    ) -> None:
        self.operation = operation
        self.arguments: Mapping[str, Any] = dict(arguments or {})
        self.error: ApiError | None = None
        """Why the last page that was asked for did not come; the rows that did stay."""
        self.read_at: float | None = None
        """When a page came last, in seconds of the clock's ``monotonic``."""
        self.revision = 0
        """Counts up with every change of what is shown."""
        self.total: int | None = None
        """Rows on the server, under its search; ``None`` before the first answer."""
        self.search = ""
        """What the server searches for."""
        self.narrowed: frozenset[str] = frozenset()
        """Names of the arguments that only narrow the list down for now."""
        self.marks: dict[str, Any] = {}
        """The marked rows by key. They stay when the rows are filtered or let go."""
        self._client, self._clock = client, clock
        self._on_fault = on_fault
        self._arranged = Arrangement(text_of)
        self._failed: dict[int, float] = {}
        self._seen = (0, 0)
        self._ahead = 1
        self._task: asyncio.Task[None] | None = None
        self._pokes: list[Callable[[], None]] = []
        self._stop_listening = client.on_changed(lambda done, _: self._changed(done)) if follows else _no_op
        names = {each.name: each for each in operation.parameters}
        self._pages_of_server = operation.paged and "page" in names
        self._takes_size = "per_page" in names
        # A list without pages comes as one, however long it is.
        self._kept = KeptPages(MAX_PER_PAGE if self._pages_of_server else 1 << 40, identity)
        self.search_argument = next(
            (
                each
                for each in _SEARCHES
                if each in names and not names[each].required and each not in self.arguments
            ),
            "",
        )
        """The argument that searches on the server; ``""`` where there is none."""
        self._sort_argument = "sort" if "sort" in names else ""

    # What there is

    def __len__(self) -> int:
        """Count the rows that are shown: those of the server, or those that the filter leaves."""
        order = self._order
        return (self.total or 0) if order is None else len(order)

    @property
    def loaded(self) -> int:
        """Rows in memory."""
        return len(self._kept)

    @property
    def all_loaded(self) -> bool:
        """Whether nothing is missing from memory."""
        return self.total is not None and self.loaded >= self.total

    @property
    def filter(self) -> Filter | None:
        """The filter on what is loaded, if there is one."""
        return self._arranged.filter

    @property
    def sort(self) -> Sort | None:
        """How the rows are sorted, if not as the server sends them."""
        return self._arranged.sort

    def row(self, index: int) -> Any:
        """Return the row at an index, or ``None`` when it is not in memory. Asks for nothing."""
        order = self._order
        if not 0 <= index < ((self.total or 0) if order is None else len(order)):
            return None
        return self._kept.row(index if order is None else order[index])

    def key(self, index: int) -> str:
        """Name the row at an index; a row that is not in memory is named by its place."""
        return self._kept.key(self._server_index(index))

    def index_of(self, key: str) -> int | None:
        """Find a row by its key; ``None`` when it is not in memory, or not shown."""
        at = self._kept.place_of(key)
        order = self._order
        if at is None or order is None:
            return at if at is not None and at < (self.total or 0) else None
        return self._arranged.place_of(at, order)

    def asked_at(self, index: int) -> float | None:
        """Return when the row at an index was asked for, in seconds of the clock's ``monotonic``."""
        return self._kept.asked_at(self._server_index(index))

    def rows(self) -> Iterator[tuple[str, Any]]:
        """Yield the shown rows that are in memory, with their keys, in their order."""
        for at in sorted(self._kept.rows()) if self._order is None else self._order:
            row = self._kept.row(at)
            if row is not None:
                yield self._kept.key(at), row

    def _server_index(self, index: int) -> int:
        order = self._order
        return index if order is None else order[index]

    @property
    def _order(self) -> Sequence[int] | None:
        arranged = self._arranged
        return None if arranged.is_plain else arranged.order(self.revision, self._kept.rows)

    # What is looked at

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever something is new; returns what ends that.

        While somebody has subscribed, what is out of date is read again.
        """
        self._pokes.append(poke)
        self._fetch_soon()
        return lambda: self._pokes.remove(poke)

    def show(self, first: int, rows: int, *, down: bool = True) -> None:
        """Say which rows are looked at: they are fetched, and one page ahead of them.

        Args:
            first: index of the first.
            rows: how many.
            down: whether one moves towards the end.
        """
        self._seen, self._ahead = (first, rows), 1 if down else -1
        self._kept.use(self._wanted())
        self._fetch_soon()

    async def load(self, index: int) -> Any:
        """Fetch the row at an index if need be, and return it; ``None`` when it did not come."""
        if self.row(index) is None and self._arranged.is_plain:
            self.show(index, 1)
            while (task := self._task) is not None and self.row(index) is None:
                await asyncio.wait((task,))
        return self.row(index)

    async def load_page(self, number: int) -> None:
        """Fetch a page, counted from 0, unless it is in memory and up to date."""
        if not self._arranged.is_plain:
            return
        end = self.subscribe(_no_op)  # whoever waits for a page looks at the list
        try:
            self.show(number * self._kept.per_page, 1)
            while (task := self._task) is not None and self._is_missing(number):
                await asyncio.wait((task,))
        finally:
            end()

    def refresh(self) -> None:
        """Read again what is looked at; the rest when it is looked at. What is there stays meanwhile."""
        self._kept.generation += 1
        self._failed.clear()
        self._fetch_soon()

    async def reload(self) -> None:
        """Read again what is looked at, and wait for it; :attr:`error` says when it did not come."""
        self.refresh()
        while (task := self._task) is not None:
            await asyncio.wait((task,))

    def find(self, words: str) -> None:
        """Search on the server, from the first row on.

        Raises:
            ValueError: the list has no search.
        """
        if not self.search_argument:
            raise ValueError(f"{self.operation.id} has no search")
        self.search = words
        self._start_over()

    def narrow(self, arguments: Mapping[str, Any]) -> None:
        """Call the list with further arguments in place of the last ones, from the first row on."""
        fixed = {name: value for name, value in self.arguments.items() if name not in self.narrowed}
        self.arguments, self.narrowed = {**fixed, **arguments}, frozenset(arguments)
        self._start_over()

    def keep(self, wanted: Filter | None) -> None:
        """Show only the loaded rows that fit a filter; ``None`` shows all."""
        self._arranged.filter = wanted
        self._poke()

    def order_by(self, sort: Sort | None) -> None:
        """Sort by a field, on the server where it can, else what is loaded.

        Raises:
            ValueError: see :meth:`reason_against_sort`.
        """
        if sort is not None and (reason := self.reason_against_sort(sort)):
            raise ValueError(reason)
        before, self._arranged.sort = self._arranged.sort, sort
        if any(each is not None and self._on_server(each) for each in (before, sort)):
            self._start_over()
        self._arranged.sorts_here = sort is not None and not self._on_server(sort)
        self._poke()

    def reason_against_sort(self, sort: Sort) -> str | None:
        """Say why the rows cannot be sorted by a field; ``None`` when they can."""
        if self._on_server(sort) or self.all_loaded:
            return None
        return f"only {self.loaded:,} of {self.total or 0:,} are loaded, and the server does not sort"

    def mark(self, key: str, row: Any) -> None:
        """Mark a row."""
        self.marks[key] = row
        self._poke()

    def mark_all(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Mark several rows, each given with its key."""
        self.marks.update(rows)
        self._poke()

    def unmark(self, *keys: str) -> None:
        """Take marks away; without keys all of them."""
        for key in keys or tuple(self.marks):
            self.marks.pop(key, None)
        self._poke()

    def close(self) -> None:
        """End what is under way, and follow no more changes."""
        self._stop_listening()
        if self._task is not None:
            self._task.cancel()

    def _on_server(self, sort: Sort) -> bool:
        return bool(self._sort_argument and sort.server)

    def _start_over(self) -> None:
        self._kept.generation += 1
        self._kept.clear()
        self._failed.clear()
        self._seen = (0, max(self._seen[1], 1))
        self.total, self.error = None, None
        self._poke()
        self._fetch_soon()

    def _changed(self, operation: Operation) -> None:
        if concerns((self.operation.resource,), operation.refreshes):
            self.refresh()

    # Fetching

    def _fetch_soon(self) -> None:
        if self._task is None and self._pokes and self._missing() is not None:
            self._task = asyncio.create_task(self._fetch_missing(), name=f"rows of {self.operation.id}")
            self._task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._task = None
        if task.cancelled():
            return
        trouble = task.exception()
        if trouble is not None:
            self._on_fault(trouble)
        else:
            # Somebody may have looked elsewhere while it came to its end.
            self._fetch_soon()

    def _missing(self) -> int | None:
        """Return the number, from 0, of the page that is wanted most; ``None`` when all is there."""
        return next((number for number in self._wanted() if self._is_missing(number)), None)

    def _wanted(self) -> list[int]:
        if not self._pages_of_server or self.total is None:
            return [0] if not self._pages_of_server else [self._seen[0] // self._kept.per_page]
        if not self._arranged.is_plain:
            # Filtered or sorted here: what is loaded is all that is looked at.
            return self._kept.outdated()
        first, rows = self._seen
        last = max(self.total - 1, 0) // self._kept.per_page
        top = min(first // self._kept.per_page, last)
        bottom = min((first + max(rows, 1) - 1) // self._kept.per_page, last)
        ahead = bottom + 1 if self._ahead > 0 else top - 1
        return [*range(top, bottom + 1), *([ahead] if 0 <= ahead <= last else [])]

    def _is_missing(self, number: int) -> bool:
        failed = self._failed.get(number)
        if failed is not None and self._clock.monotonic() - failed < RETRY_AFTER:
            return False
        return not self._kept.is_current(number)

    async def _fetch_missing(self) -> None:
        """Fetch what is wanted, one page after the other, always the one that is wanted most by then."""
        while self._pokes and (number := self._missing()) is not None:
            generation, asked_at = self._kept.generation, self._clock.monotonic()
            try:
                answer = await self._client.call(self.operation, self._arguments(number))
            except ApiError as error:
                self.error = error
                self._failed[number] = self._clock.monotonic()
                self._poke()
                continue
            if generation == self._kept.generation:
                self._failed.pop(number, None)
                self._take(number, answer, asked_at)

    def _arguments(self, number: int) -> dict[str, Any]:
        arguments = dict(self.arguments)
        if self._pages_of_server:
            arguments["page"] = number + 1
            if self._takes_size:
                arguments["per_page"] = MAX_PER_PAGE
        if self.search:
            arguments[self.search_argument] = self.search
        if self.sort is not None and self._on_server(self.sort):
            arguments[self._sort_argument] = f"-{self.sort.server}" if self.sort.down else self.sort.server
        return arguments

    def _take(self, number: int, answer: Page[Any] | Sequence[Any], asked_at: float) -> None:
        rows = tuple(answer)
        said = answer.total if isinstance(answer, Page) else None
        before = number * self._kept.per_page
        total = before + len(rows) if said is None or not self._pages_of_server else said
        self.total, self.error, self.read_at = max(total, before + len(rows)), None, self._clock.monotonic()
        if not rows and before:
            self.total = min(self.total, before)
        self._kept.put(number, rows, asked_at)
        self._kept.cut(self.total, self._wanted())
        for at in range(before, before + len(rows)):
            if (key := self._kept.key(at)) in self.marks:
                self.marks[key] = self._kept.row(at)
        self._poke()

    def _poke(self) -> None:
        self.revision += 1
        for poke in tuple(self._pokes):
            poke()


def _no_op() -> None:
    """Nothing was begun, so nothing ends."""
