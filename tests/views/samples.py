"""Something to type into every field of every form."""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from mttui.api.operation import Operation
from mttui.api.typed import members_of
from mttui.views.forms import FieldKind, FormField, fields_of_operation

_TEXTS = {
    FieldKind.NUMBER: "7",
    FieldKind.MOMENT: "2026-04-15T10:00:00Z",
    FieldKind.FLAG: "yes",
    FieldKind.LONG: "first line\nsecond, line",
}


def sample_texts(operation: Operation) -> dict[str, str]:
    """A text for each field of an operation's form, by path."""
    return {each.path: sample_text(each) for each in fields_of_operation(operation)}


def sample_text(field: FormField) -> str:
    """A text that a field takes."""
    if field.kind is FieldKind.CHOICE:
        return field.choices[-1]
    if field.kind is FieldKind.LIST:
        return ", ".join(field.choices[:2]) or _list_of(field)
    if field.kind is FieldKind.JSON:
        return json.dumps(sample_json(field.parameter.annotation))
    return _TEXTS.get(field.kind, "may-promo")


def _list_of(field: FormField) -> str:
    elements = members_of(typing.get_args(members_of(field.parameter.annotation)[0])[0])
    return "a-1, b-2" if str in elements else "1, 2"


def sample_json(annotation: Any) -> Any:
    """JSON that a type takes."""
    member = members_of(annotation)[0]
    origin, given = typing.get_origin(member), typing.get_args(member)
    if origin is typing.Literal:
        return given[0]
    if isinstance(member, type) and issubclass(member, BaseModel):
        hints = typing.get_type_hints(member, include_extras=True)
        return {info.alias or name: sample_json(hints[name]) for name, info in member.model_fields.items()}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"key": sample_json(given[1])}
    if origin is not None and origin is not types.UnionType:
        return [sample_json(given[0])]
    return {str: "x", int: 1, float: 1.5, bool: True}.get(
        member, {"a": [1]} if member is Any else "2026-04-15T10:00:00Z"
    )
