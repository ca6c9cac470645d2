"""What follows a reply that is out: the status and the labels of its thread, and the time that it took."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError
from mttui.api.models.threads import Thread
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing
from mttui.local.response_log import Response, Responses
from mttui.stores.off_loop import OffLoop

from .overlay import Overlay
from .triage import Triage


@dataclass(eq=False)
class Following:
    """Does what follows.

    Args:
        client: asks the platform.
        triage: changes threads.
        overlay: where the lists find what was done.
        outbox: keeps what is still to be done over a crash.
        responses: where response times are kept.
        off_loop: calls the state file.
        on_fault: told of exceptions that are bugs of mttui.
    """

    client: Mailtarget
    triage: Triage
    overlay: Overlay
    outbox: Outbox
    responses: Responses
    off_loop: OffLoop
    on_fault: Callable[[BaseException], None]
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def give(self, row: Outgoing, thread: Thread) -> None:
        """Give a thread the status and the labels that were to come with its reply."""
        if not row.then_done:
            self._begin(self._give(row, thread), f"follow up {row.id}")

    def note(self, response: Response) -> None:
        """Note how long somebody has waited."""
        self._begin(self._note(response), "note a response time")

    async def close(self) -> None:
        """Come to the end of what is under way."""
        if self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def _give(self, row: Outgoing, thread: Thread) -> None:
        known = self.overlay.version(thread.id)
        if known is None and thread.status is None:
            try:
                thread = await self.client.threads.get(thread.id)
            except ApiError:
                return  # it stays unfinished, and the next start takes it up again
        elif known is not None and thread.status is not None:
            # The list has shown the new status since the reply was handed over; the platform has it not yet.
            self.overlay.put(known.thread.model_copy(update={"status": thread.status}))
        self.triage.change(
            [thread],
            "After the reply",
            status=row.then_status or None,
            labels=(lambda each: (*each.labels, *row.then_labels)) if row.then_labels else None,
            undoable=False,
        )
        if await self.triage.settled(thread.id):
            await self.off_loop(self.outbox.finish, row.id)

    async def _note(self, response: Response) -> None:
        await self.off_loop(self.responses.add, response)

    def _begin(self, work: Coroutine[Any, Any, None], name: str) -> None:
        task = asyncio.create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)
