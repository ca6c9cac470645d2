"""The platform as Python: ``await client.velocity.events.resolve("evt_001")``."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .arguments import prepare
from .budget import Priority
from .operation import Effect, Operation
from .resources import Resources

if TYPE_CHECKING:
    from .transport import Reply, Transport

Changed = Callable[[Operation, Mapping[str, Any]], None]
"""Called after an operation that is not a read has been confirmed, with its arguments."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A call that was answered."""

    reply: Reply
    """The answer as it came."""
    answer: Any
    """The answer as what the operation declares."""


@dataclass(eq=False)
class _Shared:
    """What a client and its view for polls have in common."""

    listeners: list[Changed] = field(default_factory=list)
    under_way: set[asyncio.Task[Any]] = field(default_factory=set)


class Mailtarget(Resources):
    """The client: one attribute a resource.

    Args:
        transport: sends the requests.
        priority: who asks; :meth:`for_polls` returns a view with the lower one.
    """

    def __init__(
        self,
        transport: Transport,
        *,
        priority: Priority = Priority.INTERACTIVE,
        _shared: _Shared | None = None,
    ) -> None:
        self.transport = transport
        self.priority = priority
        self._shared = _shared or _Shared()

    def for_polls(self, priority: Priority = Priority.POLL) -> Mailtarget:
        """Return the same client with requests that give way to those of a person."""
        return Mailtarget(self.transport, priority=priority, _shared=self._shared)

    def on_changed(self, listener: Changed) -> Callable[[], None]:
        """Call ``listener`` after each confirmed change; returns what ends that."""
        self._shared.listeners.append(listener)
        return lambda: self._shared.listeners.remove(listener)

    async def call(self, operation: Operation, arguments: Mapping[str, Any]) -> Any:
        """Run an operation and return what it declares.

        Once sent, a change runs to its end even when the caller is cancelled: only the platform's
        answer says whether it was done.

        Raises:
            ApiError: it failed; see :mod:`mttui.api.errors`.
        """
        return (await self.exchange(operation, arguments)).answer

    async def exchange(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> Exchange:
        """Run an operation and return what it declares, together with the answer as it came.

        Args:
            operation: what to run.
            arguments: by Python name.
            idempotency_key: one made earlier, to repeat an earlier intention.

        Raises:
            ApiError: it failed; see :mod:`mttui.api.errors`.
        """
        from .answers import read_answer  # noqa: PLC0415 - the raw answer needs no models

        reply = await self.call_raw(operation, arguments, idempotency_key=idempotency_key)
        return Exchange(reply, read_answer(operation, reply.body, reply.content_type))

    async def call_raw(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        idempotency_key: str | None = None,
    ) -> Reply:
        """Run an operation and return the answer as it came.

        Args:
            operation: what to run.
            arguments: by Python name.
            idempotency_key: one made earlier, to repeat an earlier intention.
        """
        request = prepare(operation, arguments)
        if operation.effect is Effect.READ:
            return await self.transport.send(request, priority=self.priority)
        task = asyncio.create_task(
            self.transport.send(request, priority=Priority.INTERACTIVE, idempotency_key=idempotency_key)
        )
        self._shared.under_way.add(task)
        task.add_done_callback(self._shared.under_way.discard)
        task.add_done_callback(lambda done: self._announce(done, operation, arguments))
        return await asyncio.shield(task)

    def _announce(
        self, task: asyncio.Task[Reply], operation: Operation, arguments: Mapping[str, Any]
    ) -> None:
        if task.cancelled() or task.exception() is not None:
            return
        for listener in tuple(self._shared.listeners):
            listener(operation, arguments)

    @property
    def under_way(self) -> int:
        """How many changes have been sent and not been answered."""
        return len(self._shared.under_way)

    async def aclose(self) -> None:
        """Let changes under way come to their end, then close the connections."""
        if self._shared.under_way:
            await asyncio.wait(tuple(self._shared.under_way))
        await self.transport.aclose()
