"""Calls that people make by hand: run, shown whole, and kept in the history of this box."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mttui.api.arguments import jsonable
from mttui.api.catalogue import find
from mttui.api.errors import ApiError, InvalidArguments
from mttui.api.operation import Effect, Operation
from mttui.api.typed import value_from_json
from mttui.local.errors import LocalError
from mttui.local.history import PastCall
from mttui.text import Role

from .running import do_operation
from .saying import say

if TYPE_CHECKING:
    from mttui.api.transport import Reply

    from .base import WorkScreen
    from .session import Session


@dataclass(frozen=True)
class Called:
    """What came of a call."""

    reply: Reply | None = None
    error: ApiError | None = None
    note: str = ""
    """What was seen when it was read back."""


async def call_operation(
    screen: WorkScreen, operation: Operation, arguments: Mapping[str, Any]
) -> Called | None:
    """Run an operation and keep it in the history; to be awaited in a worker, as it may ask.

    Returns:
        What came of it; ``None`` when nothing was sent: refused here, or the question was answered no.
    """
    errors: list[ApiError] = []

    def told(error: ApiError) -> bool:
        errors.append(error)
        return True

    began = screen.session.clock.monotonic()
    deed = await do_operation(screen, operation, arguments, told=told)
    error = errors[0] if errors else deed.error if deed else None
    if deed is None and error is None:
        return None
    called = Called(deed.reply if deed else None, error, deed.detail if deed else "")
    elapsed = 1000 * (screen.session.clock.monotonic() - began)
    await keep_call(screen.session, operation, arguments, called, elapsed)
    return called


async def keep_call(
    session: Session, operation: Operation, arguments: Mapping[str, Any], called: Called, elapsed: float
) -> None:
    """Keep a call in the history; where that cannot be written, the fault log says so."""
    try:
        given = {name: jsonable(value) for name, value in arguments.items()}
    except ValueError:
        return  # what cannot be sent was not sent
    reply, error = called.reply, called.error
    call = PastCall(
        session.client.transport.platform_now(),
        session.profile.name,
        operation.id,
        given,
        reply.status if reply else error.status if error else None,
        reply.milliseconds if reply else elapsed,
        error.short if error else "",
    )
    try:
        await session.disk(session.calls.add, call)
    except LocalError as trouble:
        session.faults.note(trouble)


def arguments_of(call: PastCall) -> tuple[Operation, dict[str, Any]] | None:
    """Return the operation of a past call and its arguments, but for credentials, which were not kept.

    ``None`` when there is no such operation any more. Arguments that no longer fit are left out.
    """
    operation = find(call.operation)
    if operation is None:
        return None
    known = {parameter.name: parameter for parameter in operation.parameters}
    found: dict[str, Any] = {}
    for name, value in call.arguments.items():
        if name in known and name not in call.hidden:
            try:
                found[name] = value_from_json(operation, known[name], value)
            except InvalidArguments:
                continue
    return operation, found


def ask_operation(screen: WorkScreen, operation: Operation, arguments: Mapping[str, Any] = {}) -> None:
    """Run an operation and show the answer; its form comes first where it takes arguments."""
    if operation.effect is not Effect.READ and screen.session.profile.read_only:
        say(
            screen.host,
            f"{operation.id}: read-only mode. It can be filled in, and copied, but not sent.",
            Role.WARN,
        )
    if operation.parameters:
        ask_with_form(screen, operation, arguments)
    else:
        show_answer(screen, operation, arguments)


def show_answer(screen: WorkScreen, operation: Operation, arguments: Mapping[str, Any]) -> None:
    """Run an operation and show the answer."""
    from .answer import AnswerScreen  # noqa: PLC0415 (imported when first opened)

    screen.app.push_screen(AnswerScreen(operation, arguments))


def ask_with_form(
    screen: WorkScreen,
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    in_place_of: WorkScreen | None = None,
) -> None:
    """Fill in an operation's form, then run it and show the answer.

    Args:
        screen: where it was asked for.
        operation: what to run.
        arguments: what is filled in already.
        in_place_of: a screen that goes when there is another answer.
    """
    from .form import FormScreen  # noqa: PLC0415 (imported when first opened)

    def filled(given: Mapping[str, Any] | None) -> None:
        if given is None:
            return
        if in_place_of is not None:
            in_place_of.dismiss()
        show_answer(screen, operation, given)

    screen.app.push_screen(FormScreen(operation, arguments, collects=True), filled)
