"""What an operation's declaration says of a body: the fields that it must have, and their types."""

from __future__ import annotations

import functools
import json
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from mttui.api.catalogue import find
from mttui.api.operation import Place
from mttui.api.typed import members_of

from .call import Call
from .reply import Refusal, invalid, required

_SCALARS: Mapping[Any, tuple[type, ...]] = {
    str: (str,),
    datetime: (str,),
    date: (str,),
    bool: (bool,),
    int: (int, float),
    float: (int, float),
}
_TAKES_ANY_TEXT = ("threads.", "inbound.")
"""How the ids of operations begin that take a text as it comes."""
_WORDS = {str: "a text", bool: "true or false", int: "a number", list: "a list", dict: "an object"}


@functools.cache
def _needed(operation_id: str) -> Sequence[str]:
    operation = find(operation_id)
    if operation is None or operation.path_variables:
        return ()  # of what has an id, the id is looked for first: its handler sees to the rest
    return tuple(each.wire for each in operation.parameters if each.required and each.place is Place.BODY)


def check_needed(call: Call, operation_id: str) -> None:
    """Refuse a body that lacks a field.

    Raises:
        Refusal: 422 with the field's code.
    """
    for name in _needed(operation_id):
        if call.fields().get(name) is None:
            raise required(name)


def check_text(call: Call, operation_id: str) -> None:
    """Refuse half a surrogate pair, which is no text. Threads take it: what they quote may hold anything.

    Raises:
        Refusal: 400.
    """
    if operation_id.startswith(_TAKES_ANY_TEXT):
        return
    try:
        json.dumps(call.body, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise Refusal(400, "MALFORMED_JSON", "the body has half a surrogate pair") from None


@functools.cache
def _declared(operation_id: str) -> Mapping[str, Any]:
    """Return the types of the fields by their names on the wire; of a whole body under no name."""
    operation = find(operation_id)
    parameters = operation.parameters if operation is not None else ()
    return {
        each.wire if each.place is Place.BODY else "": each.annotation
        for each in parameters
        if each.place in (Place.BODY, Place.WHOLE_BODY)
    }


def check_types(call: Call, operation_id: str) -> None:
    """Refuse a field that is of another type than declared; what is not declared may be anything.

    Raises:
        Refusal: 422 that names the field.
    """
    declared = _declared(operation_id)
    if not declared or call.body is None:
        return
    if "" in declared:
        _check("body", declared[""], call.body)
        return
    for name, value in call.fields().items():
        if name in declared:
            _check(name, declared[name], value)


def _check(name: str, annotation: Any, value: Any, within: str = "") -> None:
    """Check a value and what is in it; a null is an absent value.

    Args:
        name: of the field of the body: the refusal names it.
        annotation: its type.
        value: what was sent.
        within: what is checked in it, for the words of the refusal.
    """
    if value is None:
        return
    members = [each for each in members_of(annotation) if _takes(each, value)]
    if not members:
        known = [types[0] for each in members_of(annotation) if (types := _types(each))]
        words = " or ".join(dict.fromkeys(_WORDS[each] for each in known))
        raise invalid(name, f"{within} must be {words}".strip())
    for member in members:
        if isinstance(value, list) and (of := typing.get_args(member)):
            for each in value:
                if each is None:
                    raise invalid(name, f"{within} has an element that is null".strip())
                _check(name, of[0], each, within or "an element")
        elif isinstance(value, dict):
            for key, field in getattr(member, "model_fields", {}).items():
                wire = field.alias or key
                _check(name, field.annotation, value.get(wire), wire)


def _takes(member: Any, value: Any) -> bool:
    types = _types(member)
    if isinstance(value, bool):
        return not types or bool in types
    return not types or isinstance(value, types)


def _types(member: Any) -> tuple[type, ...]:
    """Return the types of JSON values that a type takes; none where it takes any."""
    if member in _SCALARS:
        return _SCALARS[member]
    origin = typing.get_origin(member) or member
    if origin is typing.Literal:
        return tuple({type(each) for each in typing.get_args(member)})
    if not isinstance(origin, type) or origin is object:
        return ()
    if issubclass(origin, Mapping) or hasattr(origin, "model_fields"):
        return (dict,)
    return (list,) if issubclass(origin, Sequence | set | frozenset) else ()
