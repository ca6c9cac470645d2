"""Running an operation from any screen: refused or asked first, carried out, told, and taken back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mttui.api.arguments import prepare
from mttui.api.errors import ApiError, InvalidArguments
from mttui.api.help import help_of
from mttui.api.kin import arguments_for, list_of, read_of, wipes
from mttui.api.operation import Effect, Operation
from mttui.api.pages import Page
from mttui.local.journal import Outcome
from mttui.stores.deeds import Deed
from mttui.stores.present import name_of, value_at
from mttui.text import Role
from mttui.views.keyboard import find_key
from mttui.views.paths import path_arguments
from mttui.views.wording import deed_words

from .dialogs import Question, dialog_for
from .saying import say, say_error

if TYPE_CHECKING:
    from .base import WorkScreen
    from .session import Session

Told = Callable[[ApiError], bool]
"""Takes an error that came before or from the platform; returns whether it has shown it itself."""

_ASKED_FIRST = frozenset({Effect.SEND, Effect.DESTROY})
_PEOPLE = ("member_count", "recipient_count", "recipients_count", "contact_count", "total_recipients")
"""Fields of a record that count the people it goes to."""


@dataclass(frozen=True)
class Sight:
    """What was seen of the object before something is done to it."""

    record: Any = None
    """As its read answered; ``None`` where nothing reads it, or it could not be read."""
    subject: str = ""
    """How people know it."""
    people: int | None = None
    """People or messages that are hit, or rows that are wiped; ``None`` where nothing says."""


async def run_operation(
    screen: WorkScreen,
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    subject: str = "",
    people: int | None = None,
    confirmed: bool = False,
    before: Any = None,
    told: Told = lambda _: False,
) -> Any | None:
    """Run an operation as a person asked for it; to be awaited in a worker, as it may ask.

    Once sent, a change runs to its end even when the worker is cancelled.

    Args:
        screen: where it was asked for.
        operation: what to run.
        arguments: by Python name.
        subject: how people know the object; found out where nothing is said.
        people: how many people or messages are hit; found out where nothing is said.
        confirmed: the question has been asked already.
        before: the record as it is now, for an update to be taken back; read where nothing is said.
        told: shows an error itself where it can, as beside the field that it is about.

    Returns:
        The answer, or ``None`` when it was not done: refused, left, or failed.
    """
    deed = await do_operation(
        screen, operation, arguments,
        subject=subject, people=people, confirmed=confirmed, before=before, told=told,
    )  # fmt: skip
    return None if deed is None or not deed.is_done else deed.answer


async def do_operation(
    screen: WorkScreen,
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    subject: str = "",
    people: int | None = None,
    confirmed: bool = False,
    before: Any = None,
    told: Told = lambda _: False,
    undoable: bool = True,
) -> Deed | None:
    """Run an operation as :func:`run_operation` does, and return all that came of it.

    ``undoable`` says whether it becomes what is taken back next.

    Returns:
        What came of it, read back where it can be; ``None`` when nothing was sent.
    """
    session = screen.session
    if refusal := refusal_of(operation, session):
        say(screen.host, refusal, Role.WARN)
        return None
    try:
        prepare(operation, arguments)
    except InvalidArguments as error:
        _tell(screen, operation, error, told)
        return None
    if operation.effect is Effect.READ:
        return await _read(screen, operation, arguments, told)
    sight = await _look(session, operation, arguments, Sight(before, subject, people))
    if operation.effect in _ASKED_FIRST and not confirmed:
        question = question_before(operation, arguments, sight)
        if not await screen.app.push_screen_wait(dialog_for(question)):
            return None
    task = session.deeds.start(
        operation, arguments, subject=sight.subject, before=sight.record, undoable=undoable
    )
    task.add_done_callback(lambda done: _report(screen, done, told))
    return await asyncio.shield(task)


def start_operation(
    screen: WorkScreen,
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    subject: str = "",
    people: int | None = None,
    then: Callable[[Any], None] = lambda _: None,
) -> None:
    """Run an operation from a key's handler; ``then`` takes the answer when it was done."""

    async def run() -> None:
        answer = await run_operation(screen, operation, arguments, subject=subject, people=people)
        if answer is not None:
            then(answer)

    screen.run_worker(run(), group=f"run {operation.id}", exit_on_error=True)


def refusal_of(operation: Operation, session: Session) -> str | None:
    """Say why an operation cannot be run in this session at all; ``None`` when it can."""
    if operation.effect is Effect.READ or not session.profile.read_only:
        return None
    return (
        f"{deed_words(operation)}: not in read-only mode. Nothing was sent. "
        "Start without --read-only to change anything."
    )


def question_before(operation: Operation, arguments: Mapping[str, Any], sight: Sight) -> Question:
    """Ask before mail goes out or something is destroyed, in words that name the object and the number."""
    word = (operation.id.rpartition(".")[2].replace("_", " ")) if wipes(operation) else None
    title = f"{deed_words(operation)} {sight.subject}".strip()
    return Question(
        title,
        (help_of(operation).summary, *_numbers(operation, arguments, sight)),
        effect=operation.effect,
        yes="Yes, do it",
        no="No, leave it",
        word=word,
    )


