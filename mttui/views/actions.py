"""What can be done with a record, with several of them, or with a list, and what is against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mttui.api.catalogue import operations
from mttui.api.operation import Effect, Operation
from mttui.text import plural

from .describe import View
from .operations import EFFECT_SIGNS
from .paths import path_arguments
from .resource import Action

Target = tuple[str, Mapping[str, Any]]
"""A record by name, with the arguments that an operation is called with for it."""


@dataclass(frozen=True)
class Doable:
    """Something that can be done, or the reason why it cannot be now."""

    title: str
    operation: Operation
    arguments: Mapping[str, Any]
    """For one record, or for the list."""
    subject: str = ""
    """How people know the record."""
    key: str = ""
    reason: str | None = None
    targets: Sequence[Target] = ()
    """For several records; none for one."""
    skipped: int = 0
    """Marked records with which it cannot be done now."""
    plan: str = ""
    """What is done with several, in the imperative: ``Delete 12 contacts``."""

    @property
    def hint(self) -> str:
        """What it does to the world, and in a sentence."""
        sign = "" if self.operation.effect is Effect.READ else f"{EFFECT_SIGNS[self.operation.effect].text}: "
        return f"{sign}{self.operation.summary}"


def read_only_reason(operation: Operation, read_only: bool) -> str | None:  # noqa: FBT001 (a state, not a switch)
    """Say why an operation cannot be run in read-only mode; ``None`` when it can."""
    if not read_only or operation.effect is Effect.READ:
        return None
    return "Not in read-only mode. Start without --read-only to change anything."


def doable_with(
    view: View,
    record: Any,
    given: Mapping[str, Any],
    marked: Sequence[Any],
    *,
    read_only: bool,
    only: str = "",
) -> list[Doable]:
    """Return what can be done with a record, or with all marked ones where there are any.

    Args:
        view: what they are.
        record: the one in hand.
        given: the arguments that they were asked for with.
        marked: the marked ones.
        read_only: whether nothing may be changed.
        only: id of the one operation that is wanted; the record's delete is never listed otherwise.
    """
    every = [*view.actions, *([Action(view.delete.id, _ending(view.delete))] if view.delete else [])]
    wanted = [each for each in every if each.operation == only] if only else list(view.actions)
    make = _for_all if marked else _for_one
    return [make(view, action, marked or record, given, read_only) for action in wanted]


def doable_beside(view: View, given: Mapping[str, Any], *, read_only: bool) -> list[Doable]:
    """Return what can be done with a list as a whole."""
    found = []
    for action in view.beside:
        operation = operations()[action.operation]
        arguments = view.arguments(operation, None, given, action.arguments)
        found.append(
            Doable(action.title, operation, arguments, reason=read_only_reason(operation, read_only))
        )
    return found


def _ending(operation: Operation) -> str:
    return operation.id.rpartition(".")[2].replace("_", " ").capitalize()


def _for_one(
    view: View,
    action: Action,
    record: Any,
    given: Mapping[str, Any],
    read_only: bool,  # noqa: FBT001
) -> Doable:
    operation = operations()[action.operation]
    arguments = view.arguments(operation, record, given, action.arguments)
    reason = read_only_reason(operation, read_only) or (action.unless(record) if action.unless else None)
    return Doable(
        action.title,
        operation,
        arguments,
        view.name_of(record),
        action.key,
        reason or _without_key(view, operation, arguments),
    )


def _for_all(
    view: View,
    action: Action,
    marked: Sequence[Any],
    given: Mapping[str, Any],
    read_only: bool,  # noqa: FBT001
) -> Doable:
    operation = operations()[action.operation]
    fit = [record for record in marked if not (action.unless and action.unless(record))]
    targets = [
        (name, arguments)
        for name, record in _named(view, fit)
        if not _without_key(
            view, operation, arguments := view.arguments(operation, record, given, action.arguments)
        )
    ]
    reason = read_only_reason(operation, read_only)
    if reason is None and not targets:
        first = action.unless(marked[0]) if action.unless else None
        reason = first or f"It can be done with none of the {len(marked)} that are marked."
    return Doable(
        action.title,
        operation,
        {},
        key=action.key,
        reason=reason,
        targets=targets,
        skipped=len(marked) - len(targets),
        plan=f"{action.title} {plural(len(targets), view.one, view.many)}",
    )


def _named(view: View, records: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield records with names that tell them apart."""
    times = Counter(view.name_of(record) for record in records)
    for record in records:
        name, identity = view.name_of(record), view.identity(record)
        yield (name if times[name] == 1 else f"{name} ({identity})"), record


def _without_key(view: View, operation: Operation, arguments: Mapping[str, Any]) -> str | None:
    missing = [name for name in path_arguments(operation) if name not in arguments]
    return f"The platform sent no {missing[0]} for this {view.one}." if missing else None
