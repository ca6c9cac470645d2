"""One reply, carried to its end: sent once, whatever happens to the wire, the disk and the clock.

Nothing is posted before the state file says that it was begun, and after an attempt of which nobody knows
how it ended the thread is read back, and read once more right before the next attempt. What became of a
reply is written down before anything else is done about it; while the state file takes nothing that is
tried again. Where the platform takes no idempotency keys and does a request after it was cut and after the
thread was read back, nothing on this side can know, and the reply goes out twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, ParamSpec, TypeVar

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, Conflict, NotFound, RateLimited, Unreachable
from mttui.api.models.threads import Thread
from mttui.api.operation import operation_of
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing, State
from mttui.stores.deeds import Deed, Deeds
from mttui.stores.off_loop import OffLoop

from .conversations import Conversations, Mail
from .reply import Report, Turnout, holds

RETRY_FIRST, RETRY_MOST = 2.0, 60.0
"""Seconds between two attempts: the first wait, which doubles, and the longest."""
_PASSING = (RateLimited, Unreachable)
"""Errors after which nothing was sent and a later attempt may get through."""

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Means:
    """What carries replies.

    Args:
        client: asks the platform.
        deeds: carries changes out and writes them down.
        outbox: the replies in the state file.
        conversations: reads threads.
        clock: time.
        off_loop: calls the state file.
        tell: told what becomes of a reply before it has come to its end.
        on_trouble: told when the state file cannot be used.
    """

    client: Mailtarget
    deeds: Deeds
    outbox: Outbox
    conversations: Conversations
    clock: Clock
    off_loop: OffLoop
    tell: Callable[[Report], None]
    on_trouble: Callable[[DatabaseError], None]


@dataclass(frozen=True, slots=True)
class _Again:
    """It has not come to its end: there is another attempt."""

    at_least: float = 0.0
    """Seconds to wait."""


@dataclass(eq=False)
class Delivery:
    """Carries one reply.

    Args:
        outgoing: the reply, as the outbox has it.
        thread: what it answers, as far as it is known.
        means: what carries it.
    """

    outgoing: Outgoing
    thread: Thread
    means: Means
    has_begun: bool = False
    """Whether it may be out, so that nobody can call it back."""
    trouble: str = ""
    """Why it has not gone out although its window is over."""
    known_at: datetime | None = None
    """When it was known to be out, by the platform's time."""
    _said: str = ""
    _hurry: asyncio.Event = field(default_factory=asyncio.Event)
    _stuck: asyncio.Event = field(default_factory=asyncio.Event)

    def hurry(self) -> None:
        """End the time in which it can be called back."""
        self._hurry.set()

    async def stuck(self) -> None:
        """Wait until it does nothing but wait for better times."""
        await self._stuck.wait()

    async def run(self) -> Report | None:
        """Carry it to its end.

        Returns:
            What became of it; ``None`` when that is for somebody else to say: another copy of mttui has
            it, or it was called back.
        """
        if self.outgoing.state is State.DOUBTFUL:
            self.has_begun = True
            found = await self._settle_doubt()
            if not isinstance(found, _Again):
                return found
        await self._wait_for_the_end_of_its_window()
        wait = RETRY_FIRST
        while isinstance(end := await self._attempt(), _Again):
            await self._rest(max(wait, end.at_least))
            wait = min(wait * 2, RETRY_MOST)
        return end

    # Waiting

    async def _wait_for_the_end_of_its_window(self) -> None:
        """Wait until it can no longer be called back, or until nobody wants to wait any longer."""
        seconds = (self.outgoing.due_at - self.means.clock.now()).total_seconds()
        asleep = asyncio.ensure_future(self.means.clock.sleep(max(0.0, seconds)))
        hurried = asyncio.create_task(self._hurry.wait())
        try:
            await asyncio.wait({asleep, hurried}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            asleep.cancel()
            hurried.cancel()

    async def _rest(self, seconds: float) -> None:
        self._stuck.set()
        await self.means.clock.sleep(seconds)
        self._stuck.clear()

    async def _write(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Write down what became of it, for as long as it takes."""
        wait = RETRY_FIRST
        while True:
            try:
                written = await self.means.off_loop(call, *args, **kwargs)
            except DatabaseError as error:
                self.trouble = str(error)
                self.means.on_trouble(error)
            else:
                self.trouble = ""
                return written
            await self._rest(wait)
            wait = min(wait * 2, RETRY_MOST)

    # Attempts

    async def _attempt(self) -> Report | _Again | None:
        """Try to send it, once the thread was read."""
        try:
            conversation = await self.means.conversations.fetch(self.thread)
        except NotFound as error:
            return await self._give_back(Turnout.REFUSED, _words(error))
        except ApiError as error:
            return self._stay(error)
        # An earlier attempt may have been done after all, after the thread was read back.
        is_there = self.outgoing.attempts > 0 and holds(conversation, self.outgoing)
        came_in = () if is_there else conversation.since(self.outgoing.seen.messages)
        if came_in:
            return await self._give_back(Turnout.HELD, came_in=came_in)
        try:
            row = await self._begin()
        except DatabaseError as error:
            return self._keep(error)
        if row is None:
            return None
        self.outgoing, self.has_begun = row, True
        return await self._sent() if is_there else await self._post(row)

    async def _begin(self) -> Outgoing | None:
        """Have the state file say that it is being sent; ``None`` when it is not for us to send."""
        disk, outbox, name = self.means.off_loop, self.means.outbox, self.outgoing.id
        row = await disk(outbox.begin, name)
        # Its window was cut short, or is over by the time that sleeping goes by, and not yet by the time of
        # day, which may be set back or run slow.
        if row is None and (await disk(outbox.hasten, name)) is not None:
            row = await disk(outbox.begin, name)
        return row

    async def _post(self, row: Outgoing) -> Report | _Again | None:
        arguments: dict[str, Any] = {"id": row.thread, "text": row.body}
        arguments |= {name: list(to) for name, to in (("cc", row.cc), ("bcc", row.bcc)) if to}
        deed = await self.means.deeds.start(
            operation_of(self.means.client.threads.reply),
            arguments,
            subject=self.thread.subject or row.thread,
            undoable=False,
            idempotency_key=row.idempotency_key,
        )
        return await self._take_in(row, deed)

    async def _take_in(self, row: Outgoing, deed: Deed) -> Report | _Again | None:
        """Take in what came of an attempt."""
        error, is_first = deed.error, row.attempts == 1
        if error is None:
            return await self._sent()
        words = _words(error)
        # A conflict after an attempt in doubt may mean that the platform is still at that one.
        if error.may_have_been_done or (isinstance(error, Conflict) and not is_first):
            self._tell(Turnout.DOUBTFUL, words)
            if not await self._write(self.means.outbox.doubt, row.id, words):
                return None
            return await self._settle_doubt()
        if isinstance(error, _PASSING):
            return await self._postpone(row, error)
        if not is_first and await self._is_there():
            return await self._sent()  # the refusal was of this attempt, and an earlier one was done
        if not await self._write(self.means.outbox.refused, row.id, words):
            return None
        return self._report(Turnout.REFUSED, f"{words} {error.advice}")

    async def _postpone(self, row: Outgoing, error: ApiError) -> _Again | None:
        due_at = self.means.clock.now() + timedelta(seconds=error.retry_after or RETRY_FIRST)
        if not await self._write(self.means.outbox.postpone, row.id, _words(error), due_at):
            return None
        self.has_begun, self.outgoing = False, replace(row, state=State.WAITING, due_at=due_at)
        return self._stay(error)

    async def _sent(self) -> Report | None:
        self.known_at = self.means.client.transport.platform_now()
        is_ours = await self._write(self.means.outbox.sent, self.outgoing.id)
        return self._report(Turnout.SENT) if is_ours else None

    # Doubt

    async def _settle_doubt(self) -> Report | _Again | None:
        """Find out whether it went out, which nobody knows."""
        is_there = await self._is_there()
        if is_there:
            self.known_at = self.means.client.transport.platform_now()
        name = self.outgoing.id
        if not await self._write(self.means.outbox.resolve_doubt, name, was_sent=is_there):
            return None
        if is_there:
            return self._report(Turnout.SENT)
        self.has_begun, self.trouble = False, ""
        self.outgoing = replace(self.outgoing, state=State.WAITING, due_at=self.means.clock.now())
        return _Again()

    async def _is_there(self) -> bool:
        """Read the thread, for as long as it takes; says whether the reply is in it."""
        wait = RETRY_FIRST
        await self.means.clock.sleep(wait)
        while True:
            try:
                conversation = await self.means.conversations.fetch(self.thread)
            except NotFound:
                return False
            except ApiError as error:
                self.trouble = error.short
            else:
                return holds(conversation, self.outgoing)
            await self._rest(wait)
            wait = min(wait * 2, RETRY_MOST)

    # What is said

    def _stay(self, error: ApiError) -> _Again:
        """Say why it waits."""
        self.trouble = _words(error)
        self._tell(Turnout.WAITING, self.trouble)
        return _Again(error.retry_after or 0.0)

    def _keep(self, error: DatabaseError) -> _Again:
        """Say that it cannot be begun."""
        self.trouble = f"{error} {error.advice}"
        self._tell(Turnout.KEPT, self.trouble)
        return _Again()

    async def _give_back(
        self, turnout: Turnout, words: str = "", came_in: tuple[Mail, ...] = ()
    ) -> Report | None:
        is_back = await self._write(self.means.outbox.call_back, self.outgoing.id)
        return self._report(turnout, words, came_in) if is_back else None

    def _tell(self, turnout: Turnout, words: str) -> None:
        """Say what has become of it so far; not again while it is the same."""
        if (said := f"{turnout} {words}") != self._said:
            self._said = said
            self.means.tell(self._report(turnout, words))

    def _report(self, turnout: Turnout, words: str = "", came_in: tuple[Mail, ...] = ()) -> Report:
        return Report(turnout, self.outgoing, words, came_in)


def _words(error: ApiError) -> str:
    return f"{error.short}: {error.message}"
