"""From the arguments of a call to what travels: path, query and body.

Strict, because the platform ignores a misspelt field without a word (platform-facts, section 4).
"""

from __future__ import annotations

import functools
import math
import re
import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .errors import InvalidArguments
from .operation import Operation, Parameter, Place

if TYPE_CHECKING:
    from pydantic import TypeAdapter

_PATH_VARIABLE = re.compile(r"\{(\w+)\}")
_KEPT_IN_PATHS = "@+:"
"""Characters the platform takes unescaped in a path value (platform-facts, section 4)."""


@dataclass(frozen=True)
class Prepared:
    """A request of an operation, ready but for the host and the headers."""

    operation: Operation
    path: str
    """Percent-escaped."""
    query: tuple[tuple[str, str], ...]
    body: Any
    """JSON-able; ``None`` for a request without a body."""


def prepare(operation: Operation, arguments: Mapping[str, Any]) -> Prepared:
    """Check arguments against the declaration and put each in its place.

    Raises:
        InvalidArguments: an argument is missing, unknown or of the wrong kind; it is named.
    """
    known = {parameter.name: parameter for parameter in operation.parameters}
    _refuse_unknown_and_missing(operation, known, arguments)
    checked = {
        name: _check(operation, known[name], value)
        for name, value in arguments.items()
        if value is not None or known[name].required
    }
    return _placed(operation, known, checked)


def sketch(operation: Operation, arguments: Mapping[str, Any]) -> Prepared:
    """Put arguments in their places without checking them, to show a request that is not sent.

    A needed argument that is missing is its name in capitals.

    Raises:
        InvalidArguments: an argument is unknown, or of a kind that JSON has not.
    """
    known = {parameter.name: parameter for parameter in operation.parameters}
    missing = {name: name.upper() for name, p in known.items() if p.required and arguments.get(name) is None}
    given = {name: value for name, value in arguments.items() if value is not None}
    _refuse_unknown_and_missing(operation, known, {**missing, **given})
    try:
        plain = {name: jsonable(value) for name, value in given.items()}
    except ValueError as trouble:
        raise InvalidArguments(f"{operation.id}: {trouble}", operation=operation.id) from None
    in_order = {name: {**missing, **plain}[name] for name in known if name in missing or name in plain}
    return _placed(operation, known, in_order)


def _placed(operation: Operation, known: Mapping[str, Parameter], plain: Mapping[str, Any]) -> Prepared:
    path_values: dict[str, str] = {}
    query: list[tuple[str, str]] = []
    body: Any = None
    for name, value in plain.items():
        parameter = known[name]
        match parameter.place:
            case Place.PATH:
                path_values[parameter.wire] = _path_value(operation, parameter, value)
            case Place.QUERY:
                query.extend((parameter.wire, text) for text in _query_values(value))
            case Place.BODY:
                body = {} if body is None else body
                body[parameter.wire] = value
            case Place.WHOLE_BODY:
                body = value
    path = _PATH_VARIABLE.sub(lambda match: path_values[match[1]], operation.path)
    return Prepared(operation, path, tuple(query), body)


def _refuse_unknown_and_missing(
    operation: Operation, known: Mapping[str, Parameter], arguments: Mapping[str, Any]
) -> None:
    for name in arguments:
        if name not in known:
            raise InvalidArguments(f"{operation.id} takes no argument {name!r}", operation=operation.id)
    for parameter in known.values():
        if parameter.required and parameter.name not in arguments:
            raise InvalidArguments(
                f"{operation.id} needs the argument {parameter.name!r}", operation=operation.id
            )


@functools.cache
def _adapter(operation: Operation, name: str) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter  # noqa: PLC0415 - not for plain arguments

    parameter = next(p for p in operation.parameters if p.name == name)
    return TypeAdapter(parameter.annotation)


_PLAIN: Mapping[Any, tuple[type, ...]] = types.MappingProxyType(
    {str: (str,), int: (int,), float: (float, int), bool: (bool,), datetime: (datetime,), type(None): ()}
)


def _plainly_fits(annotation: Any, value: Any) -> bool:
    """Whether a value is so plainly of its type that nobody need be asked."""
    origin = typing.get_origin(annotation)
    if origin in (typing.Union, types.UnionType):
        return any(_plainly_fits(member, value) for member in typing.get_args(annotation))
    if origin is typing.Literal:
        return isinstance(value, str) and value in typing.get_args(annotation)
    return origin is None and type(value) in _PLAIN.get(annotation, ())


def _check(operation: Operation, parameter: Parameter, value: Any) -> Any:
    """Check an argument against its declared type and turn it into what JSON has."""
    try:
        if _plainly_fits(parameter.annotation, value):
            return jsonable(value)
        return jsonable(_validated(operation, parameter, value))
    except ValueError as trouble:
        raise InvalidArguments(
            f"{operation.id}: {parameter.name}: {trouble}", operation=operation.id
        ) from None


def _validated(operation: Operation, parameter: Parameter, value: Any) -> Any:
    from pydantic import ValidationError  # noqa: PLC0415 - not for plain arguments

    adapter = _adapter(operation, parameter.name)
    try:
        return adapter.validate_python(value, strict=None if isinstance(value, dict) else True)
    except ValidationError as trouble:
        first = trouble.errors(include_url=False)[0]
        where = ".".join(str(part) for part in (parameter.name, *first["loc"]))
        raise InvalidArguments(f"{operation.id}: {where}: {first['msg']}", operation=operation.id) from None


def _path_value(operation: Operation, parameter: Parameter, value: Any) -> str:
    text = str(value)
    if not text:
        raise InvalidArguments(f"{operation.id}: {parameter.name} is empty", operation=operation.id)
    if text in {".", ".."}:
        return text.replace(".", "%2E")
    return quote(text, safe=_KEPT_IN_PATHS)


def _query_values(value: Any) -> list[str]:
    if isinstance(value, list):
        return [text for element in value for text in _query_values(element)]
    if isinstance(value, bool):
        return ["true" if value else "false"]
    return [str(value)]


def jsonable(value: Any) -> Any:
    """Turn an argument into what JSON has: models by alias, times as ISO 8601 with Z.

    Raises:
        ValueError: JSON has no such thing: not a number, half a surrogate pair, an object of Python.

    """
    match value:
        case None | bool() | int():
            return value
        case float():
            if not math.isfinite(value):
                raise ValueError(f"{value} cannot be sent: JSON has no such number")
            return value
        case str():
            return _sendable(value)
        case datetime():
            moment = value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)
            return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case Mapping():
            return {_sendable(str(key)): jsonable(inner) for key, inner in value.items()}
        case list() | tuple():
            return [jsonable(inner) for inner in value]
    if hasattr(value, "model_dump"):  # a model of pydantic, which is not imported to find that out
        return jsonable(value.model_dump(by_alias=True, exclude_unset=True))
    raise ValueError(f"a {type(value).__name__} cannot be sent as JSON")


def _sendable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise ValueError("the text holds half a surrogate pair, which is no character") from None
    return text
