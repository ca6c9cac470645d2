"""What all models share: tolerant reading, strict writing.

Reading never fails on what the platform adds or changes: unknown fields are kept, unknown values of
an enumeration are kept as text, ``_id`` and ``id`` are the same, times come as ISO or epoch, a null is
an absent field, and a value of an unexpected type is left out, however deep it lies, and named in
:attr:`Model.unreadable` instead of failing the answer. Writing (:class:`Input`) refuses a field it does
not know, because the platform ignores misspelt fields without a word (platform-facts, section 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any, Self

from pydantic import (
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    ValidationError,
)
from pydantic.alias_generators import to_camel

_DAY_LENGTH = len("2026-04-01")
_MILLISECONDS_FROM = 1e11
"""An integer time above this is in milliseconds (platform-facts, section 4)."""


def read_moment(value: object) -> datetime | None:
    """Read a time of the platform: ISO 8601, epoch seconds or epoch milliseconds; naive is UTC.

    Raises:
        ValueError: it is none of these.
    """
    if value is None or value == "":
        return None
    try:
        moment = _moment(value)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (OverflowError, OSError) as trouble:
        raise ValueError(f"not a time: {value!r}") from trouble


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if abs(value) > _MILLISECONDS_FROM else value
        return datetime.fromtimestamp(seconds, tz=UTC)
    if isinstance(value, str):
        return datetime.fromisoformat(value.strip())
    raise ValueError(f"not a time: {value!r}")


def read_day(value: object) -> date | datetime | None:
    """Read a day, or an instant where one is sent.

    Raises:
        ValueError: it is neither.
    """
    if isinstance(value, str) and len(value.strip()) == _DAY_LENGTH:
        return date.fromisoformat(value.strip())
    return read_moment(value)


def _read_id(value: object) -> object:
    """Ids and codes are opaque text; some families send numbers (platform-facts, section 4)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Moment = Annotated[datetime | None, BeforeValidator(read_moment)]
"""A point in time, in UTC."""
Id = Annotated[str, BeforeValidator(_read_id)]
"""An opaque id or code; integers are read as text."""
Day = Annotated[date | datetime | None, BeforeValidator(read_day)]
"""A day, as of a birthday or an invoice; an instant where the platform sends one."""
When = datetime | date
"""An end of a range of time that is sent: an instant, or a day as a whole."""


class Model(BaseModel):
    """Something the platform answered. Every field is optional: the platform may leave any out."""

    model_config = ConfigDict(
        extra="allow",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
        frozen=True,
        protected_namespaces=(),
    )

    _unreadable: tuple[str, ...] = PrivateAttr(default=())

    @property
    def unreadable(self) -> tuple[str, ...]:
        """Values that came in a shape this model does not know, as ``domains.0.score``, by wire names."""
        return self._unreadable

    @property
    def unknown(self) -> Mapping[str, Any]:
        """Fields the model does not declare, as they came."""
        return self.model_extra or {}

    @classmethod
    def read(cls, data: object) -> Self:
        """Read an answer, leaving out fields that cannot be read.

        Raises:
            TypeError: ``data`` is not a JSON object at all.
        """
        if not isinstance(data, Mapping):
            raise TypeError(f"expected a JSON object, got {type(data).__name__}")
        kept: Any = data if isinstance(data, dict) else dict(data)
        unreadable: set[str] = set()
        while True:
            try:
                model = cls.model_validate(kept)
            except ValidationError as trouble:
                for path in _unreadable_paths(trouble, kept):
                    kept, left_out = _without(kept, path)
                    if left_out is not None:
                        unreadable.add(".".join(str(step) for step in path))
            else:
                if unreadable:
                    model.__pydantic_private__ = {"_unreadable": tuple(sorted(unreadable))}
                return model


def _unreadable_paths(trouble: ValidationError, data: Any) -> list[tuple[int | str, ...]]:
    """Return where the errors lie in ``data``, so ordered that leaving one out moves none of the rest."""
    errors = trouble.errors(include_url=False, include_context=False, include_input=False)
    paths = {_as_far_as_it_goes(data, error["loc"]) for error in errors}
    if () in paths:
        raise TypeError("the object cannot be read at all")
    return sorted(paths, key=lambda path: [(isinstance(step, str), step) for step in path], reverse=True)


def _as_far_as_it_goes(data: Any, path: Sequence[int | str]) -> tuple[int | str, ...]:
    """Cut off what pydantic adds to a path: members of a union and the like."""
    for depth, step in enumerate(path):
        inside = (
            step in data if isinstance(data, dict) else isinstance(data, list) and step in range(len(data))
        )
        if not inside:
            return tuple(path[:depth])
        data = data[step]
    return tuple(path)


def _without(data: Any, path: Sequence[int | str]) -> tuple[Any, Any]:
    """Return a copy of ``data`` without what stands at ``path``, and what stood there."""
    step, *rest = path
    copied = data.copy()
    if rest:
        copied[step], left_out = _without(copied[step], rest)
    else:
        left_out = copied.pop(step)
    return copied, left_out


class Identified(Model):
    """Something with an id, sent as ``_id`` or ``id``."""

    id: Annotated[Id, Field(validation_alias=AliasChoices("_id", "id"))] = ""


class Done(Model):
    """The answer of an action or a delete: a message for people, or nothing but success.

    Read from ``{"message"}``, ``{"data": {"deleted": true}}``, ``{"data": true}`` and empty bodies.
    """

    message: str = ""
    deleted: bool | None = None
    """What ``{"data": {"deleted"}}`` says; the other forms say nothing."""


class Input(BaseModel):
    """Something that is sent: a field it does not know, or one of a wrong type, is an error."""

    model_config = ConfigDict(
        extra="forbid",
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        defer_build=True,
        strict=True,
        protected_namespaces=(),
    )
