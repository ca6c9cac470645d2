"""Conversations as they are read: fetched ahead of the reader, and read into text once.

The thread that is looked at is asked for at once; the ones that come next are asked for as a poll would
be, so that the next thread is there when it is gone to.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError
from mttui.api.models.threads import Thread, ThreadMessage
from mttui.stores.off_loop import OffLoop

from .pacing import Pacing

if TYPE_CHECKING:
    from mttui.text.mail.letter import Letter

KEPT = 60
"""Conversations in memory at most; those looked at longest ago go first."""
LONG_MAIL = 20_000
"""Characters from which a mail is read into text on a thread of its own, so that no key waits for it."""
_OUTBOUND = "outbound"


@dataclass(frozen=True, slots=True, eq=False)
class Mail:
    """One message, and what it says."""

    message: ThreadMessage
    letter: Letter

    @property
    def is_outbound(self) -> bool:
        """Whether we wrote it."""
        return (self.message.direction or "").casefold() == _OUTBOUND


@dataclass(frozen=True, slots=True, eq=False)
class Conversation:
    """The messages of a thread, the oldest first."""

    thread_id: str
    mails: tuple[Mail, ...]
    stamp: object
    """Of the thread as it was read: what changes when a message comes."""
    asked_for: object = None
    """The stamp of the thread for which it was asked: what was read may be newer, or counted otherwise."""
    number: int = 0
    """Counts up with every question."""

    def is_of(self, thread: Thread) -> bool:
        """Whether it is what a list shows of a thread, and need not be read again."""
        return stamp_of(thread) in (self.stamp, self.asked_for)

    def says_same(self, other: Conversation) -> bool:
        """Whether nothing is written in it that the other one has not, as when it was read twice."""
        return self.mails == other.mails and self.thread_id == other.thread_id

    @property
    def last_id(self) -> str:
        """The id of the newest message; empty where there is none."""
        return self.mails[-1].message.id if self.mails else ""

    def since(self, count: int) -> tuple[Mail, ...]:
        """Return what came in after so many messages."""
        return tuple(mail for mail in self.mails[count:] if not mail.is_outbound)


def stamp_of(thread: Thread) -> object:
    """Return what changes when a message comes to a thread."""
    return thread.message_count if thread.message_count is not None else thread.updated_at


class Conversations:
    """Fetches conversations and keeps the latest.

    Args:
        client: asks the platform.
        reader: reads long mails into text.
        pacing: has the screen drawn first.
        on_fault: told of exceptions that are bugs of mttui.
    """

    def __init__(
        self,
        client: Mailtarget,
        *,
        reader: OffLoop,
        pacing: Pacing,
        on_fault: Callable[[BaseException], None],
    ) -> None:
        self._pacing = pacing
        self._reader = reader
        self._ask_now, self._ask_ahead = client, client.for_polls(Priority.POLL)
        self._on_fault = on_fault
        self._kept: OrderedDict[str, Conversation] = OrderedDict()
        self._errors: dict[str, tuple[ApiError, object]] = {}
        self._failed_ahead: dict[str, object] = {}
        self._numbers = itertools.count(1)
        self._asked: dict[str, tuple[asyncio.Task[None], bool]] = {}
        self._pokes: list[Callable[[], None]] = []

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever a conversation came, or did not; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def get(self, thread_id: str) -> Conversation | None:
        """Return a conversation that is in memory."""
        return self._kept.get(thread_id)

    def error(self, thread_id: str) -> ApiError | None:
        """Return why a conversation could not be read when it was last asked for."""
        error, _ = self._errors.get(thread_id, (None, None))
        return error

    def want(self, looked_at: Thread, *ahead: Thread) -> None:
        """Have the thread that is looked at, and then those that come next."""
        if looked_at.id in self._kept:
            self._kept.move_to_end(looked_at.id)
        self._want(looked_at, now=True)
        for thread in ahead:
            self._want(thread, now=False)

    def retry(self, thread: Thread) -> None:
        """Ask again for one that did not come."""
        self._errors.pop(thread.id, None)
        self._want(thread, now=True)

    async def fetch(self, thread: Thread) -> Conversation:
        """Read a conversation anew, as before something is sent.

        Raises:
            ApiError: it could not be read.
        """
        return await self._fetch(self._ask_now, thread)

    def close(self) -> None:
        """Ask for nothing more."""
        for task, _ in self._asked.values():
            task.cancel()
        self._asked.clear()

    def _want(self, thread: Thread, *, now: bool) -> None:
        kept, stamp = self._kept.get(thread.id), stamp_of(thread)
        if kept is not None and kept.is_of(thread):
            return
        if self._errors.get(thread.id, (None, self))[1] == stamp:
            return  # until somebody asks again, or there is a new message
        if not now and self._failed_ahead.get(thread.id, self) == stamp:
            return  # until it is looked at
        task, is_urgent = self._asked.get(thread.id, (None, False))
        if task is not None and (is_urgent or not now):
            return
        task = asyncio.create_task(self._keep(thread, now=now), name=f"read thread {thread.id}")
        self._asked[thread.id] = (task, now)
        task.add_done_callback(lambda done: self._ended(thread.id, done))

    def _ended(self, thread_id: str, task: asyncio.Task[None]) -> None:
        if self._asked.get(thread_id, (None,))[0] is task:
            del self._asked[thread_id]
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self._on_fault(trouble)

    async def _keep(self, thread: Thread, *, now: bool) -> None:
        try:
            await self._pacing.give_way()
            await self._fetch(self._ask_now if now else self._ask_ahead, thread)
        except ApiError as error:
            if now:
                self._errors[thread.id] = error, stamp_of(thread)
                self._poke()
            else:
                self._failed_ahead[thread.id] = stamp_of(thread)

    async def _fetch(self, client: Mailtarget, thread: Thread) -> Conversation:
        number, asked_for = next(self._numbers), stamp_of(thread)
        rows = await client.threads.messages.list(thread.id)
        read = [self._known(thread, row) or Mail(row, await self._read(row)) for row in rows]
        # Once more, as the same may have been read meanwhile: what one is reading stays what it is.
        mails = tuple([self._known(thread, mail.message) or mail for mail in read])
        stamp = len(mails) if thread.message_count is not None else asked_for
        found = Conversation(thread.id, mails, stamp, asked_for, number)
        kept = self._kept.get(thread.id)
        if kept is None or kept.number < number:
            self._take(found)
        return found

    def _take(self, found: Conversation) -> None:
        self._errors.pop(found.thread_id, None)
        self._failed_ahead.pop(found.thread_id, None)
        self._kept[found.thread_id] = found
        self._kept.move_to_end(found.thread_id)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._poke()

    def _known(self, thread: Thread, row: ThreadMessage) -> Mail | None:
        """Return what was read of a message, where it is in memory and still says the same."""
        kept = self._kept.get(thread.id)
        mails = kept.mails if kept else ()
        return next((each for each in mails if each.message.id == row.id and each.message == row), None)

    async def _read(self, row: ThreadMessage) -> Letter:
        from mttui.text.mail import read_letter  # noqa: PLC0415 (the parser, only once there is mail)

        text, html = row.body_text, row.body_html
        if len(text or "") + len(html or "") < LONG_MAIL:
            return read_letter(text, html)
        return await self._reader(read_letter, text, html)

    def _poke(self) -> None:
        for poke in tuple(self._pokes):
            poke()
