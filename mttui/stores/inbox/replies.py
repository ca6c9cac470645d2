"""Replies on their way out: called back within their window, sent once, and never twice.

A reply is written into the state file with its idempotency key before anything is sent. When its window is
over the thread is read again: what came in meanwhile holds it, for the person to look at first. After an
attempt of which nobody knows how it ended, the thread is read back before there is a second one, which
has the same key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, NotFound, RateLimited, Unreachable
from mttui.api.models.threads import Thread
from mttui.api.operation import operation_of
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing, State
from mttui.local.response_log import Response
from mttui.stores.deeds import Deed, Deeds
from mttui.stores.off_loop import OffLoop

from .conversations import Conversations, Mail
from .following import Following
from .overlay import Overlay
from .reply import Reply, Report, Turnout, holds, outgoing_of
from .triage import Act, Triage

RETRY_FIRST, RETRY_MOST = 2.0, 60.0
"""Seconds between two attempts: the first wait, which doubles, and the longest."""
_PASSING = (RateLimited, Unreachable)
"""Errors after which nothing was sent and a later attempt may get through."""


@dataclass(eq=False)
class _Going:
    """A reply that has not come to its end."""

    outgoing: Outgoing
    reply: Reply | None
    task: asyncio.Task[None] | None = None
    has_begun: bool = False
    trouble: str = ""
    hurry: asyncio.Event = field(default_factory=asyncio.Event)


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
    on_fault: Callable[[BaseException], None]
    _going: dict[str, _Going] = field(default_factory=dict)

    @property
    def waiting(self) -> tuple[Outgoing, ...]:
        """The replies that can still be called back, the next to go first."""
        found = [each.outgoing for each in self._going.values() if not each.has_begun]
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
        return "" if going is None else going.trouble

    async def put(self, *replies: Reply) -> None:
        """Take replies over: they go out when their window is over.

        Raises:
            DatabaseError: the state file cannot be written; nothing will be sent.
        """
        due_at = self.clock.now() + self.window
        rows: list[Outgoing] = []
        try:
            for each in replies:
                row = await self.off_loop(self.outbox.put, outgoing_of(each, self.profile, due_at))
                rows += [row]
        except DatabaseError:
            for row in rows:  # all of them or none
                await self.off_loop(self.outbox.call_back, row.id)
            raise
        for row, reply in zip(rows, replies, strict=True):
            self._show_as_answered(reply)
            self._begin(row, reply)
        names = f"{len(rows)} replies" if len(rows) > 1 else f"a reply: {replies[0].thread.subject or ''}"
        ids = tuple(row.id for row in rows)
        self._remember(f"Sent {names}", tuple(each.thread for each in replies), ids)

    async def recover(self) -> list[Outgoing]:
        """Take over what a run that ended has left: it can be called back for a whole window again."""
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

    def _remember(self, words: str, threads: tuple[Thread, ...], ids: tuple[str, ...]) -> None:
        """Note that replies can be called back, as long as one of them can."""

        def is_open() -> bool:
            return any(self._can_be_called_back(each) for each in ids)

        self.triage.remember(Act(words, threads, lambda: self._call_back_soon(ids), is_open, is_reply=True))

    async def call_back(self, outgoing_id: str) -> Outgoing | None:
        """Call a reply back, so that it is a draft again; ``None`` when it has gone out already."""
        if not self._can_be_called_back(outgoing_id):
            return None
        going = self._going[outgoing_id]
        if not await self.off_loop(self.outbox.call_back, outgoing_id):
            return None
        self._end(going)
        if going.task is not None:
            going.task.cancel()
        self._forget_answered(going)
        self._report(going, Turnout.CALLED_BACK)
        return going.outgoing

    def send_now(self) -> None:
        """End the windows of all replies."""
        for going in self._going.values():
            going.hurry.set()

    async def close(self, *, send: bool) -> None:
        """Come to the end of what is under way; what is not sent stays kept.

        Args:
            send: do not wait for the ends of windows; replies that cannot get through are left.
        """
        if send:
            self.send_now()
        going = [each for each in self._going.values() if each.task is not None]
        ending = [each.task for each in going if each.task and not each.trouble and (send or each.has_begun)]
        if ending:
            await asyncio.wait(ending)
        for each in going:
            if each.task is not None and not each.has_begun:
                each.task.cancel()
        await self.following.close()

    def _can_be_called_back(self, outgoing_id: str) -> bool:
        going = self._going.get(outgoing_id)
        return going is not None and not going.has_begun

    # One reply

    def _begin(self, row: Outgoing, reply: Reply | None) -> None:
        going = _Going(row, reply)
        self._going[row.id] = going
        going.task = asyncio.create_task(self._deliver(going), name=f"reply {row.id}")
        going.task.add_done_callback(lambda task: self._ended(going, task))

    def _ended(self, going: _Going, task: asyncio.Task[None]) -> None:
        self._going.pop(going.outgoing.id, None)
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)

    def _end(self, going: _Going) -> None:
        self._going.pop(going.outgoing.id, None)

    async def _deliver(self, going: _Going) -> None:
        if going.outgoing.state is State.DOUBTFUL:
            going.has_begun = True
            if await self._settle_doubt(going):
                return
        wait = RETRY_FIRST
        await self._wait(going, self.seconds_left(going.outgoing))
        while True:
            try:
                again = await self._attempt(going)
            except DatabaseError as error:
                again = None
                self._report(going, Turnout.KEPT, f"{error} {error.advice}")
            if again == 0:
                return
            await self.clock.sleep(max(wait, again or 0.0))
            wait = min(wait * 2, RETRY_MOST)

    async def _wait(self, going: _Going, seconds: float) -> None:
        """Wait for the end of the window, or until nobody wants to wait any longer."""
        asleep = asyncio.ensure_future(self.clock.sleep(seconds))
        hurried = asyncio.create_task(going.hurry.wait())
        try:
            await asyncio.wait({asleep, hurried}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            asleep.cancel()
            hurried.cancel()

    async def _attempt(self, going: _Going) -> float | None:
        """Try to send a reply.

        Returns:
            0 when it has come to its end, else the least seconds to wait, ``None`` where nothing says.
        """
        thread = _thread_of(going)
        try:
            conversation = await self.conversations.fetch(thread)
        except NotFound as error:
            return await self._give_back(going, Turnout.REFUSED, f"{error.short}: {error.message}")
        except ApiError as error:
            return self._stay(going, error)
        came_in = conversation.since(going.outgoing.seen.messages)
        if came_in:
            return await self._give_back(going, Turnout.HELD, "", came_in)
        row = await self.off_loop(self.outbox.begin, going.outgoing.id)
        if row is None:
            if going.hurry.is_set() and self.seconds_left(going.outgoing) > 0:
                # Its window was cut short by leaving: by its own time it is not due yet.
                return await self._hasten(going)
            return 0
        going.outgoing, going.has_begun = row, True
        deed = await self._post(row, thread)
        return await self._take_in(going, deed)

    async def _hasten(self, going: _Going) -> float | None:
        hastened = await self.off_loop(self.outbox.hasten, going.outgoing.id)
        if hastened is None:
            return 0
        going.outgoing = hastened
        return await self._attempt(going)

    async def _post(self, row: Outgoing, thread: Thread) -> Deed:
        arguments: dict[str, Any] = {"id": row.thread, "text": row.body}
        arguments |= {name: list(to) for name, to in (("cc", row.cc), ("bcc", row.bcc)) if to}
        return await self.deeds.start(
            operation_of(self.client.threads.reply),
            arguments,
            subject=thread.subject or row.thread,
            undoable=False,
            idempotency_key=row.idempotency_key,
        )

    async def _take_in(self, going: _Going, deed: Deed) -> float | None:
        error, row = deed.error, going.outgoing
        if error is None:
            await self.off_loop(self.outbox.sent, row.id)
            self._finish(going)
            return 0
        words = f"{error.short}: {error.message}"
        if error.may_have_been_done:
            await self.off_loop(self.outbox.doubt, row.id, words)
            self._report(going, Turnout.DOUBTFUL, words)
            return 0 if await self._settle_doubt(going) else None
        if isinstance(error, _PASSING):
            wait = error.retry_after or RETRY_FIRST
            due_at = self.clock.now() + timedelta(seconds=wait)
            await self.off_loop(self.outbox.postpone, row.id, words, due_at)
            going.has_begun = False
            going.outgoing = replace(row, due_at=due_at)
            return self._stay(going, error)
        await self.off_loop(self.outbox.refused, row.id, words)
        self._forget_answered(going)
        self._report(going, Turnout.REFUSED, f"{words} {error.advice}")
        return 0

    async def _settle_doubt(self, going: _Going) -> bool:
        """Read the thread until it is known whether the reply is in it; says whether it is."""
        wait = RETRY_FIRST
        while True:
            await self.clock.sleep(wait)
            wait = min(wait * 2, RETRY_MOST)
            try:
                conversation = await self.conversations.fetch(_thread_of(going))
            except ApiError as error:
                going.trouble = error.short
                continue
            was_sent = holds(conversation, going.outgoing)
            if not await self.off_loop(self.outbox.resolve_doubt, going.outgoing.id, was_sent=was_sent):
                return True  # another copy has taken it over
            if was_sent:
                self._finish(going)
            going.has_begun, going.trouble = False, ""
            going.outgoing = replace(going.outgoing, due_at=self.clock.now())
            return was_sent

    def _stay(self, going: _Going, error: ApiError) -> float | None:
        words = f"{error.short}: {error.message}"
        if going.trouble != words:
            going.trouble = words
            self._report(going, Turnout.WAITING, words)
        return error.retry_after

    async def _give_back(
        self, going: _Going, turnout: Turnout, words: str, came_in: tuple[Mail, ...] = ()
    ) -> float:
        if await self.off_loop(self.outbox.call_back, going.outgoing.id):
            self._forget_answered(going)
            self._report(going, turnout, words, came_in)
        return 0

    def _finish(self, going: _Going) -> None:
        """Do what was to follow, and note how long the person has waited."""
        row, reply = going.outgoing, going.reply
        self.following.give(row, _thread_of(going))
        self._report(going, Turnout.SENT)
        if reply is not None and reply.clock is not None:
            response = Response(
                self.profile, row.thread, reply.clock.turn, reply.split, reply.clock.asked_at,
                self.client.transport.platform_now(), reply.clock.target,
            )  # fmt: skip
            self.following.note(response)

    def _told_of_trouble(self, task: asyncio.Task[None]) -> None:
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)

    def _report(
        self, going: _Going, turnout: Turnout, words: str = "", came_in: tuple[Mail, ...] = ()
    ) -> None:
        self.tell(Report(turnout, going.outgoing, words, came_in))

    # How the list shows it

    def _show_as_answered(self, reply: Reply) -> None:
        """Take the thread to be answered: it leaves its split, and its clock stops."""
        changes: dict[str, object] = {"waiting_since": None, "last_direction": "outbound"}
        if reply.draft.status:
            changes["status"] = reply.draft.status
        known = self.overlay.version(reply.thread.id)
        before = reply.thread if known is None else known.thread
        self.overlay.put(before.model_copy(update=changes))

    def _forget_answered(self, going: _Going) -> None:
        if going.reply is not None:
            self.overlay.put(going.reply.thread, self.clock.monotonic())

    def _call_back_soon(self, ids: tuple[str, ...]) -> None:
        for each in ids:
            task = asyncio.create_task(self._call_back_quietly(each), name=f"call back {each}")
            task.add_done_callback(self._told_of_trouble)

    async def _call_back_quietly(self, outgoing_id: str) -> None:
        await self.call_back(outgoing_id)


def _thread_of(going: _Going) -> Thread:
    if going.reply is not None:
        return going.reply.thread
    return Thread(id=going.outgoing.thread)
