"""Replies on their way out: called back within their window, sent once, and never twice.

A reply is written into the state file with its idempotency key before anything is sent. When its window is
over the thread is read again: what came in meanwhile holds it, for the person to look at first. After an
attempt of which nobody knows how it ended, the thread is read back before there is a second one, which
has the same key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing, State
from mttui.local.response_log import Response
from mttui.stores.deeds import Deeds
from mttui.stores.off_loop import OffLoop

from .answered import Answered, Shown
from .conversations import Conversations
from .delivery import RETRY_FIRST, RETRY_MOST, Delivery, Means
from .following import Following
from .overlay import Overlay
from .reply import Reply, Report, Turnout, outgoing_of
from .triage import Act, Triage

__all__ = ["RETRY_FIRST", "RETRY_MOST", "Replies"]


@dataclass(eq=False)
class _Going:
    """A reply that has not come to its end."""

    delivery: Delivery
    reply: Reply | None
    """As it was written; ``None`` where an earlier run left it."""
    shown: Shown | None
    """Its thread, as it is shown until then."""
    task: asyncio.Task[None]

    @property
    def outgoing(self) -> Outgoing:
        """The reply, as the outbox has it."""
        return self.delivery.outgoing


@dataclass(eq=False)
class Replies:
    """Sends replies.

    Args:
        client: asks the platform.
        deeds: carries changes out and writes them down.
        outbox: the replies in the state file.
        conversations: reads threads.
        triage: remembers what can be taken back.
        following: does what follows a reply that is out.
        overlay: where the lists find what was done.
        profile: the account.
        window: how long a reply can be called back.
        clock: time.
        off_loop: calls the state file.
        tell: told what becomes of a reply.
        on_trouble: told when the state file cannot be used.
        on_fault: told of exceptions that are bugs of mttui.
    """

    client: Mailtarget
    deeds: Deeds
    outbox: Outbox
    conversations: Conversations
    triage: Triage
    following: Following
    overlay: Overlay
    profile: str
    window: timedelta
    clock: Clock
    off_loop: OffLoop
    tell: Callable[[Report], None]
    on_trouble: Callable[[DatabaseError], None]
    on_fault: Callable[[BaseException], None]
    _going: dict[str, _Going] = field(default_factory=dict)
    _errands: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._answered = Answered(self.overlay, self.triage)

    @property
    def waiting(self) -> tuple[Outgoing, ...]:
        """The replies that can still be called back, the next to go first."""
        found = [each.outgoing for each in self._going.values() if not each.delivery.has_begun]
        return tuple(sorted(found, key=lambda each: each.due_at))

    @property
    def under_way(self) -> int:
        """How many have not come to their end."""
        return len(self._going)

    def seconds_left(self, outgoing: Outgoing) -> float:
        """Return the seconds for which a reply can be called back."""
        return max(0.0, (outgoing.due_at - self.clock.now()).total_seconds())

    def trouble_of(self, outgoing: Outgoing) -> str:
        """Return why a reply has not gone out although its window is over; empty where nothing is wrong."""
        going = self._going.get(outgoing.id)
        return "" if going is None else going.delivery.trouble

    async def put(self, *replies: Reply) -> None:
        """Take replies over: they go out when their window is over.

        Once begun it comes to its end, also when nobody waits for it any more.

        Raises:
            DatabaseError: the state file cannot be written; nothing will be sent, or what will be is
                :attr:`waiting`.
        """
        await asyncio.shield(self._run(self._put(replies), "put replies on their way"))

    async def recover(self) -> list[Outgoing]:
        """Take over what a run that ended has left: it can be called back for a whole window again.

        Raises:
            DatabaseError: the state file cannot be used.
        """
        hold_until = self.clock.now() + self.window
        rows = await self.off_loop(self.outbox.recover, self.profile, hold_until=hold_until)
        for row in rows:
            if row.state is State.SENT:
                self.following.give(row, Thread(id=row.thread))
            elif row.id not in self._going:
                self._begin(row, None)
                self._remember("A reply that an earlier run left", (Thread(id=row.thread),), (row.id,))
                turnout = Turnout.FOUND if row.state is State.WAITING else Turnout.DOUBTFUL
                self.tell(Report(turnout, row))
        return rows

    async def call_back(self, outgoing_id: str) -> Outgoing | None:
        """Call a reply back, so that it is a draft again; ``None`` when it has gone out already.

        Raises:
            DatabaseError: the state file cannot be written; it stays on its way.
        """
        if not self._can_be_called_back(outgoing_id):
            return None
        going = self._going[outgoing_id]
        if not await self.off_loop(self.outbox.call_back, outgoing_id):
            return None
        going.task.cancel()
        self._let_go(going)
        self.tell(Report(Turnout.CALLED_BACK, going.outgoing))
        return going.outgoing

    def send_now(self) -> None:
        """End the windows of all replies."""
        for going in self._going.values():
            going.delivery.hurry()

    async def close(self, *, send: bool) -> None:
        """Come to the end of what is under way; what is not sent stays kept.

        Args:
            send: do not wait for the ends of windows; replies that cannot get through are left.
        """
        if self._errands:
            await asyncio.wait(tuple(self._errands))
        if send:
            self.send_now()
        ending = [each for each in self._going.values() if send or each.delivery.has_begun]
        await asyncio.gather(*(_ended_or_stuck(each) for each in ending))
        for each in tuple(self._going.values()):
            each.task.cancel()
        await self.following.close()

    def _can_be_called_back(self, outgoing_id: str) -> bool:
        going = self._going.get(outgoing_id)
        return going is not None and not going.delivery.has_begun

    # One reply

    async def _put(self, replies: tuple[Reply, ...]) -> None:
        due_at = self.clock.now() + self.window
        rows: list[Outgoing] = []
        try:
            for each in replies:
                row = await self.off_loop(self.outbox.put, outgoing_of(each, self.profile, due_at))
                rows += [row]
        except DatabaseError:
            await self._take_out(rows, replies)
            raise
        for row, reply in zip(rows, replies, strict=True):
            self._begin(row, reply)
        names = f"{len(rows)} replies" if len(rows) > 1 else f"a reply: {replies[0].thread.subject or ''}"
        ids = tuple(row.id for row in rows)
        self._remember(f"Sent {names}", tuple(each.thread for each in replies), ids)

    async def _take_out(self, rows: list[Outgoing], replies: tuple[Reply, ...]) -> None:
        """Make drafts again of what was written down before the state file was full: all or none."""
        for row, reply in zip(rows, replies, strict=False):
            try:
                await self.off_loop(self.outbox.call_back, row.id)
            except DatabaseError:
                # That cannot be written either: it is on its way, and must be seen to be.
                self._begin(row, reply)
                self._remember(f"Sent a reply: {reply.thread.subject or ''}", (reply.thread,), (row.id,))

    def _begin(self, row: Outgoing, reply: Reply | None) -> None:
        if row.id in self._going:
            return  # the same draft was put here twice
        thread = Thread(id=row.thread) if reply is None else reply.thread
        means = Means(
            self.client, self.deeds, self.outbox, self.conversations, self.clock, self.off_loop, self.tell,
            self.on_trouble,
        )  # fmt: skip
        delivery = Delivery(row, thread, means)
        shown = None if reply is None else self._answered.show(reply)
        task = asyncio.create_task(self._deliver(row.id), name=f"reply {row.id}")
        going = self._going[row.id] = _Going(delivery, reply, shown, task)
        task.add_done_callback(lambda done: self._ended(going, done))

    async def _deliver(self, outgoing_id: str) -> None:
        going = self._going[outgoing_id]
        report = await going.delivery.run()
        if report is not None and report.turnout is Turnout.SENT:
            self._finish(going)
        self._let_go(going)
        if report is not None:
            self.tell(report)

    def _ended(self, going: _Going, task: asyncio.Task[None]) -> None:
        self._let_go(going)
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)

    def _let_go(self, going: _Going) -> None:
        """Be done with a reply; where it is not known to be out its thread is not answered."""
        if self._going.get(going.outgoing.id) is going:
            del self._going[going.outgoing.id]
        if going.shown is not None:
            self._answered.take_back(going.shown, self.clock.monotonic())
            going.shown = None

    def _finish(self, going: _Going) -> None:
        """Do what is to follow a reply that is out, and note how long the person has waited."""
        row, reply, shown = going.outgoing, going.reply, going.shown
        if shown is None:
            self.following.give(row, going.delivery.thread)
        else:
            stands = self._answered.stands(shown)
            self.following.give(row, self._answered.before(shown), keeps_status=not stands)
            self._answered.confirm(shown, self.clock.monotonic())
            going.shown = None
        known_at = going.delivery.known_at
        if reply is not None and reply.clock is not None and known_at is not None:
            response = Response(
                self.profile, row.thread, reply.clock.turn, reply.split, reply.clock.asked_at, known_at,
                reply.clock.target,
            )  # fmt: skip
            self.following.note(response)

    # Taking back

    def _remember(self, words: str, threads: tuple[Thread, ...], ids: tuple[str, ...]) -> None:
        """Note that replies can be called back, as long as one of them can."""

        def is_open() -> bool:
            return any(self._can_be_called_back(each) for each in ids)

        self.triage.remember(Act(words, threads, lambda: self._call_back_soon(ids), is_open, is_reply=True))

    def _call_back_soon(self, ids: tuple[str, ...]) -> None:
        for each in ids:
            self._run(self._call_back_quietly(each), f"call back {each}")

    async def _call_back_quietly(self, outgoing_id: str) -> None:
        try:
            await self.call_back(outgoing_id)
        except DatabaseError as error:
            self.on_trouble(error)

    def _run(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        task = asyncio.create_task(work, name=name)
        self._errands.add(task)
        task.add_done_callback(self._ran)
        return task

    def _ran(self, task: asyncio.Task[None]) -> None:
        self._errands.discard(task)
        if task.cancelled():
            return
        trouble = task.exception()
        if trouble is not None and not isinstance(trouble, DatabaseError):
            self.on_fault(trouble)


async def _ended_or_stuck(going: _Going) -> None:
    """Wait until a reply has come to its end, or waits for better times."""
    stuck = asyncio.create_task(going.delivery.stuck())
    try:
        await asyncio.wait({going.task, stuck}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        stuck.cancel()
