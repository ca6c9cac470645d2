"""What is done from this session, one operation at a time: asked once, read back, written down.

A deed runs to its end by itself: leaving the screen, or cancelling who waits for it, does not stop it.
An answer is not taken at its word where the platform can be asked: an update is read back, and what was
deleted is looked for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError, NotFound, ReadOnly, Refused
from mttui.api.kin import arguments_for, inverse_of, path_parameters, read_of
from mttui.api.models.base import Done
from mttui.api.operation import Operation
from mttui.local.journal import Outcome
from mttui.local.redact import is_secret_name

from .present import agrees, present_values, value_at

if TYPE_CHECKING:
    from mttui.api.transport import Reply

_KEPT = 200
"""Deeds of this session that are remembered."""


@dataclass(frozen=True)
class Undo:
    """What takes the last deed back."""

    operation: Operation
    arguments: Mapping[str, Any]
    subject: str = ""


@dataclass(frozen=True)
class Deed:
    """One operation that was asked for. Times are the platform's, in UTC."""

    key: int
    at: datetime
    operation: Operation
    subject: str
    """What it was done to: a name or an id."""
    arguments: Mapping[str, Any]
    outcome: Outcome = Outcome.ASKED
    detail: str = ""
    settled_at: datetime | None = None
    answer: Any = None
    error: ApiError | None = None
    undo: Undo | None = None
    reply: Reply | None = None
    """The answer as it came; ``None`` where there was none."""

    @property
    def is_done(self) -> bool:
        """Whether the platform took it: it said so, or shows it."""
        return self.outcome in {Outcome.CONFIRMED, Outcome.NOT_CONFIRMED}


class DeedKeeper(Protocol):
    """Keeps deeds for good; the journal is one."""

    def save(self, deed: Deed) -> None:
        """Keep a deed, or its new state, by its key; must not block."""


@dataclass(eq=False)
class Deeds:
    """Carries out operations and remembers what came of them.

    Args:
        client: asks the platform.
        keeper: keeps deeds over a restart; ``None`` for memory only.
    """

    client: Mailtarget
    keeper: DeedKeeper | None = None
    undo: Undo | None = None
    """What takes the last deed back that can be."""
    done: deque[Deed] = field(default_factory=lambda: deque(maxlen=_KEPT))
    """Those that came to their end, the newest last."""
    _running: set[asyncio.Task[Deed]] = field(default_factory=set)
    _asked: int = 0

    @property
    def under_way(self) -> int:
        """How many have not come to an end."""
        return len(self._running)

    def start(
        self,
        operation: Operation,
        arguments: Mapping[str, Any],
        *,
        subject: str = "",
        before: Any = None,
        undoable: bool = True,
        trusting: bool = False,
        idempotency_key: str | None = None,
    ) -> asyncio.Task[Deed]:
        """Carry out an operation in the background; the task ends with what came of it.

        Args:
            operation: what to run; not a read.
            arguments: by Python name.
            subject: what it is done to, in words.
            before: the record as it was, for an update to be taken back with.
            undoable: whether it becomes what is taken back next.
            trusting: take an answer that itself shows the new values at its word, and save the second read.
            idempotency_key: one that was kept before the first attempt.
        """
        deed = Deed(self._asked, self._now(), operation, subject, arguments)
        self._asked += 1
        task = asyncio.create_task(
            self._carry_out(
                deed, before, undoable=undoable, trusting=trusting, idempotency_key=idempotency_key
            ),
            name=operation.id,
        )
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    async def _carry_out(
        self, deed: Deed, before: Any, *, undoable: bool, trusting: bool, idempotency_key: str | None
    ) -> Deed:
        self._save(deed)
        try:
            exchange = await self.client.exchange(
                deed.operation, deed.arguments, idempotency_key=idempotency_key
            )
        except ApiError as error:
            ended = await self._failed(deed, error)
        else:
            deed = replace(deed, reply=exchange.reply)
            answer = Done() if exchange.answer is None else exchange.answer
            missing = "" if trusting and _shows(deed, answer) else await self._missing(deed)
            outcome = Outcome.NOT_CONFIRMED if missing else Outcome.CONFIRMED
            detail = missing or (answer.message if isinstance(answer, Done) else "")
            ended = _settled(deed, outcome, detail=detail, answer=answer, at=self._now())
        if ended.is_done and undoable:
            ended = replace(ended, undo=_undo_of(ended, before))
            self.undo = ended.undo or self.undo
        self.done.append(ended)
        self._save(ended)
        return ended

    async def _failed(self, deed: Deed, error: ApiError) -> Deed:
        """Tell a refusal from a doubt, and settle the doubt where the platform can be asked."""
        words = f"{error.short}: {error.message}"
        at = self._now()
        if not error.may_have_been_done:
            outcome = Outcome.REFUSED if isinstance(error, Refused | ReadOnly) else Outcome.FAILED
            return _settled(deed, outcome, detail=words, error=error, at=at)
        if _can_be_seen(deed.operation) and await self._missing(deed) == "":
            done = f"{words}; reading back shows that it was done"
            return _settled(deed, Outcome.CONFIRMED, detail=done, answer=Done(), at=self._now())
        return _settled(deed, Outcome.FAILED, detail=f"{words} (may have been done)", error=error, at=at)

    async def _missing(self, deed: Deed) -> str | None:
        """Say what the platform does not show of a deed: ``""`` when it shows all, ``None`` if not known."""
        reader = read_of(deed.operation)
        ids = None if reader is None else arguments_for(reader, deed.operation, deed.arguments)
        if reader is None or ids is None or not _can_be_seen(deed.operation):
            return None
        try:
            record = await self.client.call(reader, ids)
        except NotFound as error:
            return "" if _deletes(deed.operation) else f"reading it back: {error.short}"
        except ApiError:
            return None
        if _deletes(deed.operation):
            return "it can still be read"
        sent = _sent(deed)
        shown = present_values(deed.operation, record)
        differs = [
            name
            for name, value in sent.items()
            if name in shown and not is_secret_name(name) and not agrees(value, shown[name])
        ]
        return f"reading it back shows another {', '.join(differs)}" if differs else ""

    def _save(self, deed: Deed) -> None:
        if self.keeper is not None:
            self.keeper.save(deed)

    def _now(self) -> datetime:
        return self.client.transport.platform_now()


