"""The inbox of an account: everything that its screens share, wired."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.models.threads import Thread
from mttui.api.operation import operation_of
from mttui.local.draft import Draft
from mttui.local.errors import DatabaseError
from mttui.local.inbox_files import InboxFiles
from mttui.local.inbox_settings import AnswerSettings, InboxSettings
from mttui.stores.collection import Collection
from mttui.stores.deeds import Deed, Deeds
from mttui.stores.off_loop import OffLoop
from mttui.stores.store import Store

from .clocks import ResponseClock, clock_of
from .conversations import Conversations
from .following import Following
from .overlay import Overlay
from .pacing import Pacing
from .replies import Replies
from .reply import Report
from .snoozing import LOOK_EVERY, Snoozing
from .splits import CLOSED, OPEN, PENDING, SNOOZED, Split, split_for, splits_of, status_of
from .thread_list import ThreadList
from .triage import Act, Triage
from .verdicts import Verdicts

LIST_EVERY, SCAN_EVERY, COUNTS_EVERY = 30.0, 60.0, 60.0
"""Seconds between two looks at the list on the screen (one request), through the threads for a filter on
the screen (ten at most), and at how many threads there are (four)."""
_RECOVER_EVERY = 60.0
_KNOWN_MOST = 200
"""Threads that are known better than by the lists, from which on those are forgotten that all lists know."""
_ONE = 1


@dataclass(frozen=True, slots=True)
class Counts:
    """How many threads the platform has."""

    by_status: Mapping[str, int | None]
    asked_at: float
    """When it was asked, by the clock's ``monotonic``."""


@dataclass(frozen=True)
class InboxEvents:
    """What the inbox tells the person at the keyboard, whatever is on the screen."""

    refused: Callable[[Thread, str, Deed], None]
    """A change was refused and its thread put back."""
    replied: Callable[[Report], None]
    """Something became of a reply."""
    woke: Callable[[Thread, str], None]
    """A snoozed thread is back, and why."""
    trouble: Callable[[DatabaseError], None]
    """The state file cannot be used."""


