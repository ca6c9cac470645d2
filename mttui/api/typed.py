"""From what a person types to the typed arguments of an operation, and from a JSON body to them.

Names are taken as Python or as the wire has them (``per_page``, ``perPage``). What is not plain text, a
number, a yes or no, a time or a list of those is typed as JSON.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from .errors import InvalidArguments
from .operation import Operation, Parameter, Place

_BOOLEANS: Mapping[str, bool] = types.MappingProxyType(
    dict.fromkeys(("true", "yes", "y", "on", "1", "ya"), True)
    | dict.fromkeys(("false", "no", "n", "off", "0", "tidak"), False)
)


class _DoesNotFit(ValueError):
    """The text is not of the type; the message says what would be."""


def value_from_text(parameter: Parameter, text: str) -> Any:
    """Return the typed value that a person meant by ``text``.

    Numbers, ``true`` or ``no``, ISO 8601 days and times, values of an enumeration in any case, lists
    divided by commas or written as JSON, and JSON for everything nested.

    Raises:
        InvalidArguments: it is not of the parameter's type; parameter and allowed values are named.
    """
    try:
        return _read(parameter.annotation, text)
    except _DoesNotFit as trouble:
        raise InvalidArguments(f"{parameter.name}: {trouble}") from None


def arguments_from_texts(operation: Operation, pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Return the arguments that ``(name, text)`` pairs stand for, by Python name.

    A name that comes twice adds to a list. Whether all that are needed are there is not looked at.

    Raises:
        InvalidArguments: a name is unknown or comes twice, or a value does not fit.
    """
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        texts.setdefault(parameter_called(operation, name).name, []).append(text)
    found: dict[str, Any] = {}
    for name, given in texts.items():
        parameter = parameter_called(operation, name)
        try:
            found[name] = _one_or_all(parameter, given)
        except InvalidArguments as trouble:
            raise InvalidArguments(f"{operation.id}: {trouble.message}", operation=operation.id) from None
    return found


def arguments_from_body(operation: Operation, body: Any) -> dict[str, Any]:
    """Return the arguments that a JSON body stands for, by Python name.

    Raises:
        InvalidArguments: the operation takes none, a field is unknown, or a value does not fit.
    """
    whole = next((p for p in operation.parameters if p.place is Place.WHOLE_BODY), None)
    if whole is not None:
        return {whole.name: value_from_json(operation, whole, body)}
    fields = {p.wire: p for p in operation.parameters if p.place is Place.BODY}
    if not fields:
        raise InvalidArguments(f"{operation.id} takes no body", operation=operation.id)
    if not isinstance(body, Mapping):
        raise InvalidArguments(f"{operation.id} takes a JSON object as its body", operation=operation.id)
    found: dict[str, Any] = {}
    for name, value in body.items():
        if name not in fields:
            raise _unknown(operation, name, fields, "field in its body")
        found[fields[name].name] = value_from_json(operation, fields[name], value)
    return found


def value_from_json(operation: Operation, parameter: Parameter, value: Any) -> Any:
    """Return the typed value that a piece of JSON stands for.

    Raises:
        InvalidArguments: it is not of the parameter's type.
    """
    try:
        return _from_json(parameter.annotation, json.dumps(value))
    except _DoesNotFit as trouble:
        raise InvalidArguments(
            f"{operation.id}: {parameter.name}: {trouble}", operation=operation.id
        ) from None


def parameter_called(operation: Operation, name: str) -> Parameter:
    """Return the parameter of that name, as Python or the wire has it.

    Raises:
        InvalidArguments: there is none; the nearest is named.
    """
    by_name = {p.wire: p for p in operation.parameters} | {p.name: p for p in operation.parameters}
    if name in by_name:
        return by_name[name]
    raise _unknown(operation, name, [p.name for p in operation.parameters], "argument")


def _unknown(operation: Operation, name: str, known: Iterable[str], what: str) -> InvalidArguments:
    import difflib  # noqa: PLC0415 - only for an error

    names = list(known)
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    takes = f"It takes: {', '.join(names)}." if names else "It takes none."
    return InvalidArguments(
        f"{operation.id} takes no {what} called {name!r}",
        operation=operation.id,
        advice=f"Did you mean {close[0]}?" if close else takes,
    )