def _numbers(operation: Operation, arguments: Mapping[str, Any], sight: Sight) -> list[str]:
    lists = [value for value in arguments.values() if isinstance(value, list | tuple)]
    if wipes(operation) and lists:
        return [f"{len(lists[0]):,} of them, named by id."]
    if wipes(operation):
        count = "an unknown number" if sight.people is None else f"{sight.people:,}"
        return [f"All of them go: {count}.", "There is no way back."]
    if sight.people is not None:
        return [f"It concerns {sight.people:,} people or messages."]
    if operation.effect is Effect.SEND:
        return ["To how many people is not known here."]
    return []


async def undo_last(screen: WorkScreen) -> None:
    """Take back what was done last; to be run in a worker."""
    deeds = screen.session.deeds
    undo = deeds.undo
    if undo is None:
        return
    deed = await do_operation(screen, undo.operation, undo.arguments, subject=undo.subject, undoable=False)
    if deed is not None and deed.is_done and deeds.undo is undo:
        deeds.undo = None


async def _read(
    screen: WorkScreen, operation: Operation, arguments: Mapping[str, Any], told: Told
) -> Deed | None:
    client = screen.session.client
    try:
        exchange = await client.exchange(operation, arguments)
    except ApiError as error:
        _tell(screen, operation, error, told)
        return None
    now = client.transport.platform_now()
    return Deed(
        -1, now, operation, "", arguments, Outcome.CONFIRMED,
        answer=exchange.answer, settled_at=now, reply=exchange.reply,
    )  # fmt: skip


async def _look(session: Session, operation: Operation, arguments: Mapping[str, Any], known: Sight) -> Sight:
    """Read the object that something is done to, and count what is wiped."""
    record, people = known.record, known.people
    reader = read_of(operation)
    needs_record = operation.id.endswith(".update") or operation.effect in _ASKED_FIRST
    ids = arguments_for(reader, operation, arguments) if reader else None
    if record is None and reader is not None and ids is not None and needs_record:
        record = await _ask(session, reader, ids)
    if people is None and wipes(operation):
        people = await _count(session, operation, arguments)
    if people is None and operation.effect is Effect.SEND and record is not None:
        counts = [value_at(record, name) for name in _PEOPLE]
        people = next((count for count in counts if isinstance(count, int)), None)
    name = f"“{name_of(record)}”" if record is not None and name_of(record) else ""
    last = ids or {each: arguments[each] for each in path_arguments(operation) if each in arguments}
    given = next(reversed(last.values()), None) or name_of(arguments) or _only_one(arguments)
    subject = known.subject or name or str(given)
    return Sight(record, "" if wipes(operation) else subject, people)


def _only_one(arguments: Mapping[str, Any]) -> str:
    """Return what a list of one element names, as the address that is suppressed."""
    lists = [value for value in arguments.values() if isinstance(value, list | tuple)]
    ones = [value[0] for value in lists if len(value) == 1 and isinstance(value[0], str)]
    return next(iter(ones), "")


async def _ask(session: Session, reader: Operation, arguments: Mapping[str, Any]) -> Any:
    try:
        return await session.client.call(reader, arguments)
    except ApiError:
        return None  # what is asked then says that it is not known


async def _count(session: Session, operation: Operation, arguments: Mapping[str, Any]) -> int | None:
    lister = list_of(operation)
    if lister is None:
        return None
    ids = arguments_for(lister, operation, arguments)
    small = {"per_page": 1} if any(each.name == "per_page" for each in lister.parameters) else {}
    page = await _ask(session, lister, {**(ids or {}), **small})
    if not isinstance(page, Page):
        return None
    return page.total if page.total is not None or small else len(page.rows)


def _report(screen: WorkScreen, done: asyncio.Task[Deed], told: Told) -> None:
    """Say what came of it, wherever the person at the keyboard is by now."""
    if done.cancelled() or done.exception() is not None:
        return
    deed, session = done.result(), screen.session
    session.stores.poller.put_out_of_date((*deed.operation.refreshes, "audit_logs"))
    if deed.error is not None:
        _tell(screen, deed.operation, deed.error, told)
        return
    words = f"{deed_words(deed.operation)} {deed.subject}".strip()
    if deed.outcome is Outcome.NOT_CONFIRMED:
        say(screen.host, f"{words}: accepted, but {deed.detail}.", Role.WARN)
        return
    detail = f"\n{deed.detail}" if deed.detail else ""
    key = session.keyboard.shown(find_key("undo"))
    offer = f"\n{key} takes it back." if deed.undo is not None else ""
    say(screen.host, f"{words}: done.{detail}{offer}", Role.GOOD)


def _tell(screen: WorkScreen, operation: Operation, error: ApiError, told: Told) -> None:
    if told(error):
        return
    doubt = " — it may have been done nonetheless" if error.may_have_been_done else ""
    say_error(screen.host, error, doing=f"{deed_words(operation)}{doubt}")
