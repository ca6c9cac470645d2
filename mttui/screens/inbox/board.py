"""The inbox as it is looked at: splits above, the list, the conversation, and a line of words below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, ClassVar

from textual.app import ComposeResult

from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.screens.base import WorkScreen
from mttui.stores.inbox.conversations import Conversation
from mttui.stores.inbox.inbox import Inbox
from mttui.stores.inbox.splits import Split
from mttui.stores.inbox.thread_list import ThreadList
from mttui.stores.store import Store
from mttui.text import Line, Role, Span, line
from mttui.views.arrangement import Part, Slot, across, down
from mttui.views.inbox import (
    THREAD_COLUMNS,
    Leaving,
    RowFacts,
    SplitTab,
    leaving_line,
    said_line,
    tabs_line,
    thread_cells,
    who_briefly,
)
from mttui.views.inbox_words import about_lines, empty_words, list_words
from mttui.views.keyboard import find_key
from mttui.views.keys import Scope
from mttui.widgets.board import Board
from mttui.widgets.canvas import Canvas
from mttui.widgets.line_edit import LineEdit
from mttui.widgets.paged import PagedGrid
from mttui.widgets.reading import Reading
from mttui.widgets.rows import Cells

from .reader import InHand, Reader

_SIDE_BY_SIDE = 170
"""Columns from which list and conversation stand beside each other."""
_ROWS_KEPT = 500
_AHEAD = 2
"""Threads after the one that is read whose conversations are fetched as well."""


class InboxBoard(WorkScreen):
    """What is seen of the inbox; what is done in it is the subclasses'."""

    SCOPE = Scope.INBOX
    TICKS: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._at = 0
        self._reads = False
        self._unfolded = self._headers = False
        self._said: Line = ()
        self._takes_back = False
        self._drafts: frozenset[str] = frozenset()
        self._elsewhere: frozenset[str] = frozenset()
        self._drawn: tuple[object, ...] = ()
        self._leaving: frozenset[str] = frozenset()
        self._classified = (-1, -1)
        self._reader: Reader | None = None
        self._written: dict[str, tuple[Thread, tuple[object, ...], Cells]] = {}
        self._call_off: Callable[[], None] = lambda: None
        self._held: Thread | None = None
        self._held_at: int | None = None
        self._cursors: dict[str, str | None] = {}

    # What it is about

    @property
    def inbox(self) -> Inbox:
        """Threads, and what is done with them."""
        return self.session.inbox

    @property
    def split(self) -> Split:
        """The split that is looked at."""
        return self.inbox.splits[self._at]

    @property
    def threads(self) -> ThreadList:
        """The threads of that split."""
        return self.inbox.list_of(self.split)

    @property
    def selected(self) -> Thread | None:
        """The thread under the cursor; one that was just dealt with, where it is stayed with."""
        if self._held is not None:
            return self.inbox.latest(self._held)
        at = self.grid.cursor_index
        return None if at is None else self.threads.row(at)

    @property
    def conversation(self) -> Conversation | None:
        """What was written in it, as far as it has come."""
        thread = self.selected
        return None if thread is None else self.inbox.conversations.get(thread.id)

    @property
    def grid(self) -> PagedGrid:
        """The list."""
        return self.query_one("#threads", PagedGrid)

    @property
    def pane(self) -> Reading:
        """The conversation."""
        return self.query_one("#reading", Reading)

    @property
    def reader(self) -> Reader:
        """What draws the conversation."""
        if self._reader is None:
            self._reader = Reader(self.pane, self.session)
        return self._reader

    # What it is made of

    def compose_body(self) -> ComposeResult:
        """Splits, a line to search with, list and conversation, and a line of words."""
        yield Canvas(id="splits")
        edit = LineEdit("/ ", id="find")
        edit.display = False
        yield edit
        yield Canvas(id="about-list")
        grid = PagedGrid(THREAD_COLUMNS, self.threads, self._cells, empty="Asking …", id="threads")
        yield Board(grid, Reading(id="reading"), arrange=self._arrange)
        yield Canvas(id="said")

    def _arrange(self, width: int, height: int) -> Part:
        if self._reads:
            return Slot("reading")
        if width >= _SIDE_BY_SIDE:
            return across(Slot("threads"), Slot("reading"))
        rows = max(4, height * 2 // 5)
        return down(Slot("threads", least=rows, weight=0), Slot("reading", least=3))

    def on_mount(self) -> None:
        """Begin in the list."""
        self.inbox.start()
        self.pane.when_resized(self._lay_out_anew)
        self.grid.focus()
        self.look_for_drafts()
        self.work_alone(self.inbox.scan_saved)

    def on_unmount(self) -> None:
        """Lay out nothing more."""
        self._call_off()

    def wanted(self) -> Iterable[Store[Any]]:
        """Poll the list that is looked at, and how many threads there are."""
        return (self.inbox.counts, self.inbox.poll_of(self.split))

    def _wake(self) -> None:
        super()._wake()
        inbox = self.inbox
        self._leases += [
            self.threads.subscribe(self.poke),
            inbox.conversations.subscribe(self.poke),
            inbox.verdicts.subscribe(self._told_apart),
            self.session.stores.work(),
        ]
        self.look_for_drafts()

    def _told_apart(self) -> None:
        """Draw anew, as it became known what threads are about."""
        self.threads.poke()

    def look_for_drafts(self) -> None:
        """Find out for which threads there are drafts; the disk is not waited for."""
        self.work_alone(self._find_drafts)

    async def _find_drafts(self) -> None:
        inbox = self.inbox
        try:
            await inbox.disk(inbox.files.writer.flush)
            offered = await inbox.disk(inbox.files.drafts.within_reach, inbox.profile)
            elsewhere = await inbox.disk(inbox.files.drafts.elsewhere, inbox.profile)
        except DatabaseError as error:
            self.tell(f"Drafts cannot be read: {error}", Role.BAD)
            return
        found = (frozenset(each.thread for each in offered), frozenset(elsewhere))
        if found != (self._drafts, self._elsewhere):
            self._drafts, self._elsewhere = found
            self.poke()

    # How it is drawn

    def redraw(self) -> None:
        """Show list, conversation and words as they are now."""
        self.draw_list()
        self.draw_thread()
        self._draw_words()
        self._want_verdicts()
        if self.threads.looks_through and not self.threads.is_scanned:
            self.work_alone(self.threads.scan)

    def draw_list(self) -> None:
        """Show the rows and the splits."""
        inbox, threads = self.inbox, self.threads
        leaving = self._leaving = frozenset(each.thread for each in inbox.replies.waiting)
        minute = inbox.now().replace(second=0, microsecond=0)
        counts = tuple(inbox.count_of(split) for split in inbox.splits)
        current = (
            self._at, threads.revision, len(inbox.verdicts.known), minute, leaving, self._drafts,
            self._elsewhere, counts,
        )  # fmt: skip
        if current == self._drawn:
            self.grid.look()
            return
        self._drawn = current
        self.grid.say_empty(empty_words(threads))
        self.grid.source_changed()
        tabs = [
            SplitTab(split.name, number, split.saved is not None and self._is_partial(split))
            for split, number in zip(inbox.splits, counts, strict=True)
        ]
        self._draw_tabs(tabs)
        self.query_one("#about-list", Canvas).show(about_lines(threads, self.size.width))

    def _draw_tabs(self, tabs: list[SplitTab]) -> None:
        said = list_words(self.threads, self.session.clock.monotonic())
        self.query_one("#splits", Canvas).show((tabs_line(tabs, self._at, said, self.size.width),))

    def _is_partial(self, split: Split) -> bool:
        collection = self.inbox.list_of(split).collection
        return (collection.total or 0) > collection.loaded

    def _cells(self, thread: Thread) -> Cells:
        """Write the cells of a row; written anew only when something of them is another."""
        inbox, now = self.inbox, self.inbox.now()
        about = (
            now.replace(second=0, microsecond=0), inbox.verdicts.known.get(thread.id),
            thread.id in self._leaving, thread.id in self._drafts, thread.id in self._elsewhere,
            inbox.wakes_at(thread),
        )  # fmt: skip
        kept = self._written.get(thread.id)
        if kept is not None and kept[0] is thread and kept[1] == about:
            return kept[2]
        if len(self._written) > _ROWS_KEPT:
            self._written.clear()
        facts = RowFacts(
            clock=inbox.clock_of(thread),
            is_leaving=thread.id in self._leaving,
            has_draft=thread.id in self._drafts,
            typed_elsewhere=thread.id in self._elsewhere,
            wakes_at=inbox.wakes_at(thread),
        )
        cells = thread_cells(thread, facts, now)
        self._written[thread.id] = (thread, about, cells)
        return cells

    def draw_thread(self) -> None:
        """Show the conversation of the selected thread, and have the next ones fetched."""
        thread, inbox = self.selected, self.inbox
        if thread is None:
            self.reader.show(InHand(None, None, None, None, self._unfolded, self._headers))
            return
        following = self._next_threads()
        inbox.conversations.want(thread, *following)
        hand = InHand(
            thread,
            inbox.conversations.get(thread.id),
            inbox.verdicts.known.get(thread.id),
            inbox.conversations.error(thread.id),
            self._unfolded,
            self._headers,
        )
        self.reader.show(hand)
        if following and (ahead := inbox.conversations.get(following[0].id)) is not None:
            self._prepare_soon(ahead)

    def _prepare_soon(self, ahead: Conversation) -> None:
        """Lay out what comes next when the frame is sent, not while it is waited for."""
        self._call_off()
        prepare = partial(self.call_later, self.reader.prepare, ahead)
        self._call_off = self.inbox.pacing.when_quiet(prepare)

    def _next_threads(self) -> list[Thread]:
        at = self.grid.cursor_index or 0
        first = at if self._held is not None else at + 1
        found = (self.threads.row(each) for each in range(first, first + _AHEAD))
        return [each for each in found if each is not None]

    def _lay_out_anew(self) -> None:
        self.reader.forget()
        self.poke()

    def _want_verdicts(self) -> None:
        inbox = self.inbox
        if not (inbox.settings.classify_on_arrival or self.split.wants_verdicts):
            return
        if self.split.status not in {"open", "any"} and not self.split.wants_verdicts:
            return
        collection = self.threads.collection
        if (asked := (self._at, collection.revision)) == self._classified:
            return
        self._classified = asked
        inbox.verdicts.want(thread for _, thread in collection.rows())

    def _draw_words(self) -> None:
        leaving = self._next_to_leave()
        if self._said or leaving is None:
            key = self.session.keyboard.shown(find_key("undo")) if self._takes_back else ""
            words = said_line(self._said, key, leaving, self.size.width)
        else:
            words = leaving_line(leaving)
        self.query_one("#said", Canvas).show((words,))

    def _next_to_leave(self) -> Leaving | None:
        replies, triage = self.inbox.replies, self.inbox.triage
        if not replies.waiting:
            return None
        first, last_act = replies.waiting[0], triage.last_act
        calls_back = last_act is not None and last_act.is_reply
        return Leaving(
            self._who_has(first.thread),
            replies.seconds_left(first),
            len(replies.waiting) - 1,
            self.session.keyboard.shown(find_key("undo")) if calls_back else "",
            replies.trouble_of(first),
        )

    def _who_has(self, thread_id: str) -> str:
        """Name the person of a thread, as far as this run has come across it."""
        version, at = self.inbox.overlay.version(thread_id), self.threads.index_of(thread_id)
        row = version.thread if version else None if at is None else self.threads.row(at)
        return f"thread {thread_id}" if row is None else who_briefly(row)

    def drawn(self) -> None:
        """Say that list, conversation and words are drawn: nothing else need be before the next frame."""
        self._draw_words()
        self._dirty = False

    def tell(self, words: str, role: Role = Role.NORMAL, *, takes_back: bool = False) -> None:
        """Say something in the line below, until the next thing is said.

        Args:
            words: what.
            role: how it is meant; said with a sign, too.
            takes_back: whether undo takes back what the words tell of.
        """
        sign = {Role.GOOD: "✓ ", Role.WARN: "! ", Role.BAD: "✗ "}.get(role, "")
        self._said = line(" ", Span(sign + words, role)) if words else ()
        self._takes_back = takes_back
        self.poke()
