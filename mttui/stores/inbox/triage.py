"""What is done to threads: the screen moves at once, the request follows, and a refusal puts it back.

The requests of one thread go one after the other, in the order of the keys; a few threads are worked on
side by side. Whatever was done can be taken back, the last first.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.models.threads import Thread
from mttui.api.operation import Operation, operation_of
from mttui.local.journal import Outcome
from mttui.stores.deeds import Deed, Deeds

from .overlay import Overlay, is_later
from .pacing import Pacing
from .splits import status_of

AT_ONCE = 4
"""Threads whose changes are on their way at the same time."""
_REMEMBERED = 100
"""Acts that can be taken back."""

LabelsOf = Callable[[Thread], Sequence[str]]
"""Takes a thread, returns the labels that it is to have."""


@dataclass(frozen=True)
class Act:
    """Something that was done with one key and can be taken back with one."""

    words: str
    """What was done, to what: ``Closed “Invoice 7”``."""
    threads: tuple[Thread, ...]
    """As they were before."""
    take_back: Callable[[], None]
    is_open: Callable[[], bool] = lambda: True
    """Says whether it can still be taken back."""
    is_reply: bool = False
    """Whether it is a reply on its way, which is called back."""


@dataclass(slots=True, eq=False)
class _Move:
    """A thread that went from one status to another; counts that were asked before it do not know."""

    before: str
    after: str
    settled_at: float | None = None


@dataclass(frozen=True)
class _Step:
    """One request about a thread."""

    operation: Operation
    values: dict[str, Any]
    before: Thread
    words: str
    move: _Move | None


@dataclass(eq=False)
class Triage:
    """Changes threads.

    Args:
        client: asks the platform.
        deeds: carries changes out and writes them down.
        overlay: where the lists find what was done.
        clock: time.
        pacing: has the screen drawn first.
        on_refused: told of a thread that was put back, what was tried, and what came of it.
        on_fault: told of exceptions that are bugs of mttui.
    """

    client: Mailtarget
    deeds: Deeds
    overlay: Overlay
    clock: Clock
    pacing: Pacing
    on_refused: Callable[[Thread, str, Deed], None]
    on_fault: Callable[[BaseException], None]
    acts: deque[Act] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    """What can be taken back, the newest last."""
    _steps: dict[str, deque[_Step]] = field(default_factory=dict)
    _tasks: dict[str, asyncio.Task[bool]] = field(default_factory=dict)
    _moves: list[_Move] = field(default_factory=list)
    _turns: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    @property
    def under_way(self) -> int:
        """Threads whose changes the platform has not confirmed yet."""
        return len(self._tasks)

    def change(
        self,
        threads: Iterable[Thread],
        words: str,
        *,
        status: str | None = None,
        labels: LabelsOf | None = None,
        undoable: bool = True,
        insist: bool = False,
        also_back: Callable[[], None] = lambda: None,
    ) -> tuple[Thread, ...]:
        """Give threads another status, other labels, or both.

        Args:
            threads: which.
            words: what is done, as a person would say it.
            status: ``open``, ``pending``, ``snoozed`` or ``closed``.
            labels: returns the labels that a thread is to have.
            undoable: whether it can be taken back.
            insist: the platform has the status of the threads that are given, whatever is shown.
            also_back: what else has to be done when it is taken back.

        Returns:
            The threads that are changed by it, as they were.
        """
        changes = (self._change_one(each, words, status, labels, insist=insist) for each in threads)
        changed = tuple(before for before in changes if before is not None)
        if changed and undoable:
            act = Act(
                words,
                changed,
                lambda: self._take_back(changed, words, status, labels, also_back),
                lambda: any(self._differs(each, status, labels) for each in changed),
            )
            self.remember(act)
        return changed

    def remember(self, act: Act) -> None:
        """Note something that can be taken back."""
        self.acts.append(act)

    def undo(self) -> Act | None:
        """Take back what was done last, where it still can be; returns it, or ``None``."""
        act = self.last_act
        if act is not None:
            self.acts.pop()
            act.take_back()
        return act

    @property
    def last_act(self) -> Act | None:
        """What would be taken back next; ``None`` when there is nothing."""
        while self.acts and not self.acts[-1].is_open():
            self.acts.pop()
        return self.acts[-1] if self.acts else None

    def counted(self, status: str, count: int | None, asked_at: float | None) -> int | None:
        """Return how many threads have a status, by a count and what was done since it was asked for."""
        if count is None:
            return None
        # Every later count knows of these, too.
        self._moves = [move for move in self._moves if not is_later(asked_at, move.settled_at)]
        changes = ((move.after == status) - (move.before == status) for move in self._moves)
        return max(0, count + sum(changes))

    def expect(self, before: str, after: str) -> Callable[[], None]:
        """Count a thread as if it had another status already; returns what ends that."""
        move = _Move(before, after)
        self._moves.append(move)
        return lambda: self._forget_move(move)

    async def settled(self, thread_id: str) -> bool:
        """Wait until all that was asked for about a thread has come to its end; says whether it was done."""
        task = self._tasks.get(thread_id)
        return True if task is None else await asyncio.shield(task)

    async def close(self) -> None:
        """Wait for what is under way."""
        if self._tasks:
            await asyncio.wait(tuple(self._tasks.values()))

    # One thread

    def _change_one(
        self, thread: Thread, words: str, status: str | None, labels: LabelsOf | None, *, insist: bool = False
    ) -> Thread | None:
        """Change a thread; returns it as it was, or ``None`` when it is so already."""
        known = self.overlay.version(thread.id)
        before = thread if known is None else known.thread
        if insist and status is not None:
            before = before.model_copy(update={"status": thread.status})
        values: dict[str, Any] = {}
        if status is not None and status != status_of(before):
            values["status"] = status
        if labels is not None and (wanted := tuple(dict.fromkeys(labels(before)))) != before.labels:
            values["labels"] = wanted
        if not values:
            return None
        move = _Move(status_of(before), status) if "status" in values and status else None
        if move is not None:
            self._moves.append(move)
        if thread.id not in self._tasks:
            self._begin(thread.id)
        self.overlay.put(before.model_copy(update=values))
        steps = self._steps.setdefault(thread.id, deque())
        for name, value in values.items():
            sent = list(value) if name == "labels" else value
            step_move = move if name == "status" else None
            steps.append(_Step(self._operation(name), {name: sent}, before, words, step_move))
        return before

    def _begin(self, thread_id: str) -> None:
        self.overlay.hold(thread_id)
        task = asyncio.create_task(self._carry_out(thread_id), name=f"change thread {thread_id}")
        task.add_done_callback(self._ended)
        self._tasks[thread_id] = task

    def _ended(self, task: asyncio.Task[bool]) -> None:
        if not task.cancelled() and (trouble := task.exception()) is not None:
            self.on_fault(trouble)

    def _operation(self, name: str) -> Operation:
        threads = self.client.threads
        return operation_of(threads.status.update if name == "status" else threads.labels.update)

    async def _carry_out(self, thread_id: str) -> bool:
        done = True
        try:
            await self.pacing.give_way()
            while steps := self._steps.get(thread_id):
                async with self._turns:
                    done = await self._do(thread_id, steps.popleft()) and done
        finally:
            for left in self._steps.pop(thread_id, ()):
                self._forget_move(left.move)
            self._tasks.pop(thread_id, None)
            self.overlay.release(thread_id, self.clock.monotonic())
        return done

    async def _do(self, thread_id: str, step: _Step) -> bool:
        try:
            deed = await self.deeds.start(
                step.operation,
                {"id": thread_id, **step.values},
                subject=step.before.subject or thread_id,
                before=step.before,
                undoable=False,
                trusting=True,
            )
        finally:
            if step.move is not None:
                step.move.settled_at = self.clock.monotonic()
        if deed.outcome is not Outcome.CONFIRMED:
            self._put_back(step, deed)
            return False
        return True

    def _put_back(self, step: _Step, deed: Deed) -> None:
        """Show the thread as it was, forget what was to follow, and say why."""
        undone: dict[str, Any] = {}
        for each in (step, *self._steps.pop(step.before.id, ())):
            undone = {name: getattr(each.before, name) for name in each.values} | undone
            self._forget_move(each.move)
        known = self.overlay.version(step.before.id)
        shown = step.before if known is None else known.thread
        self.overlay.put(shown.model_copy(update=undone))
        self.on_refused(step.before, step.words, deed)

    def _forget_move(self, move: _Move | None) -> None:
        self._moves = [each for each in self._moves if each is not move]

    def _differs(self, thread: Thread, status: str | None, labels: LabelsOf | None) -> bool:
        """Whether taking back a change of a thread would change anything, as far as it is known."""
        known = self.overlay.version(thread.id)
        if known is None:
            return True
        now = known.thread
        return (status is not None and status_of(now) != status_of(thread)) or (
            labels is not None and now.labels != thread.labels
        )

    def _take_back(
        self,
        threads: tuple[Thread, ...],
        words: str,
        status: str | None,
        labels: LabelsOf | None,
        also_back: Callable[[], None],
    ) -> None:
        also_back()
        for thread in threads:
            self._change_one(
                thread,
                f"Take back: {words}",
                status_of(thread) if status is not None else None,
                (lambda _, kept=thread.labels: kept) if labels is not None else None,  # type: ignore[misc]
            )
