"""Operations as data to be shown: a list of them, and one's help page."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence

from mttui.api.help import EFFECT_WORDS, help_of
from mttui.api.operation import Effect, Operation, Parameter
from mttui.text import Line, Role, Span, line, wrap

from .columns import Column
from .copying import as_curl

OPERATION_COLUMNS = (
    Column("id", "Operation", 24, weight=2, priority=3),
    Column("effect", "Effect", 9, priority=2),
    Column("summary", "What it does", 20, weight=3, priority=1),
)

EFFECT_SIGNS: dict[Effect, Span] = {
    Effect.READ: Span("read", Role.MUTED),
    Effect.CHANGE: Span("change", Role.NORMAL),
    Effect.SEND: Span("▲ send", Role.WARN),
    Effect.DESTROY: Span("▲ destroy", Role.BAD),
}
"""Word, and where it is called for a glyph, of each effect."""

_INDENT = "  "


def operation_cells(operation: Operation) -> Sequence[Span | str]:
    """Return the cells of an operation's row."""
    return operation.id, EFFECT_SIGNS[operation.effect], operation.summary


def operation_help(operation: Operation, *, base_url: str, width: int) -> list[Line]:
    """Write the help page of an operation, in lines of at most ``width`` cells but for the curl command.

    Args:
        operation: what it is about.
        base_url: of the account, for the curl command.
        width: cells.
    """
    help_ = help_of(operation)
    lines = [
        line(Span(operation.id, Role.TITLE), Span(f"   {operation.section}", Role.MUTED)),
        line(f"{operation.method} {operation.path}"),
        line(EFFECT_SIGNS[operation.effect], Span(f"   {EFFECT_WORDS[operation.effect]}", Role.MUTED)),
        (),
        *(line(part) for part in wrap(help_.summary, width)),
    ]
    for paragraph in help_.text.split("\n\n") if help_.text else ():
        lines += [(), *(line(part) for part in wrap(paragraph, width))]
    if operation.parameters:
        lines += [(), line(Span("Arguments", Role.STRONG))]
        for parameter in operation.parameters:
            lines += _parameter_lines(parameter, help_.arguments.get(parameter.name, ""), width)
    if operation.paged:
        lines += [(), line("Its answer is one page of several.")]
    if help_.errors:
        lines += [(), line(Span("Errors", Role.STRONG))]
        for name, words in help_.errors:
            said = wrap(f"{name}: {words}", max(10, width - 2))
            lines += [line(_INDENT, part) for part in said]
    lines += [(), line(Span("As curl", Role.STRONG))]
    return lines + [line(part) for part in as_curl(operation, {}, base_url=base_url).split("\n")]


def _parameter_lines(parameter: Parameter, words: str, width: int) -> list[Line]:
    needed = Span(" (needed)", Role.WARN) if parameter.required else Span("")
    kind = f"{type_words(parameter.annotation)}, in the {parameter.place.value}"
    lines = [line(_INDENT, Span(parameter.name, Role.ACCENT), needed)]
    lines += [line(_INDENT * 2, part) for part in wrap(words, max(10, width - 4))]
    return lines + [line(_INDENT * 2, Span(part, Role.MUTED)) for part in wrap(kind, max(10, width - 4))]


_TYPE_WORDS: dict[object, str] = {str: "text", int: "number", float: "number", bool: "true or false"}


def type_words(annotation: object) -> str:
    """Say what values a type takes, in words: ``text``, ``one of pause, throttle``."""
    origin, given = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return type_words(given[0])
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(type_words(each) for each in given if each is not type(None)))
    if origin is typing.Literal:
        return f"one of {', '.join(map(str, given))}"
    if origin is not None and given and issubclass(origin, Sequence | set | frozenset):
        return f"list of {type_words(given[0])}"
    return _TYPE_WORDS.get(annotation, getattr(annotation, "__name__", "value"))
