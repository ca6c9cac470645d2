"""What all models share: tolerant reading, strict writing.

Reading never fails on what the platform adds or changes: unknown fields are kept, unknown values of
an enumeration are kept as text, ``_id`` and ``id`` are the same, times come as ISO or epoch, and a
field of an unexpected type is left out and named in :attr:`Model.unreadable` instead of failing the
answer. Writing (:class:`Input`) refuses a field it does not know, because the platform ignores
misspelt fields without a word (platform-facts, section 4).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
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

_MILLISECONDS_FROM = 1e11
"""An integer time above this is in milliseconds (platform-facts, section 4)."""


def read_moment(value: object) -> datetime | None:
    """Read a time of the platform: ISO 8601, epoch seconds or epoch milliseconds; naive is UTC.

    Raises:
        ValueError: it is none of these.
    """
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        moment = value
    elif isinstance(value, int | float) and not isinstance(value, bool):
        seconds = value / 1000 if abs(value) > _MILLISECONDS_FROM else value
        moment = datetime.fromtimestamp(seconds, tz=UTC)
    elif isinstance(value, str):
        moment = datetime.fromisoformat(value.strip())
    else:
        raise ValueError(f"not a time: {value!r}")
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _read_id(value: object) -> object:
    """Ids are opaque text; some families send numbers (platform-facts, section 4)."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


Moment = Annotated[datetime | None, BeforeValidator(read_moment)]
"""A point in time, in UTC."""
Id = Annotated[str, BeforeValidator(_read_id)]
"""An opaque id; integers are read as text."""


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
        """Fields that came in a shape this model does not know, by their names on the wire."""
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
        try:
            return cls.model_validate(data)
        except ValidationError as trouble:
            dropped = {str(error["loc"][0]) for error in trouble.errors() if error["loc"]}
            kept = {name: value for name, value in data.items() if name not in dropped}
            if len(kept) == len(data):
                kept = {}
            model = cls.read(kept)
            model.__pydantic_private__ = {"_unreadable": (*model.unreadable, *sorted(dropped))}
            return model


class Identified(Model):
    """Something with an id, sent as ``_id`` or ``id``."""

    id: Annotated[Id, Field(validation_alias=AliasChoices("_id", "id"))] = ""


class Done(Model):
    """The answer of an action or a delete: a message for people, or nothing but success.

    Read from ``{"message"}``, ``{"data": {"deleted": true}}``, ``{"data": true}`` and empty bodies.
    """

    message: str = ""
    deleted: bool | None = None


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