class Inbox:
    """Threads, what is done with them, and what this box keeps about them.

    Args:
        client: asks the platform.
        deeds: carries changes out and writes them down.
        files: what this box keeps.
        settings: the config's ``[inbox]``.
        answers: the config's saved answers, by name.
        profile: the account.
        who: the person at the keyboard.
        clock: time.
        on_fault: told of exceptions that are bugs of mttui.
    """

    def __init__(
        self,
        client: Mailtarget,
        deeds: Deeds,
        files: InboxFiles,
        settings: InboxSettings,
        answers: Mapping[str, AnswerSettings],
        *,
        profile: str,
        who: str,
        clock: Clock,
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self.client, self.files, self.settings, self.answers = client, files, settings, answers
        self.profile, self.who, self.clock = profile, who, clock
        self.events: InboxEvents | None = None
        self.splits = splits_of(settings)
        self.overlay, self.pacing = Overlay(), Pacing()
        self.disk, self.reader = OffLoop("mttui-inbox"), OffLoop("mttui-mail")
        self.conversations = Conversations(client, reader=self.reader, pacing=self.pacing, on_fault=on_fault)
        self.verdicts = Verdicts(client, self.conversations, on_fault=on_fault)
        self.triage = Triage(client, deeds, self.overlay, clock, self.pacing, self._refused, on_fault)
        self.snoozing = Snoozing(
            client, files.snoozes, self.triage, profile, who, clock, self.disk, self._woke, self._trouble
        )
        following = Following(
            client, self.triage, self.snoozing, files.outbox, files.responses, clock, self.disk,
            self._trouble, on_fault,
        )  # fmt: skip
        self.replies = Replies(
            client, deeds, files.outbox, self.conversations, self.triage, following, self.overlay,
            profile, timedelta(seconds=settings.undo_seconds), clock, self.disk, self._replied,
            self._trouble, on_fault,
        )  # fmt: skip
        self.counts: Store[Counts] = Store("inbox.counts", self._count, interval=COUNTS_EVERY)
        self._lists: dict[str, ThreadList] = {}
        self._polls: dict[str, Store[None]] = {}
        self._collections: dict[str | None, Collection] = {}
        self._on_fault = on_fault
        self._loop: asyncio.Task[None] | None = None
        self._recovered_at = float("-inf")

    # Life

    def start(self) -> None:
        """Begin to wake snoozes and to take over replies that an earlier run has left."""
        if self._loop is None:
            self.files.on_trouble = self._trouble_elsewhere(asyncio.get_running_loop())
            self._loop = asyncio.create_task(self._look_again(), name="inbox")
            self._loop.add_done_callback(self._ended)

    async def close(self, *, send: bool = False) -> None:
        """Let changes come to their end, and ask nothing more.

        Args:
            send: send the replies that wait; without it they are kept for the next start.
        """
        if self._loop is not None:
            self._loop.cancel()
        self.conversations.close()
        self.verdicts.close()
        await self.replies.close(send=send)
        await self.triage.close()
        for each in self._collections.values():
            each.close()

    @property
    def is_busy(self) -> bool:
        """Whether something waits for the disk, for a mail to be read, or for a frame to be drawn."""
        return bool(self.disk.pending or self.reader.pending or self.pacing.waiting)

    def dispose(self) -> None:
        """Write what is waiting; to be called once the event loop has ended. May block."""
        self.disk.close()
        self.reader.close()
        self.files.close()

    async def _look_again(self) -> None:
        while True:
            now = self.clock.monotonic()
            try:
                if now - self._recovered_at >= _RECOVER_EVERY:
                    self._recovered_at = now
                    await self.replies.recover()
            except DatabaseError as error:
                self._trouble(error)
            await self.snoozing.look()
            await self.clock.sleep(LOOK_EVERY)

    def _ended(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self._on_fault(trouble)

    # What there is

    def now(self) -> datetime:
        """Return the platform's time."""
        return self.client.transport.platform_now()

    def list_of(self, split: Split) -> ThreadList:
        """Return the threads of a split."""
        if split.name not in self._lists:
            self._lists[split.name] = ThreadList(
                split, self._collection(split.asks_for), self.overlay, self.verdicts.known,
                clock_split=self.clock_split, now=self.now, text_of=searched_text,
            )  # fmt: skip
        return self._lists[split.name]

    def _collection(self, status: str | None) -> Collection:
        """Return the platform's list of a status, or of all threads; splits of one status share it."""
        if status not in self._collections:
            self._collections[status] = Collection(
                self.client,
                operation_of(self.client.threads.list),
                {"status": status} if status else {},
                identity=lambda thread: thread.id,
                clock=self.clock,
                text_of=searched_text,
                on_fault=self._on_fault,
                follows=False,
            )
        return self._collections[status]

    async def scan_saved(self) -> None:
        """Look through the threads once for the filters of the config, so that they have counts."""
        for split in self.splits:
            if split.saved is not None:
                await self.list_of(split).scan()

    def poll_of(self, split: Split) -> Store[None]:
        """Return what keeps the list of a split fresh while it is looked at."""
        if split.name not in self._polls:
            fetch = partial(self._reload, self.list_of(split))
            interval = LIST_EVERY if split.is_whole else SCAN_EVERY
            self._polls[split.name] = Store(f"inbox.{split.name}", fetch, interval=interval)
        return self._polls[split.name]

    async def _reload(self, threads: ThreadList) -> None:
        await threads.reload()
        if len(self.overlay) > _KNOWN_MOST:
            asked = [each.oldest for each in self._lists.values()]
            self.overlay.forget(min((each for each in asked if each is not None), default=float("inf")))

    def wakes_at(self, thread: Thread) -> datetime | None:
        """Return when a thread that sleeps comes back, by the platform's time."""
        snooze = self.snoozing.known.get(thread.id)
        if snooze is None or status_of(thread) != SNOOZED:
            return None
        return self.now() + (snooze.until - self.clock.now())

    def count_of(self, split: Split) -> int | None:
        """Return how many threads a split has as far as it is known; ``None`` where it is not."""
        if split.saved is not None or split.status not in (OPEN, PENDING, SNOOZED, CLOSED):
            found = self._lists.get(split.name)
            return len(found) if found is not None and found.is_scanned else None
        counts = self.counts.snapshot.value
        if counts is None:
            return None
        return self.triage.counted(split.status, counts.by_status.get(split.status), counts.asked_at)

    def clock_split(self, thread: Thread) -> Split:
        """Return the split whose response times count for a thread."""
        return split_for(thread, self.splits, self.verdicts.known.get(thread.id), self.now())

    def clock_of(self, thread: Thread) -> ResponseClock | None:
        """Return the response clock that runs for a thread."""
        return clock_of(thread, self.clock_split(thread))

    def latest(self, thread: Thread) -> Thread:
        """Return a thread as it is known to be now."""
        version = self.overlay.version(thread.id)
        return thread if version is None else version.thread

    def discard(self, draft: Draft, thread: Thread) -> None:
        """Throw a draft away; taking that back brings it back."""
        self.files.writer.discard(draft.id)
        words = f"Threw a draft away: {thread.subject or thread.id}"
        self.triage.remember(Act(words, (thread,), lambda: self.files.writer.restore(draft.id)))

    async def _count(self) -> Counts:
        asked_at = self.clock.monotonic()
        polls = self.client.for_polls().threads
        pages = [await polls.list(per_page=_ONE, status=status) for status in (OPEN, PENDING, CLOSED)]  # type: ignore[arg-type]
        everything = await polls.list(per_page=_ONE)
        found = dict(zip((OPEN, PENDING, CLOSED), (page.total for page in pages), strict=True))
        known = [each for each in found.values() if each is not None]
        asleep = None
        if everything.total is not None and len(known) == len(found):
            # Snoozed threads cannot be asked for: they are what is left.
            asleep = max(0, everything.total - sum(known))
        return Counts({**found, SNOOZED: asleep}, asked_at)

    # What it tells

    def _refused(self, thread: Thread, words: str, deed: Deed) -> None:
        if self.events is not None:
            self.events.refused(thread, words, deed)

    def _replied(self, report: Report) -> None:
        if self.events is not None:
            self.events.replied(report)

    def _woke(self, thread: Thread, why: str) -> None:
        if self.events is not None:
            self.events.woke(thread, why)

    def _trouble(self, error: DatabaseError) -> None:
        if self.events is not None:
            self.events.trouble(error)

    def _trouble_elsewhere(self, loop: asyncio.AbstractEventLoop) -> Callable[[DatabaseError], None]:
        """Return what tells of trouble that came up on another thread."""

        def tell(error: DatabaseError) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._trouble, error)

        return tell


def searched_text(thread: Thread) -> str:
    """Return the text of a thread that a search looks at."""
    parts = (thread.subject, thread.contact_name, thread.contact_email, thread.preview, *thread.labels)
    return "\n".join(part for part in parts if part)
