"""The arguments of an operation as text for an editor: JSON with comments that explain each name."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from mttui.api.arguments import jsonable
from mttui.api.errors import InvalidArguments
from mttui.api.help import help_of
from mttui.api.operation import Operation, Parameter, Place
from mttui.api.typed import parameter_called, value_from_json
from mttui.local.redact import is_secret_name

from .forms import FieldKind, FormField, fields_of_operation

_WIDTH = 92
_COMMENT = "//"
_COMPLAINT = "// !"
_EMPTY = {FieldKind.LIST: "[]", FieldKind.JSON: "{}"}
"""What stands for a value that is not there."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with an edited text, and in which line, from 1."""

    line: int
    words: str


class Unreadable(ValueError):
    """The text cannot be taken over."""

    def __init__(self, complaint: Complaint) -> None:
        super().__init__(complaint.words)
        self.complaint = complaint


def to_editor(operation: Operation, arguments: Mapping[str, Any], *, fixed: Iterable[str] = ()) -> str:
    """Write arguments for an editor; those that have no value stand there as comments.

    Credentials are left out: they are typed in the form only.

    Args:
        operation: what they are of.
        arguments: by Python name; nested objects as JSON objects or models.
        fixed: names of arguments that cannot be changed.
    """
    parameters = list(_edited(operation, set(fixed)))
    lines = _comment(f"{operation.id}: {help_of(operation).summary}")
    lines.append("// Save and leave to take it over. An empty file leaves the form as it was.")
    whole = next((each for each in parameters if each.place is Place.WHOLE_BODY), None)
    if whole is not None and len(parameters) == 1:
        value = arguments.get(whole.name)
        said = f"// {_example(operation, whole)}" if value is None else _json(value)
        return "\n".join([*lines, *_told(operation, whole, ""), said, ""])
    body: list[str] = []
    for each in parameters:
        body += _told(operation, each, "  ")
        value = arguments.get(each.name)
        if value is None:
            body.append(f'  // "{each.wire}": {_example(operation, each)},')
        else:
            body.append(textwrap.indent(f'"{each.wire}": {_json(value)},', "  "))
    return "\n".join([*lines, "{", *body, "}", ""])


def from_editor(operation: Operation, text: str, *, fixed: Iterable[str] = ()) -> dict[str, Any] | None:
    """Read what came back from an editor; ``None`` when nothing is left of it.

    Returns:
        Arguments by Python name.

    Raises:
        Unreadable: it is not JSON, or a name or a value does not fit; it says in which line.
    """
    plain = _without_commas_at_ends(_without_comments(text))
    if not plain.strip():
        return None
    try:
        data = json.loads(plain)
    except RecursionError:
        raise Unreadable(Complaint(1, "too deep to be read")) from None
    except json.JSONDecodeError as trouble:
        raise Unreadable(Complaint(trouble.lineno, f"{trouble.msg}, column {trouble.colno}")) from None
    parameters = list(_edited(operation, set(fixed)))
    whole = next((each for each in parameters if each.place is Place.WHOLE_BODY), None)
    if whole is not None and len(parameters) == 1:
        data = {whole.wire: data}
    if not isinstance(data, dict):
        raise Unreadable(Complaint(1, "a JSON object is needed, from { to }"))
    return {parameter.name: value for parameter, value in _read(operation, data, parameters, plain)}


def _read(
    operation: Operation, data: Mapping[str, Any], parameters: Iterable[Parameter], text: str
) -> Iterator[tuple[Parameter, Any]]:
    allowed = {each.name for each in parameters}
    for name, value in data.items():
        try:
            parameter = _changeable(operation, name, allowed)
            if value is not None:
                yield parameter, value_from_json(operation, parameter, value)
        except InvalidArguments as trouble:
            words = trouble.message.removeprefix(f"{operation.id}: ")
            advice = "" if trouble.advice == InvalidArguments.advice else f" {trouble.advice}"
            raise Unreadable(Complaint(_line_of(name, text), f"{words}.{advice}")) from None


def _changeable(operation: Operation, name: str, allowed: Container[str]) -> Parameter:
    parameter = parameter_called(operation, name)
    if parameter.name not in allowed:
        raise InvalidArguments(f"{name!r} cannot be changed here")
    return parameter


def with_complaint(text: str, complaint: Complaint) -> tuple[str, int]:
    """Write a complaint above the line that it is about; earlier ones go. Returns the text and that line."""
    rows = text.split("\n")
    before = sum(row.lstrip().startswith(_COMPLAINT) for row in rows[: complaint.line])
    kept = [row for row in rows if not row.lstrip().startswith(_COMPLAINT)]
    at = max(0, min(complaint.line - 1 - before, len(kept)))
    words = " ".join(complaint.words.split())
    return "\n".join([*kept[:at], f"{_COMPLAINT} {words}", *kept[at:]]), at + 2


def _edited(operation: Operation, fixed: set[str]) -> Iterator[Parameter]:
    for each in operation.parameters:
        if each.name not in fixed and not is_secret_name(each.name):
            yield each


def _told(operation: Operation, parameter: Parameter, indent: str) -> list[str]:
    own = [each for each in fields_of_operation(operation) if each.name == parameter.name]
    needed = " (needed)" if parameter.required else ""
    said = help_of(operation).arguments.get(parameter.name, "").replace("``", "")
    words = [f"{parameter.wire}{needed}: {said}", *(_part(each) for each in own if each.objects)]
    words += [f"one of {', '.join(each.choices)}" for each in own if each.choices and not each.objects]
    return [f"{indent}{row}" for each in words for row in _comment(each)]


def _comment(words: str) -> list[str]:
    return [f"// {part}" for part in textwrap.wrap(words, _WIDTH, subsequent_indent="  ")]


def _part(field: FormField) -> str:
    needed = " (needed)" if field.required else ""
    steps = field.path.split(".")[1:]
    return f"  {'.'.join([*steps[:-1], field.parameter.wire])}{needed}: {field.help}"


def _example(operation: Operation, parameter: Parameter) -> str:
    own = [each for each in fields_of_operation(operation) if each.name == parameter.name]
    if len(own) > 1 or own[0].objects:
        return "{}"
    return _EMPTY.get(own[0].kind, "null")


def _json(value: Any) -> str:
    return json.dumps(jsonable(value), ensure_ascii=False, indent=2)


def _without_comments(text: str) -> str:
    return "\n".join("" if row.lstrip().startswith(_COMMENT) else row for row in text.split("\n"))


def _without_commas_at_ends(text: str) -> str:
    """Blank out commas before a closing bracket: one that is left over is no mistake here."""
    kept = list(text)
    comma, in_string, escaped = -1, False, False
    for at, char in enumerate(text):
        if in_string:
            escaped, in_string = (char == "\\" and not escaped), (char != '"' or escaped)
        elif char == ",":
            comma = at
        elif char in "}]" and comma >= 0:
            kept[comma], comma = " ", -1
        elif not char.isspace():
            comma, in_string = -1, char == '"'
    return "".join(kept)


def _line_of(name: str, text: str) -> int:
    rows = text.split("\n")
    return next((number for number, row in enumerate(rows, 1) if f'"{name}"' in row), 1)
