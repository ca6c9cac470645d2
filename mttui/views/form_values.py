"""From what was typed into a form to the arguments of a call, and back; every complaint at its field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from typing import Any

from pydantic import BaseModel, ValidationError

from mttui.api.arguments import jsonable
from mttui.api.errors import ApiError, InvalidArguments
from mttui.api.operation import Operation, camel_case
from mttui.api.typed import members_of, value_from_text
from mttui.stores.present import check_value

from .forms import FieldKind, FormField, fields_of_operation
from .moments import HINT, moment_from_text

_NAMED = re.compile(r"^[\w.]+: (?P<path>[\w.]+): (?P<words>.*)$", re.DOTALL)
_NEEDED = re.compile(r"needs the argument '(?P<path>\w+)'")
_NEEDS = "This is needed."


@dataclass
class Parsed:
    """What a form says."""

    arguments: dict[str, Any] = field(default_factory=dict)
    """By Python name."""
    errors: dict[str, str] = field(default_factory=dict)
    """What is wrong, by the path of the field; empty when it can be sent."""


@dataclass(frozen=True, slots=True)
class Here:
    """When and where one types, for words like ``tomorrow``."""

    now: datetime
    local: tzinfo = UTC


def texts_of(operation: Operation, arguments: Mapping[str, Any]) -> dict[str, str]:
    """Return what the fields say for arguments, by path; empty for what these leave out."""
    return {each.path: text_of(_within(arguments, each.path)) for each in fields_of_operation(operation)}


def text_of(value: Any) -> str:
    """Write a value as one would type it."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case datetime():
            return str(jsonable(value))
        case int() | float():
            return f"{value}"
        case date():
            return value.isoformat()
        case list() | tuple() if all(_is_plain(each) for each in value):
            return ", ".join(text_of(each) for each in value)
    return json.dumps(jsonable(value), ensure_ascii=False, indent=2)


def _is_plain(value: Any) -> bool:
    if isinstance(value, str):
        return bool(value.strip()) and value == value.strip() and "," not in value and value[0] != "["
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(arguments: Mapping[str, Any], path: str) -> Any:
    value: Any = arguments
    for step in path.split("."):
        if isinstance(value, BaseModel):
            value = getattr(value, step, None)
        elif isinstance(value, Mapping):
            value = value.get(step, value.get(camel_case(step)))
        else:
            return None
    return value


def parse_form(
    operation: Operation, texts: Mapping[str, str], here: Here, *, cleared: Iterable[str] = ()
) -> Parsed:
    """Read a form and check it with the types of the declaration.

    Args:
        operation: whose form it is.
        texts: what was typed, by path.
        here: when and where.
        cleared: paths of fields that had a value and are to have none.
    """
    parsed = Parsed()
    values: dict[str, Any] = {}
    emptied = set(cleared)
    fields = fields_of_operation(operation)
    for each in fields:
        text = texts.get(each.path, "")
        if text.strip() or (each.path in emptied and _can_be_empty(each)):
            _read_field(each, text, here, values, parsed.errors)
        elif each.path in emptied:
            parsed.errors[each.path] = "It cannot be taken away: what is left out stays as it is."
    for each in fields:
        if each.required and each.path not in values and _is_wanted(each, values):
            parsed.errors.setdefault(each.path, _NEEDS)
    parsed.arguments = _nested(fields, values)
    _check(operation, parsed)
    return parsed


def _can_be_empty(each: FormField) -> bool:
    return each.kind is FieldKind.LIST or (
        each.kind in {FieldKind.TEXT, FieldKind.LONG} and not each.required and str in _members(each)
    )


def _members(each: FormField) -> tuple[Any, ...]:
    return members_of(each.parameter.annotation)


def _read_field(
    each: FormField, text: str, here: Here, values: dict[str, Any], errors: dict[str, str]
) -> None:
    try:
        values[each.path] = value_of(each, text, here)
    except InvalidArguments as trouble:
        errors[each.path] = _sentence(trouble.message.removeprefix(f"{each.path}: "))


