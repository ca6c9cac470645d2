"""One operation over many records: a plan first, then row by row, with a pause and a result for each.

A run goes on by itself: leaving the screen does not stop it. It takes only the part of the request
budget that the person at the keyboard does not need. A row whose answer was lost is doubtful, not
failed: it is tried again only with the idempotency key of its first try.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from mttui.api.arguments import jsonable
from mttui.api.budget import Priority
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, Forbidden, ReadOnly, Unauthorized
from mttui.api.operation import Operation

USUAL_ANSWER = 0.2
"""Seconds a request is taken to last while none of a run has been measured."""
MOST_IN_A_ROW = 5
"""Failures one after the other at which a run pauses by itself: the rest would likely fail, too."""
_HOPELESS = (Unauthorized, Forbidden, ReadOnly)
"""Errors that every further row would meet."""


class RowState(StrEnum):
    """What became of a row."""

    WAITING = "waiting"
    DONE = "done"
    """The platform confirmed it."""
    FAILED = "failed"
    """The platform refused it, or it was never sent: nothing was done."""
    DOUBTFUL = "doubtful"
    """No answer: it may have been done."""
    SKIPPED = "skipped"
    """The run was stopped before it."""


_NOT_DONE = frozenset({RowState.FAILED, RowState.DOUBTFUL, RowState.SKIPPED})


class RunState(StrEnum):
    """What a run is doing."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


@dataclass(eq=False)
class BulkRow:
    """One record of a run."""

    name: str
    """How people know it: its id, or a name."""
    arguments: Mapping[str, Any]
    """What the operation is called with, by Python names."""
    state: RowState = RowState.WAITING
    error: ApiError | None = None
    idempotency_key: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run would do, before it does it."""

    rows: int
    per_minute: int
    """Requests a minute that it may use."""
    seconds: float
    """How long it would take at that rate."""


@dataclass(eq=False)
class BulkRun:
    """A run of one operation over many records.

    Args:
        client: sends the requests.
        operation: what is done to each.
        rows: the records, in the order in which they come.
        clock: time and waiting.
    """

    client: Mailtarget
    operation: Operation
    rows: Sequence[BulkRow]
    clock: Clock
    state: RunState = RunState.READY
    why_paused: str = ""
    """Why it paused by itself; empty when a person did."""
    _counts: Counter[RowState] = field(default_factory=Counter)
    _queue: deque[BulkRow] = field(default_factory=deque)
    _pokes: list[Callable[[], None]] = field(default_factory=list)
    _task: asyncio.Task[None] | None = None
    _may_go: asyncio.Event = field(default_factory=asyncio.Event)
    _answered: int = 0
    _asking: float = 0.0
    _failures_in_a_row: int = 0

    def __post_init__(self) -> None:
        """Line the rows up."""
        self._counts.update(row.state for row in self.rows)
        self._queue.extend(row for row in self.rows if row.state is RowState.WAITING)

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever a row or the run's state changes; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    @property
    def counts(self) -> Mapping[RowState, int]:
        """How many rows are in which state."""
        return self._counts

    @property
    def is_over(self) -> bool:
        """Whether nothing more will be sent."""
        return self.state in {RunState.FINISHED, RunState.STOPPED}

    def plan(self) -> Plan:
        """Say how many rows are left, at what rate, and how long that takes."""
        left = len(self._queue)
        budget = self.client.transport.budget
        per_minute = budget.share_of(Priority.POLL)
        at_once = max(0, per_minute - budget.used)
        answers = left * (self._asking / self._answered if self._answered else USUAL_ANSWER)
        waits = max(0.0, left - at_once) / per_minute * 60
        return Plan(left, per_minute, max(answers, waits))

    def start(self) -> None:
        """Begin, or go on after a pause."""
        self._failures_in_a_row, self.why_paused = 0, ""
        self.state = RunState.RUNNING
        self._may_go.set()
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._run())
        self._poke()

    def pause(self, why: str = "") -> None:
        """Send no more until :meth:`start`; the request under way comes to its end."""
        if self.state is RunState.RUNNING:
            self.state, self.why_paused = RunState.PAUSED, why
            self._may_go.clear()
            self._poke()

    def stop(self) -> None:
        """Send nothing more; what is left is skipped, and can be taken up with :meth:`retry`."""
        if not self.is_over:
            self.state = RunState.STOPPED
            while self._queue:
                self._put(self._queue.popleft(), RowState.SKIPPED)
            self._may_go.set()
            self._poke()

    def retry(self) -> None:
        """Take up again whatever was not done; doubtful rows keep their idempotency key."""
        for row in self.rows:
            if row.state in _NOT_DONE:
                if row.state is RowState.FAILED:
                    row.idempotency_key = ""
                row.error = None
                self._put(row, RowState.WAITING)
                self._queue.append(row)
        self.start()

    async def wait(self) -> None:
        """Wait until the run is over."""
        if self._task is not None:
            await self._task

    def undone(self) -> Iterator[str]:
        """Yield a JSON line for each row that was not done, to be kept in a file."""
        for row in (each for each in self.rows if each.state in _NOT_DONE):
            error = row.error
            yield json.dumps(
                {
                    "name": row.name,
                    "operation": self.operation.id,
                    "arguments": jsonable(row.arguments),
                    "state": row.state.value,
                    "status": error.status if error else None,
                    "code": error.code if error else None,
                    "message": error.message if error else "not sent: the run was stopped",
                    "idempotencyKey": row.idempotency_key or None,
                },
                ensure_ascii=False,
            )

    def _put(self, row: BulkRow, state: RowState) -> None:
        self._counts[row.state] -= 1
        self._counts[state] += 1
        row.state = state

    async def _run(self) -> None:
        while self._queue:
            await self._may_go.wait()
            if self.state is not RunState.RUNNING:
                continue
            if (wait := self.client.transport.budget.wait_for(Priority.POLL)) > 0:
                await self.clock.sleep(wait)
                continue
            await self._do(self._queue.popleft())
        if self.state is not RunState.STOPPED:
            self.state = RunState.FINISHED
        self._poke()

    async def _do(self, row: BulkRow) -> None:
        row.idempotency_key = row.idempotency_key or self.client.transport.new_idempotency_key()
        began = self.clock.monotonic()
        try:
            await self.client.call_raw(self.operation, row.arguments, idempotency_key=row.idempotency_key)
        except ApiError as error:
            row.error = error
            self._put(row, RowState.DOUBTFUL if error.may_have_been_done else RowState.FAILED)
            self._consider(error)
        else:
            self._put(row, RowState.DONE)
            self._failures_in_a_row = 0
        self._answered += 1
        self._asking += self.clock.monotonic() - began
        self._poke()

    def _consider(self, error: ApiError) -> None:
        self._failures_in_a_row += 1
        if isinstance(error, _HOPELESS):
            self.pause(f"every further row would meet this, too: {error.message}")
        elif self._failures_in_a_row >= MOST_IN_A_ROW:
            self.pause(f"{self._failures_in_a_row} rows failed one after the other")

    def _poke(self) -> None:
        for poke in tuple(self._pokes):
            poke()
