"""The form of an operation, derived from its declaration: one field a value that can be typed."""

from __future__ import annotations

import ast
import functools
import inspect
import textwrap
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from mttui.api.help import help_of
from mttui.api.models.base import Input
from mttui.api.operation import Operation, Parameter, Place
from mttui.api.typed import members_of
from mttui.local.redact import is_secret_name

from .wording import sentence, words

_DEEPEST = 3
"""Objects within objects that get fields of their own; what lies deeper is typed as JSON."""
_LONG = frozenset(
    {
        "html", "html_content", "html_body", "text_content", "plain_text", "plain_content", "text_body",
        "text", "body", "content", "amp_html", "certificate", "public_certificate", "private_key",
        "raw_headers", "raw", "message",
    }
)  # fmt: skip
"""Names of texts that have several lines."""


class FieldKind(StrEnum):
    """How a value is typed."""

    TEXT = "text"
    LONG = "long"
    """Text of several lines."""
    NUMBER = "number"
    CHOICE = "choice"
    """One of a few words."""
    FLAG = "flag"
    """Yes or no."""
    MOMENT = "moment"
    """A time, or a day."""
    LIST = "list"
    """Plain values, apart by commas."""
    JSON = "json"
    """Anything else."""


LINES = frozenset({FieldKind.LONG, FieldKind.JSON})
"""Kinds that have several lines."""
PICKED = frozenset({FieldKind.CHOICE, FieldKind.FLAG})
"""Kinds whose values are picked, not typed."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One value of a form."""

    path: str
    """The argument by its Python name; within an object with dots: ``sender.email``."""
    label: str
    """For people."""
    kind: FieldKind
    parameter: Parameter
    """What it is read by; its name is the path."""
    required: bool
    """Whether it must be given, where the object that it is in is given."""
    help: str = ""
    choices: tuple[str, ...] = ()
    """The values there are, where these are few."""
    objects: tuple[tuple[str, bool], ...] = ()
    """The objects that it lies in, from the outermost: path, and whether that must be given."""

    @property
    def name(self) -> str:
        """The argument that it is, or is a part of."""
        return self.path.partition(".")[0]

    @property
    def is_secret(self) -> bool:
        """Whether it holds a credential: it is never shown."""
        return is_secret_name(self.path.rpartition(".")[2])

    @property
    def must_be_given(self) -> bool:
        """Whether the form cannot be sent without it, whatever else is given."""
        return self.required and all(needed for _, needed in self.objects)

    @property
    def in_path(self) -> bool:
        """Whether it says which object it is about."""
        return self.parameter.place is Place.PATH


@functools.cache
def fields_of_operation(operation: Operation) -> tuple[FormField, ...]:
    """Return the fields of an operation's form, in the order of its declaration."""
    told = help_of(operation).arguments
    return tuple(
        field
        for parameter in operation.parameters
        for field in _fields(parameter, told.get(parameter.name, ""), ())
    )


def _fields(parameter: Parameter, told: str, objects: tuple[tuple[str, bool], ...]) -> tuple[FormField, ...]:
    members = members_of(parameter.annotation)
    model = members[0]
    is_object = len(members) == 1 and isinstance(model, type) and issubclass(model, Input)
    if not is_object or len(objects) >= _DEEPEST or not model.model_fields:
        return (_field(parameter, told, objects),)
    within = (*objects, (parameter.name, parameter.required))
    docs = _docs_of(model)
    hints = typing.get_type_hints(model, include_extras=True)
    return tuple(
        field
        for name, info in model.model_fields.items()
        for field in _fields(
            Parameter(
                name=f"{parameter.name}.{name}",
                wire=info.alias or name,
                place=parameter.place,
                required=info.is_required(),
                annotation=hints.get(name, info.annotation),
                default=info.default,
            ),
            docs.get(name, told),
            within,
        )
    )


def _field(parameter: Parameter, told: str, objects: tuple[tuple[str, bool], ...]) -> FormField:
    kind, choices = kind_of(parameter)
    label = ": ".join(words(step) for step in parameter.name.split("."))
    return FormField(
        path=parameter.name,
        label=sentence(label),
        kind=kind,
        parameter=parameter,
        required=parameter.required,
        help=told.replace("``", ""),
        choices=choices,
        objects=objects,
    )


def kind_of(parameter: Parameter) -> tuple[FieldKind, tuple[str, ...]]:
    """Tell how a value is typed, and which values there are where these are few."""
    members = members_of(parameter.annotation)
    if all(typing.get_origin(each) is typing.Literal for each in members):
        return FieldKind.CHOICE, tuple(str(value) for each in members for value in typing.get_args(each))
    plain = set(members) if all(isinstance(each, type) for each in members) else set()
    if plain == {bool}:
        return FieldKind.FLAG, ("yes", "no")
    if plain and plain <= {int, float}:
        return FieldKind.NUMBER, ()
    if plain and plain <= {datetime, date}:
        return FieldKind.MOMENT, ()
    if plain and plain <= {str, int, float, datetime, date}:
        is_long = parameter.name.rpartition(".")[2] in _LONG
        return (FieldKind.LONG if is_long else FieldKind.TEXT), ()
    if len(members) == 1:
        return _kind_of_list(members[0])
    return FieldKind.JSON, ()


def _kind_of_list(member: Any) -> tuple[FieldKind, tuple[str, ...]]:
    origin = typing.get_origin(member)
    is_list = isinstance(origin, type) and issubclass(origin, Sequence | set | frozenset)
    if not is_list or origin is tuple:
        return FieldKind.JSON, ()
    elements = members_of((typing.get_args(member) or (Any,))[0])
    if all(typing.get_origin(each) is typing.Literal for each in elements):
        return FieldKind.LIST, tuple(str(value) for each in elements for value in typing.get_args(each))
    return (FieldKind.LIST if set(elements) <= {str, int, float} else FieldKind.JSON), ()


@functools.cache
def _docs_of(model: type[Input]) -> Mapping[str, str]:
    """Read the strings under a model's fields; none where its source is not there."""
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    except (OSError, TypeError):
        return {}
    assert isinstance(body, ast.ClassDef)  # noqa: S101 (for the type checker: it is the source of a class)
    found: dict[str, str] = {}
    for before, after in zip(body.body, body.body[1:], strict=False):
        said = after.value if isinstance(after, ast.Expr) else None
        is_text = isinstance(said, ast.Constant) and isinstance(said.value, str)
        if isinstance(before, ast.AnnAssign) and isinstance(before.target, ast.Name) and is_text:
            found[before.target.id] = " ".join(str(typing.cast("ast.Constant", said).value).split())
    return found
