"""From a model to fields: what there is, of which kind, and which of it a list shows first."""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from mttui.api.operation import Operation, camel_case
from mttui.api.pages import Page

from .columns import Column
from .resource import Field, Kind, Record
from .wording import snake_case, titled

MOST_COLUMNS = 7
LEAST_COLUMNS = 3

NAMES = (
    "name", "title", "subject", "display_name", "full_name", "email", "email_address", "address", "hostname",
    "domain", "ip", "url", "label", "username", "value", "code", "key", "path", "host",
)  # fmt: skip
"""Fields that name a record for people, the likeliest first."""
_STATUSES = (
    "status", "state", "stage", "verified", "valid", "active", "enabled", "health", "result", "verdict",
    "severity", "type", "event", "role", "category",
)  # fmt: skip
_STATUS_ENDS = ("_status", "_state")
_SECRETS = frozenset(
    {"password", "secret", "signing_key", "private_key", "public_certificate", "token", "api_key",
     "client_secret", "auth_token", "access_token", "refresh_token"}
)  # fmt: skip
_BODIES = ("html", "html_content", "html_body", "text_content", "plain_text", "raw_headers", "raw", "body",
           "content", "text_body", "plain_content", "amp_html")  # fmt: skip
_BYTES_ENDS = ("_bytes", "bytes", "_size", "file_size")
_PERCENTS = frozenset({"rate", "percent", "percentage", "ratio"})
"""Last words of names; a last word that only ends like one, as ``corporate``, is none."""
_TIME_ENDS = ("_at", "_date")
"""Texts of these names that nobody declared are times; what cannot be read as one is shown as it came."""
_MONEY = frozenset({"amount", "price", "cost", "amount_due", "amount_paid", "monthly_price", "total_amount"})

WIDTHS: Mapping[Kind, int] = {
    Kind.TEXT: 14,
    Kind.ID: 12,
    Kind.STATUS: 10,
    Kind.COUNT: 9,
    Kind.NUMBER: 8,
    Kind.PERCENT: 8,
    Kind.BYTES: 8,
    Kind.MONEY: 10,
    Kind.MOMENT: 7,
    Kind.FLAG: 6,
    Kind.LIST: 12,
    Kind.BODY: 9,
    Kind.SECRET: 6,
}
"""Cells of a column in a list, where its field says nothing."""
_RIGHT = frozenset({Kind.COUNT, Kind.NUMBER, Kind.PERCENT, Kind.BYTES, Kind.MONEY, Kind.MOMENT})
_GROWING = frozenset({Kind.TEXT, Kind.LIST})
_NAME_GROWS = 3
_NAME_LEAST = 24


def value_at(record: Record, path: str) -> Any:
    """Return what stands at a path of a record; ``None`` where there is nothing.

    Args:
        record: a model, a JSON object, or a plain value.
        path: Python names, or names on the wire, apart by dots; empty for the record itself.
    """
    value = record
    for step in path.split(".") if path else ():
        if isinstance(value, BaseModel):
            extra = value.model_extra or {}
            is_declared = step in type(value).model_fields
            value = getattr(value, step) if is_declared else _on_the_wire(extra, step)
        elif isinstance(value, Mapping):
            value = _on_the_wire(value, step)
        else:
            return None
    return value


def _on_the_wire(known: Mapping[str, Any], step: str) -> Any:
    return next((known[name] for name in (step, f"_{step}", camel_case(step)) if name in known), None)


def is_set(record: Record, field: Field) -> bool:
    """Say whether a record has a value in a field."""
    value = value_at(record, field.path)
    return value is not None and value != "" and not (isinstance(value, list | tuple | dict) and not value)


def row_model(operation: Operation) -> Any:
    """Return the type of one row of a list, or of the answer of a read: a model class or another type."""
    declared = operation.returns
    if typing.get_origin(declared) is Page:
        return typing.get_args(declared)[0]
    return declared


