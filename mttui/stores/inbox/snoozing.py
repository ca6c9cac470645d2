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
from .triage import Act, Triage

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
    _claimed: dict[str, tuple[Snooze, str]] = field(default_factory=dict)
    """What this copy is to wake, and why, until it is awake or let go of."""
    _looked_for_replies: float = float("-inf")
    _errands: set[asyncio.Task[None]] = field(default_factory=set)

    async def put(
        self,
        threads: Iterable[Thread],
        until: datetime,
        words: str,
        *,
        wake_on_reply: bool = True,
        insist: bool = False,
        own: int = 0,
    ) -> None:
        """Put threads to sleep.

        Args:
            threads: which.
            until: when they come back, UTC.
            words: until when, for people.
            wake_on_reply: come back earlier when the person writes.
            insist: the platform has the status of the threads that are given, whatever is shown.
            own: messages that went out since the threads were read.

        Raises:
            DatabaseError: the state file cannot be written; nothing was done.
        """
        asleep = tuple(threads)
        snoozes = [
            Snooze(
                profile=self.profile, thread=each.id, until=until, wake_on_reply=wake_on_reply,
                messages=(each.message_count or 0) + own, subject=each.subject or "", asked_by=self.who,
            )
            for each in asleep
        ]  # fmt: skip
        before = {each.id: self.known.get(each.id) for each in asleep}
        await self.off_loop(self._write, snoozes)
        for each, snooze in zip(asleep, snoozes, strict=True):
            self._claimed.pop(each.id, None)  # snoozed anew: what woke it is void
            self.known[each.id] = snooze
            self.threads[each.id] = each.model_copy(update={"status": SNOOZED})

        def back() -> None:
            for each in asleep:
                self._forget_soon(each.id, before[each.id])

        changed = self.triage.change(asleep, words, status=SNOOZED, also_back=back, insist=insist)
        if not changed and asleep:
            # They slept already: what can be taken back is until when.
            self.triage.remember(Act(words, asleep, back, lambda: self._sleeps_until(snoozes)))

    def change(self, threads: Iterable[Thread], words: str, status: str) -> tuple[Thread, ...]:
        """Give threads another status by hand, and let go of their snoozes; taken back, they sleep again.

        Returns:
            The threads that are changed by it, as they were.
        """
        listed = tuple(threads)
        before = {each.id: self.known[each.id] for each in listed if each.id in self.known}

        def back() -> None:
            for thread_id, snooze in before.items():
                self._forget_soon(thread_id, snooze)

        changed = self.triage.change(listed, words, status=status, also_back=back)
        self.forget(changed)
        return changed

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
            due = await self.off_loop(self.snoozes.claim_due, self.profile, self.clock.now())
            self._claimed |= {each.thread: (each, "its time has come") for each in due}
            await self._claim_what_was_written_to()
            for thread_id in tuple(self._claimed):
                await self._wake(thread_id)
        except DatabaseError as error:
            self.on_trouble(error)  # what is claimed stays so, and is woken at a later look

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

    async def _wake(self, thread_id: str) -> None:
        if thread_id not in self._claimed:
            return  # snoozed anew meanwhile
        snooze, why = self._claimed[thread_id]
        asked_at = self.clock.monotonic()
        try:
            read = await self.client.for_polls(Priority.WATCH).threads.get(thread_id)
        except NotFound:
            await self._done(snooze, is_awake=True)
            return
        except ApiError:
            await self._done(snooze, is_awake=False)
            return
        thread = self.triage.overlay.seen(read, asked_at)
        if self._claimed.get(thread_id, (None,))[0] is not snooze:
            return  # snoozed anew while it was read
        was_asleep = status_of(thread) == SNOOZED
        if was_asleep:
            self.triage.change([thread], f"Woke: {why}", status=OPEN, undoable=False)
        is_awake = await self.triage.settled(thread_id)
        await self._done(snooze, is_awake=is_awake)
        if is_awake and was_asleep:
            self.tell(thread, why)

    async def _done(self, snooze: Snooze, *, is_awake: bool) -> None:
        """Forget a snooze, or let go of it so that it can be woken at the next look."""
        settle = self.snoozes.woken if is_awake else self.snoozes.release
        is_ours = await self.off_loop(settle, self.profile, snooze.thread)
        if self._claimed.get(snooze.thread, (None,))[0] is snooze:
            del self._claimed[snooze.thread]
        if is_awake and is_ours:
            self.known.pop(snooze.thread, None)
            self.threads.pop(snooze.thread, None)

    async def _claim_what_was_written_to(self) -> None:
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
            if snooze is None or not _was_written_to(thread, snooze):
                continue
            claimed = await self.off_loop(self.snoozes.claim, self.profile, thread.id)
            if claimed is not None:
                self._claimed[thread.id] = (claimed, "there is a reply")

    def _sleeps_until(self, snoozes: list[Snooze]) -> bool:
        return any(self.known.get(each.thread) == each for each in snoozes)

    def _write(self, snoozes: list[Snooze]) -> None:
        for each in snoozes:
            self.snoozes.put(each)

    def _forget_soon(self, thread_id: str, instead: Snooze | None) -> None:
        self.known.pop(thread_id, None)
        self.threads.pop(thread_id, None)
        if instead is not None:
            self.known[thread_id] = instead
        task = asyncio.create_task(self._forget(thread_id, instead), name=f"forget the snooze of {thread_id}")
        self._errands.add(task)
        task.add_done_callback(self._errands.discard)

    async def _forget(self, thread_id: str, instead: Snooze | None) -> None:
        try:
            if instead is None:
                await self.off_loop(self.snoozes.drop, self.profile, thread_id)
            else:
                await self.off_loop(self.snoozes.put, instead)
        except DatabaseError as error:
            self.on_trouble(error)


def _was_written_to(thread: Thread, snooze: Snooze) -> bool:
    """Whether somebody has written since; what we wrote ourselves wakes nothing."""
    is_ours = (thread.last_direction or "").casefold() == "outbound"
    return not is_ours and (thread.message_count or 0) > snooze.messages
