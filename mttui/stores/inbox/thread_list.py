"""The threads of one split, as a grid shows them: a list of any length with what was done here since.

A status as a whole is what the platform lists: any number of threads, fetched where one looks. A saved
filter, a search and an order of our own look through the latest :data:`SCAN_PAGES` pages, because the
platform can neither filter nor sort threads; what is said about the list says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.api.pages import MAX_PER_PAGE
from mttui.stores.arranging import AllBut, Filter
from mttui.stores.collection import Collection

from .clocks import clock_of
from .overlay import Overlay, is_later
from .splits import Split

SCAN_PAGES = 10
"""Pages that are looked through where the platform cannot filter: 1,000 threads, ten requests."""

Verdicts = Mapping[str, InboundVerdict]


class ThreadList:
    """The rows of a split.

    Args:
        split: which threads.
        collection: the platform's list of them; read again by whoever polls, not after every change.
        overlay: what was done here since.
        verdicts: what threads are about, by their ids.
        clock_split: returns the split whose response times count for a thread.
        now: returns the platform's time.
        text_of: the text of a thread that a search looks at.
    """

    def __init__(
        self,
        split: Split,
        collection: Collection,
        overlay: Overlay,
        verdicts: Verdicts,
        *,
        clock_split: Callable[[Thread], Split],
        now: Callable[[], datetime],
        text_of: Callable[[Thread], str],
    ) -> None:
        self.split, self.collection = split, collection
        self.marks: dict[str, Any] = {}
        """The marked threads by id. They stay when rows are let go."""
        self.by_breach = False
        """Whether who is to be answered first stands first."""
        self.search: Filter | None = None
        """Words that a thread must have."""
        self.also: dict[str, Thread] = {}
        """Threads that belong here and that no page brings, as those that were snoozed long ago."""
        self._overlay, self._verdicts = overlay, verdicts
        self._clock_split, self._now, self._text_of = clock_split, now, text_of
        self._pokes: list[Callable[[], None]] = []
        self._revision = 0
        self._known: tuple[object, ...] = ()
        self._extras: tuple[Thread, ...] = ()
        self._order: AllBut | Sequence[int] = ()
        self._places: dict[str, int] = {}

    # What there is

    @property
    def looks_through(self) -> bool:
        """Whether it is put together from loaded pages, not what the platform lists."""
        return not self.split.is_whole or self.by_breach or self.search is not None

    @property
    def is_scanned(self) -> bool:
        """Whether all pages that are looked through are here."""
        total = self.collection.total
        return total is not None and self.collection.loaded >= min(total, SCAN_PAGES * MAX_PER_PAGE)

    def __len__(self) -> int:
        """Count the rows that are shown."""
        self._arrange()
        return len(self._extras) + len(self._order)

    def row(self, index: int) -> Thread | None:
        """Return the thread at an index; ``None`` when it has not come."""
        self._arrange()
        if not 0 <= index < len(self._extras) + len(self._order):
            return None
        if index < len(self._extras):
            return self._extras[index]
        return self._seen_at(self._order[index - len(self._extras)])

    def key(self, index: int) -> str:
        """Name the thread at an index: by its id, or by its place where it has not come."""
        self._arrange()
        if index < len(self._extras):
            return self._extras[index].id
        return self.collection.key(self._order[index - len(self._extras)])

    def index_of(self, key: str) -> int | None:
        """Find a thread; ``None`` when it is not in memory, or not shown."""
        self._arrange()
        for at, thread in enumerate(self._extras):
            if thread.id == key:
                return at
        if not isinstance(self._order, AllBut):
            return self._places.get(key)
        at_server = self.collection.index_of(key)
        place = None if at_server is None else self._order.place_of(at_server)
        return None if place is None else place + len(self._extras)

    def rows(self) -> Iterator[tuple[str, Thread]]:
        """Yield the shown threads that are in memory, with their keys."""
        self._arrange()
        yield from ((thread.id, thread) for thread in self._extras)
        places = self._order
        if isinstance(places, AllBut):
            loaded = (self.collection.index_of(key) for key, _ in self.collection.rows())
            kept = (at for at in loaded if at is not None and places.place_of(at) is not None)
            places = list(kept)
        for at in places:
            if (thread := self._seen_at(at)) is not None:
                yield self.collection.key(at), thread

    # What is looked at

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever something is new; returns what ends that."""
        self._pokes.append(poke)
        ends = (self.collection.subscribe(poke), self._overlay.subscribe(poke))

        def end() -> None:
            self._pokes.remove(poke)
            for each in ends:
                each()

        return end

    def show(self, first: int, rows: int, *, down: bool = True) -> None:
        """Say which rows are looked at: where the platform lists them they are fetched."""
        self._arrange()
        if self.looks_through:
            return
        top = bottom = 0
        if self._order:
            last, above = len(self._order) - 1, len(self._extras)
            top = self._order[min(max(0, first - above), last)]
            bottom = self._order[min(max(0, first + rows - 1 - above), last)]
        self.collection.show(top, bottom - top + 1, down=down)

    async def scan(self) -> None:
        """Fetch the pages that are looked through, where they have to be."""
        for page in range(SCAN_PAGES):
            total = self.collection.total
            if not self.looks_through or (total is not None and page * MAX_PER_PAGE >= total):
                return
            await self.collection.load_page(page)

    async def reload(self) -> None:
        """Fetch again what is looked at, or what is looked through."""
        if self.looks_through:
            self.collection.refresh()
            await self.scan()
        else:
            await self.collection.reload()

    @property
    def oldest(self) -> float | None:
        """When the oldest page in memory was asked for, by the clock's ``monotonic``, if there is one."""
        pages = range(0, self.collection.total or 1, MAX_PER_PAGE)
        asked = (self.collection.asked_at(first) for first in pages)
        return min((each for each in asked if each is not None), default=None)

    def find(self, words: str) -> None:
        """Show only the threads that have some words; none of them shows all."""
        self.search = Filter(words.strip()) if words.strip() else None
        self.poke()

    def order_by_breach(self, *, wanted: bool) -> None:
        """Put first who is to be answered first, or the latest."""
        self.by_breach = wanted
        self.poke()

    def also_show(self, threads: Mapping[str, Thread]) -> None:
        """Show threads that no page brings."""
        if threads != self.also:
            self.also = dict(threads)
            self.poke()

    def mark(self, key: str, row: Any) -> None:
        """Mark a thread."""
        self.marks[key] = row
        self.poke()

    def mark_all(self, rows: Iterable[tuple[str, Any]]) -> None:
        """Mark several threads."""
        self.marks.update(rows)
        self.poke()

    def unmark(self, *keys: str) -> None:
        """Take marks away; without keys all of them."""
        for key in keys or tuple(self.marks):
            self.marks.pop(key, None)
        self.poke()

    def poke(self) -> None:
        """Have it drawn anew."""
        self._revision += 1
        for poke in tuple(self._pokes):
            poke()

    @property
    def revision(self) -> tuple[int, ...]:
        """Differs whenever something that is shown does."""
        return (self.collection.revision, self._overlay.revision, self._revision)

    # How it is put together

    def _seen_at(self, at: int) -> Thread | None:
        row = self.collection.row(at)
        return None if row is None else self._overlay.seen(row, self.collection.asked_at(at))

    def _fits(self, thread: Thread) -> bool:
        if self.search is not None and not self.search.fits(self._text_of(thread)):
            return False
        return self.split.fits(thread, self._verdicts.get(thread.id), self._now())

    def _arrange(self) -> None:
        """Work out which rows are shown; once for each change."""
        # Every row asks for this, so it is not put together from :attr:`revision`.
        current = (self.collection.revision, self._overlay.revision, self._revision, len(self._verdicts))
        if current == self._known:
            return
        self._known = current
        self._extras = tuple(self._find_extras())
        if self.looks_through:
            self._order = self._look_through()
            first = len(self._extras)
            self._places = {self.collection.key(at): first + place for place, at in enumerate(self._order)}
        else:
            self._order = AllBut(len(self.collection), self._gone())

    def _gone(self) -> Iterator[int]:
        """Yield the places of the threads that no longer belong here, by what was done to them."""
        for version in self._overlay:
            at = self.collection.index_of(version.thread.id)
            if at is not None and (seen := self._seen_at(at)) is not None and not self._fits(seen):
                yield at

    def _find_extras(self) -> Iterator[Thread]:
        """Yield the threads that belong here now, and that the list does not show yet."""
        asked_at = self.collection.asked_at(0)
        known: dict[str, Thread] = dict(self.also)
        # Without its first page a list that was read is looked at elsewhere, and is read again at the top.
        has_top = asked_at is not None or self.collection.total is None
        for version in self._overlay if has_top else ():
            if not is_later(asked_at, version.settled_at):
                known[version.thread.id] = version.thread
        for thread in known.values():
            version_now = self._overlay.version(thread.id)
            seen = thread if version_now is None else version_now.thread
            if self.collection.index_of(thread.id) is None and self._fits(seen):
                yield seen

    def _look_through(self) -> Sequence[int]:
        found: list[tuple[int, Thread]] = []
        for key, _ in self.collection.rows():
            at = None if key.startswith("#") else self.collection.index_of(key)
            thread = None if at is None else self._seen_at(at)
            if at is not None and thread is not None and self._fits(thread):
                found.append((at, thread))
        if self.by_breach:
            found.sort(key=lambda each: self._due(each[1]))
        return [at for at, _ in found]

    def _due(self, thread: Thread) -> float:
        clock = clock_of(thread, self._clock_split(thread))
        return float("inf") if clock is None else clock.due_at.timestamp()