def is_model(annotation: Any) -> bool:
    """Say whether a type is a model."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def bare(annotation: Any) -> Any:
    """Return a type without ``Annotated`` and without ``None``."""
    while True:
        origin = typing.get_origin(annotation)
        if origin is typing.Annotated:
            annotation = typing.get_args(annotation)[0]
        elif origin in (typing.Union, types.UnionType):
            given = [each for each in typing.get_args(annotation) if each is not type(None)]
            if len(given) != 1:
                return annotation
            annotation = given[0]
        else:
            return annotation


def _is_status(name: str) -> bool:
    return name in _STATUSES or name.endswith(_STATUS_ENDS)


def _is_id(name: str) -> bool:
    return name == "id" or name.endswith("_id")


def _kind_of_text(name: str) -> Kind:
    if name.endswith(_TIME_ENDS):
        return Kind.MOMENT
    if name in _SECRETS:
        return Kind.SECRET
    if _is_id(name):
        return Kind.ID
    if name in _BODIES:
        return Kind.BODY
    return Kind.STATUS if _is_status(name) else Kind.TEXT


def _kind_of_number(name: str) -> Kind:
    if name.rpartition("_")[2] in _PERCENTS:
        return Kind.PERCENT
    if name in _MONEY:
        return Kind.MONEY
    return Kind.BYTES if name.endswith(_BYTES_ENDS) else Kind.NUMBER


def kind_of(name: str, annotation: Any) -> Kind | None:
    """Tell the kind of a field by its type and its name; ``None`` for a model or an object within.

    Args:
        name: in snake case.
        annotation: the declared type, or the type of a value that nobody declared.
    """
    plain = bare(annotation)
    origin = typing.get_origin(plain)
    if plain is bool:
        return Kind.FLAG
    if plain in (datetime, date):
        return Kind.MOMENT
    if plain is int:
        if _is_id(name):
            return Kind.ID
        return Kind.COUNT if (kind := _kind_of_number(name)) is Kind.NUMBER else kind
    if plain is float:
        return _kind_of_number(name)
    if plain in (list, tuple) or (isinstance(origin, type) and issubclass(origin, Sequence)):
        return Kind.LIST
    if is_model(plain) or origin is dict or plain is dict:
        return None
    return _kind_of_text(name)


def fields_of(model: Any) -> tuple[Field, ...]:
    """Return the fields of a model in its order; none for a type that is not a model."""
    return _fields_of(model) if is_model(model) else ()


@functools.cache
def _fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    return tuple(
        Field(name, titled(name), kind_of(name, info.annotation)) for name, info in model.model_fields.items()
    )


def completed(field: Field, model: Any) -> Field:
    """Fill in what a described field leaves out, from the model."""
    owner, found = model, None
    for step in field.path.split("."):
        info = owner.model_fields.get(step) if is_model(owner) else None
        found = None if info is None else kind_of(step, info.annotation)
        owner = None if info is None else bare(info.annotation)
    name = field.path.rpartition(".")[2]
    return Field(
        field.path,
        field.title or titled(name or "value"),
        field.kind or found or _kind_of_text(name),
        field.width,
        field.grow,
        field.priority,
        field.sort,
    )


def fields_in(record: Record) -> tuple[Field, ...]:
    """Return the fields of a record: those of its model, then what else it came with."""
    if isinstance(record, BaseModel):
        extra: Mapping[str, Any] = record.model_extra or {}
    else:
        extra = record if isinstance(record, Mapping) else {}
    found = [(_python_name(str(name)), type(value)) for name, value in extra.items()]
    return (
        *fields_of(type(record)),
        *(Field(name, titled(name), kind_of(snake_case(name), kind)) for name, kind in found),
    )


def _python_name(name: str) -> str:
    """Return the Python name of a name on the wire; that itself where it would not lead back."""
    python = snake_case(name)
    return python if camel_case(python) == name else name


def name_field(model: Any) -> str:
    """Return the field that names a record for people, or ``""``."""
    return name_among(fields_of(model))


def name_among(fields: Iterable[Field]) -> str:
    """Return which of some fields names a record for people, or ``""``."""
    known = {snake_case(field.path): field for field in fields if field.kind not in (None, Kind.LIST)}
    likely = [name for name in NAMES if name in known]
    ends = [name for name in known if name.endswith(("_name", "_email", "_address", "_hostname"))]
    words = [name for name, each in known.items() if each.kind in (Kind.TEXT, Kind.STATUS, Kind.MOMENT)]
    chosen = next(iter([*likely, *sorted(ends), *(["id"] if "id" in known else []), *words]), "")
    return known[chosen].path if chosen else ""


def columns_for(model: Any, name: str) -> tuple[Field, ...]:
    """Choose the columns of a list: name, status, counts, times, then what else is short.

    Args:
        model: the type of a row.
        name: the field that names a record.
    """
    if not is_model(model):
        return (Field("", "Value", Kind.TEXT, grow=1, priority=9),)
    return columns_among(fields_of(model), name)


def columns_among(given: Iterable[Field], name: str) -> tuple[Field, ...]:
    """Choose the columns of a list among some fields; see :func:`columns_for`."""
    fields = {field.path: field for field in given}
    wanted = dict.fromkeys(path for path in _in_order(fields, name) if path in fields)
    telling = [path for path in wanted if path == name or fields[path].kind is not Kind.ID]
    chosen = (telling if len(telling) >= LEAST_COLUMNS else list(wanted))[:MOST_COLUMNS]
    order = {path: at for at, path in enumerate(chosen)}
    times_last = sorted(chosen, key=lambda path: (fields[path].kind is Kind.MOMENT, order[path]))
    return tuple(_column(fields[path], name, order[path]) for path in times_last)


def _in_order(fields: Mapping[str, Field], name: str) -> Iterable[str]:
    yield name
    statuses = [path for path in fields if fields[path].kind is Kind.STATUS]
    flags = [path for path in fields if fields[path].kind is Kind.FLAG and snake_case(path) in _STATUSES]
    yield from (statuses + flags)[:2]
    figures = (Kind.COUNT, Kind.PERCENT, Kind.BYTES, Kind.MONEY)
    yield from [path for path in fields if fields[path].kind in figures][:2]
    times = sorted(
        (path for path in fields if fields[path].kind is Kind.MOMENT),
        key=lambda path: snake_case(path) not in ("created_at", "timestamp", "sent_at", "date"),
    )
    yield from times[:1]
    others = (Kind.TEXT, Kind.STATUS, Kind.NUMBER, Kind.COUNT, Kind.PERCENT, Kind.LIST, Kind.FLAG, Kind.ID)
    rest = [path for path in fields if fields[path].kind in others]
    yield from sorted(rest, key=lambda path: others.index(fields[path].kind or Kind.ID))


def _column(field: Field, name: str, at: int) -> Field:
    kind = field.kind or Kind.TEXT
    is_name = field.path == name
    grow = _NAME_GROWS if is_name else int(kind in _GROWING)
    width = _NAME_LEAST if is_name else 0
    return Field(field.path, field.title, kind, width, grow, MOST_COLUMNS - at, field.sort)


def grid_columns(fields: Sequence[Field]) -> tuple[Column, ...]:
    """Return fields as columns of a grid; figures and ages stand on the right."""
    return tuple(_grid_column(field, at, len(fields)) for at, field in enumerate(fields))


def _grid_column(field: Field, at: int, many: int) -> Column:
    kind = field.kind or Kind.TEXT
    title = field.title or titled(field.path)
    width = field.width or max(WIDTHS[kind], min(len(title), 12))
    # The first two columns are what the eye looks for: they stay the longest.
    priority = field.priority or (many - at)
    grow = field.grow or int(kind in _GROWING and not field.width)
    return Column(
        field.path or "value",
        title,
        width,
        weight=grow,
        align="right" if kind in _RIGHT else "left",
        priority=priority,
    )