def value_of(each: FormField, text: str, here: Here) -> Any:
    """Return the value that a field's text stands for.

    Raises:
        InvalidArguments: it does not fit.
    """
    if each.kind is FieldKind.MOMENT:
        return _moment(each, text, here)
    return value_from_text(each.parameter, text if each.kind is FieldKind.LONG else text.strip())


def _moment(each: FormField, text: str, here: Here) -> Any:
    members = _members(each)
    if date in members and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
        return value_from_text(each.parameter, text.strip())
    moment = moment_from_text(text, now=here.now, local=here.local)
    if moment is None:
        raise InvalidArguments(f"not a time; write it as {HINT}")
    return moment if datetime in members else moment.date()


def _is_wanted(each: FormField, values: Mapping[str, Any]) -> bool:
    """Whether a needed field is missed: all objects that it lies in must be there, or begun."""
    return all(
        needed or any(path.startswith(f"{outer}.") for path in values) for outer, needed in each.objects
    )


def _nested(fields: Sequence[FormField], values: Mapping[str, Any]) -> dict[str, Any]:
    arguments: dict[str, Any] = {}
    for each in fields:
        inner = arguments
        for outer, needed in each.objects:
            if needed or any(path.startswith(f"{outer}.") for path in values):
                inner = inner.setdefault(outer.rpartition(".")[2], {})
        if each.path in values:
            inner[each.path.rpartition(".")[2]] = values[each.path]
    return arguments


def _check(operation: Operation, parsed: Parsed) -> None:
    """Check what is there against the declaration; complaints go to the fields that they are about."""
    for parameter in operation.parameters:
        is_wrong = any(path.partition(".")[0] == parameter.name for path in parsed.errors)
        if parameter.name not in parsed.arguments or is_wrong:
            continue
        try:
            check_value(operation, parameter, parsed.arguments[parameter.name])
        except ValidationError as trouble:
            for each in trouble.errors(include_url=False):
                where = ".".join(str(step) for step in (parameter.name, *each["loc"]))
                parsed.errors.setdefault(nearest_path(operation, where), _sentence(each["msg"]))
        except ValueError as trouble:
            parsed.errors[parameter.name] = _sentence(str(trouble))


def nearest_path(operation: Operation, where: str) -> str:
    """Return the path of the field that a place of the arguments lies in, ``""`` where there is none."""
    paths = {each.path for each in fields_of_operation(operation)}
    paths_by_wire = {".".join(camel_case(step) for step in path.split(".")): path for path in paths}
    steps = where.split(".")
    for length in range(len(steps), 0, -1):
        begin = ".".join(steps[:length])
        if begin in paths:
            return begin
        if begin in paths_by_wire:
            return paths_by_wire[begin]
    return next((path for path in sorted(paths) if path.startswith(f"{steps[0]}.")), "")


def place_of_error(operation: Operation, error: ApiError) -> tuple[str, str] | None:
    """Return the field that an error is about, and what it says; ``None`` where it is about none.

    Known by the place that our own check names, by a code like ``NAME_REQUIRED``, or by a message that
    names a field.
    """
    if found := _NAMED.match(error.message) or _NEEDED.search(error.message):
        path = nearest_path(operation, found["path"])
        words = found.groupdict().get("words") or _NEEDS
        return (path, _sentence(words)) if path else None
    fields = fields_of_operation(operation)
    by_length = sorted(fields, key=lambda each: -len(each.path))
    code = (error.code or "").upper()
    said = error.message.casefold()
    for each in by_length:
        name = each.path.rpartition(".")[2]
        if code in {f"{name.upper()}_REQUIRED", f"INVALID_{name.upper()}", f"{name.upper()}_INVALID"}:
            return each.path, _sentence(error.message)
    for each in by_length:
        wire = each.parameter.wire.casefold()
        names = {wire, each.path.casefold(), each.path.rpartition(".")[2].replace("_", " ").casefold()}
        if any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", said) for name in names):
            return each.path, _sentence(error.message)
    return None


def _sentence(words: str) -> str:
    words = words.strip()
    return f"{words[:1].upper()}{words[1:]}{'' if words.endswith(('.', '!', '?')) else '.'}"
