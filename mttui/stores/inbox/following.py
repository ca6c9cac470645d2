"""What follows a reply that is out: status, labels and snooze of its thread, and the time that it took."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, ParamSpec

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, NotFound
from mttui.api.models.threads import Thread
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing
from mttui.local.response_log import Response, Responses
from mttui.stores.off_loop import OffLoop

from .snoozing import Snoozing
from .triage import Triage

P = ParamSpec("P")

RETRY_EVERY = 60.0
"""Seconds between two attempts to read a thread of which nothing is known, or to use the state file."""


@dataclass(eq=False)
class Following:
    """Does what follows.

    Args:
        client: asks the platform.
        triage: changes threads.
        snoozing: puts them to sleep.
        outbox: keeps what is still to be done over a crash.
        responses: where response times are kept.
        clock: time.
        off_loop: calls the state file.
        on_trouble: told when the state file cannot be used.
        on_fault: told of exceptions that are bugs of mttui.
    """

    client: Mailtarget
    triage: Triage
    snoozing: Snoozing
    outbox: Outbox
    responses: Responses
    clock: Clock
    off_loop: OffLoop
    on_trouble: Callable[[DatabaseError], None]
    on_fault: Callable[[BaseException], None]
    _waiting: set[asyncio.Task[None]] = field(default_factory=set)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def give(self, row: Outgoing, thread: Thread, *, keeps_status: bool = False) -> None:
        """Do to a thread what was to be done once its reply is out.

        What the platform refuses is told as every refusal is, and not tried again; what a crash cuts short
        is taken up at the next start.

        Args:
            row: the reply.
            thread: as the platform has it; one without a status is read first.
            keeps_status: leave its status, because a person has set it since.
        """
        if row.then_done:
            return
        self._begin(self._give(row, thread, keeps_status=keeps_status), f"follow up {row.id}")

    def note(self, response: Response) -> None:
        """Note how long somebody has waited."""
        self._begin(self._note(response), "note a response time")

    async def close(self) -> None:
        """Come to the end of what is under way; what waits for better times is left to the next start."""
        for task in tuple(self._waiting):
            task.cancel()
        if self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def _give(self, row: Outgoing, thread: Thread, *, keeps_status: bool) -> None:
        known = thread if thread.status is not None else await self._read(thread.id)
        if known is not None:
            await self._on_disk(self._change, row, known, keeps_status=keeps_status)
        await self._on_disk(self.off_loop, self.outbox.finish, row.id)

    async def _change(self, row: Outgoing, thread: Thread, *, keeps_status: bool) -> None:
        words = "After the reply"
        labels = row.then_labels
        status = None if keeps_status or row.then_snooze else row.then_status or None
        self.triage.change(
            [thread],
            words,
            status=status,
            labels=(lambda each: (*each.labels, *labels)) if labels else None,
            undoable=False,
            insist=True,
        )
        if row.then_snooze and not keeps_status:
            now = self.clock.now()
            until = (row.sent_at or now) + row.then_snooze
            if until > now:
                await self.snoozing.put([thread], until, words, insist=True, own=1)
        await self.triage.settled(thread.id)

    async def _read(self, thread_id: str) -> Thread | None:
        """Return a thread as it is, once that can be known; ``None`` where there is none."""
        while True:
            asked_at = self.clock.monotonic()
            try:
                read = await self.client.threads.get(thread_id)
            except NotFound:
                return None
            except ApiError:
                await self._rest()
            else:
                self.triage.overlay.seen(read, asked_at)
                return read

    async def _note(self, response: Response) -> None:
        await self._on_disk(self.off_loop, self.responses.add, response)

    async def _on_disk(
        self, call: Callable[P, Coroutine[Any, Any, object]], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """Do something that needs the state file, once that can be used."""
        while True:
            try:
                await call(*args, **kwargs)
            except DatabaseError as error:
                self.on_trouble(error)
                await self._rest()
            else:
                return

    async def _rest(self) -> None:
        """Wait for better times."""
        if (task := asyncio.current_task()) is not None:
            self._waiting.add(task)
        await self.clock.sleep(RETRY_EVERY)
        if task is not None:
            self._waiting.discard(task)

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._waiting.discard(task)
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)
