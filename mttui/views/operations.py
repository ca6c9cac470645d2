"""Operations as data to be shown: a list of them, and one's help page."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Sequence
from shlex import quote

from mttui.api.operation import Effect, Operation, Parameter, Place
from mttui.text import Line, Role, Span, line, wrap

from .columns import Column

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

_EFFECT_HELP: dict[Effect, str] = {
    Effect.READ: "Nothing changes.",
    Effect.CHANGE: "Something on the platform changes.",
    Effect.SEND: "Mail goes out, or sending resumes. mttui asks first.",
    Effect.DESTROY: "Something is deleted, cancelled or purged. mttui asks first.",
}
_INDENT = "  "
_KEY_VARIABLE = '"Authorization: Bearer $MAILTARGET_API_KEY"'


def operation_cells(operation: Operation) -> Sequence[Span | str]:
    """Return the cells of an operation's row."""
    return operation.id, EFFECT_SIGNS[operation.effect], operation.summary


def matching(operations: Iterable[Operation], words: str) -> list[Operation]:
    """Return the operations that have every word in their id, section, path, effect or summary."""
    wanted = words.casefold().split()
    return [operation for operation in operations if all(word in _haystack(operation) for word in wanted)]


def _haystack(operation: Operation) -> str:
    parts = (operation.id, operation.section, operation.path, operation.effect, operation.summary)
    return " ".join(parts).casefold()


def operation_help(operation: Operation, *, base_url: str, width: int) -> list[Line]:
    """Write the help page of an operation, in lines of at most ``width`` cells.

    Args:
        operation: what it is about.
        base_url: of the account, for the curl line.
        width: cells.
    """
    lines = [
        line(Span(operation.id, Role.TITLE), Span(f"   {operation.section}", Role.MUTED)),
        line(f"{operation.method} {operation.path}"),
        line(EFFECT_SIGNS[operation.effect], Span(f"   {_EFFECT_HELP[operation.effect]}", Role.MUTED)),
        (),
        *_paragraphs(operation.doc.partition("Args:")[0], width),
    ]
    if operation.parameters:
        lines += [(), line(Span("Arguments", Role.STRONG))]
        described = _described(operation.doc)
        for parameter in operation.parameters:
            lines += _parameter_lines(parameter, described.get(parameter.name, ""), width)
    if operation.paged:
        lines += [(), line("Its answer is one page of several.")]
    lines += [(), line(Span("As curl", Role.STRONG))]
    lines += [line(part) for part in curl_lines(operation, base_url)]
    return lines


def curl_lines(operation: Operation, base_url: str) -> list[str]:
    """Write a curl command for an operation, with names where values go and a variable for the key."""
    path, query, body = operation.path, [], []
    for parameter in operation.parameters:
        name = parameter.wire
        if parameter.place is Place.QUERY and parameter.required:
            query.append(f"{name}={name.upper()}")
        elif parameter.place is Place.BODY and parameter.required:
            body.append(f'"{name}": "…"')
    address = base_url.rstrip("/") + path + (f"?{'&'.join(query)}" if query else "")
    lines = [f"curl -X {operation.method} {quote(address)} \\", f"  -H {_KEY_VARIABLE}"]
    if body:
        lines[-1] += " \\"
        lines += ["  -H 'Content-Type: application/json' \\", f"  -d {quote('{' + ', '.join(body) + '}')}"]
    return lines


def _paragraphs(text: str, width: int) -> list[Line]:
    lines: list[Line] = []
    for paragraph in text.strip().split("\n\n"):
        lines += [() for _ in lines[:1]]
        lines += [line(part) for part in wrap(" ".join(paragraph.split()), width)]
    return lines


def _described(doc: str) -> dict[str, str]:
    """Read the ``Args:`` of a docstring: name to words."""
    found: dict[str, str] = {}
    name = ""
    block = doc.partition("Args:\n")[2].split("\n\n")[0]
    for row in block.splitlines():
        head, colon, rest = row.strip().partition(":")
        if colon and head.isidentifier() and len(row) - len(row.lstrip()) <= len("    "):
            name = head
            found[name] = rest.strip()
        elif name:
            found[name] = f"{found[name]} {row.strip()}"
    return found


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
