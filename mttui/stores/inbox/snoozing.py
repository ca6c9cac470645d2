"""Snoozes: threads that come back by themselves, at a time or when the person writes again.

The platform knows the status alone; until when is kept in the state file, so that a thread comes back after
a restart, too. Of several copies of mttui that share the file, one wakes it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, NotFound
from mttui.api.models.threads import Thread
from mttui.api.pages import MAX_PER_PAGE
from mttui.local.errors import DatabaseError
from mttui.local.snoozes import Snooze, Snoozes
from mttui.stores.off_loop import OffLoop

from .splits import OPEN, SNOOZED, status_of
from .triage import Triage

LOOK_EVERY = 15.0
"""Seconds between two looks at what is due; they ask the platform nothing."""
REPLIES_EVERY = 60.0
"""Seconds between two looks for replies: one request, while a snoozed thread waits for one."""
UNTIL_REPLY = timedelta(days=730)
"""How long a thread sleeps that is to come back only when the person writes."""
_READ_AT_MOST = 50
"""Threads that are read one by one for the Snoozed split."""


@dataclass(eq=False)
class Snoozing:
    """Puts threads to sleep and wakes them.

    Args:
        client: asks the platform.
        snoozes: until when, in the state file.
        triage: changes threads.
        profile: the account.
        who: the person at the keyboard.
        clock: time.
        off_loop: calls the state file.
        tell: told of what woke: the thread, and why.
        on_trouble: told when the state file cannot be used.
    """

    client: Mailtarget
    snoozes: Snoozes
    triage: Triage
    profile: str
    who: str
    clock: Clock
    off_loop: OffLoop
    tell: Callable[[Thread, str], None]
    on_trouble: Callable[[DatabaseError], None]
    known: dict[str, Snooze] = field(default_factory=dict)
    """The snoozes of this account, by thread, as the file had them last."""
    threads: dict[str, Thread] = field(default_factory=dict)
    """The snoozed threads that were read, by id."""
    _looked_for_replies: float = float("-inf")

    async def put(
        self, threads: Iterable[Thread], until: datetime, words: str, *, wake_on_reply: bool = True
    ) -> None:
        """Put threads to sleep.

        Args:
            threads: which.
            until: when they come back, UTC.
            words: until when, for people.
            wake_on_reply: come back earlier when the person writes.

        Raises:
            DatabaseError: the state file cannot be written; nothing was done.
        """
        asleep = tuple(threads)
        snoozes = [
            Snooze(
                profile=self.profile, thread=each.id, until=until, wake_on_reply=wake_on_reply,
                messages=each.message_count or 0, subject=each.subject or "", asked_by=self.who,
            )
            for each in asleep
        ]  # fmt: skip
        before = {each.id: self.known.get(each.id) for each in asleep}
        await self.off_loop(self._write, snoozes)
        self.known.update((each.thread, each) for each in snoozes)
        self.threads.update((each.id, each) for each in asleep)
        already = [each for each in asleep if status_of(each) == SNOOZED]

        def back() -> None:
            for each in asleep:
                self._forget_soon(each.id, before[each.id])

        self.triage.change(asleep, words, status=SNOOZED, also_back=back, undoable=not already)

    def forget(self, threads: Iterable[Thread]) -> None:
        """Let go of the snoozes of threads that were given another status by hand."""
        for each in threads:
            if each.id in self.known:
                self._forget_soon(each.id, None)

    async def look(self) -> None:
        """Wake what is due, and what was written to."""
        try:
            rows = await self.off_loop(self.snoozes.all, self.profile)
            self.known = {each.thread: each for each in rows}
            for each in await self.off_loop(self.snoozes.claim_due, self.profile, self.clock.now()):
                await self._wake(each, "its time has come")
            await self._look_for_replies()
        except DatabaseError as error:
            self.on_trouble(error)

    async def read_threads(self) -> dict[str, Thread]:
        """Read the snoozed threads that are not known yet, and return all that are."""
        polls = self.client.for_polls(Priority.POLL)
        for thread_id in [each for each in self.known if each not in self.threads][:_READ_AT_MOST]:
            try:
                self.threads[thread_id] = await polls.threads.get(thread_id)
            except NotFound:
                self._forget_soon(thread_id, None)
            except ApiError:
                break  # the list says that it could not be read
        return {each: self.threads[each] for each in self.known if each in self.threads}

    # Waking

    async def _wake(self, snooze: Snooze, why: str) -> None:
        try:
            thread = await self.client.for_polls(Priority.WATCH).threads.get(snooze.thread)
        except NotFound:
            await self.off_loop(self.snoozes.woken, self.profile, snooze.thread)
            return
        except ApiError:
            await self.off_loop(self.snoozes.release, self.profile, snooze.thread)
            return
        was_asleep = status_of(thread) == SNOOZED
        if was_asleep:
            self.triage.change([thread], f"Woke: {why}", status=OPEN, undoable=False)
        if not await self.triage.settled(thread.id):
            await self.off_loop(self.snoozes.release, self.profile, snooze.thread)
            return
        await self.off_loop(self.snoozes.woken, self.profile, snooze.thread)
        self.known.pop(snooze.thread, None)
        self.threads.pop(snooze.thread, None)
        if was_asleep:
            self.tell(thread, why)

    async def _look_for_replies(self) -> None:
        waiting = {each.thread: each for each in self.known.values() if each.wake_on_reply}
        now = self.clock.monotonic()
        if not waiting or now - self._looked_for_replies < REPLIES_EVERY:
            return
        self._looked_for_replies = now
        try:
            latest = await self.client.for_polls(Priority.POLL).threads.list(per_page=MAX_PER_PAGE)
        except ApiError:
            return  # the next look comes in a minute
        for thread in latest:
            snooze = waiting.get(thread.id)
            if snooze is None or (thread.message_count or 0) <= snooze.messages:
                continue
            claimed = await self.off_loop(self.snoozes.claim, self.profile, thread.id)
            if claimed is not None:
                await self._wake(claimed, "there is a reply")

    def _write(self, snoozes: list[Snooze]) -> None:
        for each in snoozes:
            self.snoozes.put(each)

    def _forget_soon(self, thread_id: str, instead: Snooze | None) -> None:
        self.known.pop(thread_id, None)
        self.threads.pop(thread_id, None)
        if instead is not None:
            self.known[thread_id] = instead
        task = asyncio.create_task(self._forget(thread_id, instead), name=f"forget the snooze of {thread_id}")
        _kept.add(task)
        task.add_done_callback(_kept.discard)

    async def _forget(self, thread_id: str, instead: Snooze | None) -> None:
        try:
            if instead is None:
                await self.off_loop(self.snoozes.drop, self.profile, thread_id)
            else:
                await self.off_loop(self.snoozes.put, instead)
        except DatabaseError as error:
            self.on_trouble(error)


_kept: set[asyncio.Task[None]] = set()
"""Tasks that nobody waits for; the event loop itself keeps no hold on them."""