def _settled(deed: Deed, outcome: Outcome, *, at: datetime, **changes: Any) -> Deed:
    return replace(deed, outcome=outcome, settled_at=at, **changes)


def _verb(operation: Operation) -> str:
    return operation.id.rpartition(".")[2]


def _deletes(operation: Operation) -> bool:
    return _verb(operation) == "delete" and operation.path.endswith("}")


def _updates(operation: Operation) -> bool:
    return _verb(operation) == "update" and operation.method in {"PUT", "PATCH"}


def _can_be_seen(operation: Operation) -> bool:
    return _deletes(operation) or _updates(operation)


def _sent(deed: Deed) -> dict[str, Any]:
    in_path = {each.name for each in path_parameters(deed.operation)}
    return {name: value for name, value in deed.arguments.items() if name not in in_path}


def _shows(deed: Deed, record: Any) -> bool:
    """Whether a record shows every value that was sent; what it does not show is held against it."""
    sent, shown = _sent(deed), present_values(deed.operation, record)
    return bool(sent) and all(name in shown and agrees(value, shown[name]) for name, value in sent.items())


def _undo_of(deed: Deed, before: Any) -> Undo | None:
    """Return what takes a deed back; ``None`` where nothing does, or not all of it."""
    operation = deed.operation
    if _updates(operation):
        if before is None:
            return None
        sent, old = _sent(deed), present_values(operation, before)
        if not sent or not sent.keys() <= old.keys():
            return None
        ids = {name: value for name, value in deed.arguments.items() if name not in sent}
        return Undo(operation, {**ids, **{name: old[name] for name in sent}}, deed.subject)
    inverse = inverse_of(operation)
    if inverse is None:
        return None
    made = [_id_of(deed.answer, inverse)] if _verb(operation) == "create" else []
    arguments = arguments_for(inverse, operation, deed.arguments, *made)
    return None if arguments is None else Undo(inverse, arguments, deed.subject)


def _id_of(answer: Any, inverse: Operation) -> Any:
    """Return what names the record that was made, in the path of what deletes it."""
    name = inverse.path_variables[-1]
    return value_at(answer, name) or value_at(answer, "id", "_id")