def _one_or_all(parameter: Parameter, given: Sequence[str]) -> Any:
    if len(given) == 1:
        return value_from_text(parameter, given[0])
    element = _element_of(parameter.annotation)
    if element is None:
        raise InvalidArguments(f"{parameter.name} is given {len(given)} times")
    try:
        return [_read(element, text) for text in given]
    except _DoesNotFit as trouble:
        raise InvalidArguments(f"{parameter.name}: {trouble}") from None


def members_of(annotation: Any) -> tuple[Any, ...]:
    """Return what a type is made of, without ``None`` and ``Annotated``: ``int | None`` gives ``(int,)``."""
    if typing.get_origin(annotation) is typing.Annotated:
        return members_of(typing.get_args(annotation)[0])
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        given = typing.get_args(annotation)
        return tuple(each for part in given if part is not type(None) for each in members_of(part))
    return (annotation,)


def _element_of(annotation: Any) -> Any | None:
    """Return the type of a list's elements; ``None`` when it is no list."""
    for member in members_of(annotation):
        origin = typing.get_origin(member)
        if isinstance(origin, type) and issubclass(origin, Sequence | set | frozenset):
            return (typing.get_args(member) or (Any,))[0]
    return None


def _read(annotation: Any, text: str) -> Any:
    """Try the members of a type in turn: a day before an instant, which takes days too, and text last."""
    complaints: list[str] = []
    for member in sorted(members_of(annotation), key=lambda each: (each is str, each is datetime)):
        try:
            return _read_member(member, text)
        except _DoesNotFit as trouble:
            complaints.append(str(trouble))
    raise _DoesNotFit(" or ".join(dict.fromkeys(complaints)))


def _read_member(member: Any, text: str) -> Any:
    if member in _SCALARS:
        return _SCALARS[member](text)
    if typing.get_origin(member) is typing.Literal:
        return _read_choice(typing.get_args(member), text)
    if member is Any or member is object:
        return _json_or_text(text)
    element = _element_of(member)
    if element is not None and not text.lstrip().startswith("["):
        parts = [part.strip() for part in text.split(",")] if text.strip() else []
        return [_read(element, part) for part in parts]
    return _from_json(member, text)


def _read_choice(allowed: tuple[Any, ...], text: str) -> Any:
    by_text = {str(value).casefold(): value for value in allowed} | {str(value): value for value in allowed}
    for spelling in (text, text.strip().casefold()):
        if spelling in by_text:
            return by_text[spelling]
    raise _DoesNotFit(f"expected one of {', '.join(map(str, allowed))}; got {text!r}")


def _read_boolean(text: str) -> bool:
    try:
        return _BOOLEANS[text.strip().casefold()]
    except KeyError:
        raise _DoesNotFit(f"expected true or false; got {text!r}") from None


def _read_number(kind: Callable[[str], Any], words: str) -> Callable[[str], Any]:
    def read(text: str) -> Any:
        try:
            return kind(text.strip())
        except ValueError:
            raise _DoesNotFit(f"expected {words}; got {text!r}") from None

    return read


def _read_time(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise _DoesNotFit(f"expected a time as 2026-04-15T10:00:00Z; got {text!r}") from None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _read_day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise _DoesNotFit(f"expected a day as 2026-04-15; got {text!r}") from None


_SCALARS: Mapping[Any, Callable[[str], Any]] = types.MappingProxyType(
    {
        str: str,
        bool: _read_boolean,
        int: _read_number(int, "a whole number"),
        float: _read_number(float, "a number"),
        datetime: _read_time,
        date: _read_day,
    }
)


def _json_or_text(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return text


def _from_json(annotation: Any, text: str) -> Any:
    """Read JSON as a type; times in it are text, as the wire has them."""
    from pydantic import TypeAdapter, ValidationError  # noqa: PLC0415 - not for plain arguments

    try:
        return TypeAdapter(annotation).validate_json(text, strict=True)
    except ValidationError as trouble:
        first = trouble.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise _DoesNotFit(f"{where}: {first['msg']}" if where else first["msg"]) from None
