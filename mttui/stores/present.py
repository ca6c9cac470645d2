"""The values that a record has now, as the arguments of the operation that would set them."""

from __future__ import annotations

import functools
import typing
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from mttui.api.models.base import Input
from mttui.api.operation import Operation, Parameter, Place, camel_case
from mttui.api.typed import members_of

_ABSENT = object()
_NAMES = (
    "name", "title", "subject", "display_name", "email", "address", "hostname", "domain", "ip", "url",
    "label", "username", "value",
)  # fmt: skip
"""Fields that name a record for people, the likeliest first."""


def plain_type(annotation: Any) -> Any:
    """Take markers and ``None`` off a type: what a value of it is where there is one."""
    members = members_of(annotation)
    return members[0] if len(members) == 1 else annotation


def value_at(record: Any, name: str, wire: str = "") -> Any:
    """Return what a record has under a name, ``None`` where it has nothing.

    Args:
        record: a model or a JSON object.
        name: the Python name.
        wire: the name on the wire, where it is not the name in camelCase.
    """
    wire = wire or camel_case(name)
    if isinstance(record, Mapping):
        return record.get(wire, record.get(name))
    value = getattr(record, name, None) if name.isidentifier() else None
    if value is None and isinstance(record, BaseModel):
        value = (record.model_extra or {}).get(wire)
    return value


def name_of(record: Any) -> str:
    """Return what people call a record; empty where it has no name."""
    found = (value_at(record, name) for name in _NAMES)
    return next((each for each in found if isinstance(each, str) and each), "")


def present_values(operation: Operation, record: Any) -> dict[str, Any]:
    """Return what ``operation`` would have to be called with for ``record`` to stay as it is.

    Left out is what the record does not say, and what the declaration would not take.

    Args:
        operation: an update.
        record: what its read answered.
    """
    found: dict[str, Any] = {}
    for parameter in operation.parameters:
        if parameter.place is Place.PATH:
            continue
        whole = parameter.place is Place.WHOLE_BODY
        raw = record if whole else value_at(record, parameter.name, parameter.wire)
        value = _as(plain_type(parameter.annotation), raw)
        if value is not _ABSENT and fits(operation, parameter, value):
            found[parameter.name] = value
    return found


@functools.cache
def adapter_of(operation: Operation, name: str) -> TypeAdapter[Any]:
    """Return what checks the values of an operation's parameter."""
    return TypeAdapter(next(each for each in operation.parameters if each.name == name).annotation)


def check_value(operation: Operation, parameter: Parameter, value: Any) -> Any:
    """Check a value against the declaration, as it will be checked before it is sent.

    Raises:
        ValidationError: it does not fit; it says where and why.
    """
    strict = None if isinstance(value, dict) else True
    return adapter_of(operation, parameter.name).validate_python(value, strict=strict)


def fits(operation: Operation, parameter: Parameter, value: Any) -> bool:
    """Whether the declaration takes a value for a parameter."""
    try:
        check_value(operation, parameter, value)
    except ValidationError:
        return False
    return True


def _as(wanted: Any, raw: Any) -> Any:
    """Turn a value of a record into one that can be sent; what has no value is :data:`_ABSENT`."""
    if raw is None:
        return _ABSENT
    if isinstance(wanted, type) and issubclass(wanted, Input):
        kept = {
            name: _as(plain_type(field.annotation), value_at(raw, name, field.alias or ""))
            for name, field in wanted.model_fields.items()
        }
        kept = {name: value for name, value in kept.items() if value is not _ABSENT}
        return kept or _ABSENT
    given = typing.get_args(wanted)
    if _is_list(raw):
        element = plain_type(given[0]) if given else Any
        values = [_as(element, each) for each in raw]
        return [each for each in values if each is not _ABSENT]
    if isinstance(raw, BaseModel):
        return {key: value for key, value in raw.model_dump(by_alias=True).items() if value is not None}
    if isinstance(raw, datetime) and wanted is str:
        return raw.isoformat(timespec="seconds").replace("+00:00", "Z")
    return raw


def agrees(sent: Any, shown: Any) -> bool:
    """Whether what a record shows is what was sent; what it does not show is not held against it."""
    if isinstance(sent, BaseModel):
        sent = sent.model_dump(exclude_unset=True)
    if isinstance(sent, Mapping) and isinstance(shown, Mapping):
        by_wire = {camel_case(str(name)): value for name, value in shown.items()}
        pairs = ((value, by_wire.get(camel_case(str(name)))) for name, value in sent.items())
        return all(seen is None or agrees(value, seen) for value, seen in pairs)
    if _is_list(sent) and _is_list(shown):
        return len(sent) == len(shown) and all(map(agrees, sent, shown))
    return bool(sent == shown)


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)
