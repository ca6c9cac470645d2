"""From the bytes of an answer to the type that the operation declares.

Tolerant, as ``models/base.py`` is.
"""

from __future__ import annotations

import typing
from collections.abc import Callable, Mapping
from typing import Any

from .envelope import Envelope, open_envelope
from .errors import UnreadableAnswer
from .models.base import Done, Model
from .operation import Operation
from .pages import Page


def read_answer(operation: Operation, body: bytes, content_type: str) -> Any:
    """Read a successful answer as what ``operation`` returns.

    Raises:
        UnreadableAnswer: it is not JSON, cut off, or of an entirely different shape.
    """
    envelope = open_envelope(body, content_type, operation=operation.id)
    try:
        return _read(operation.returns, envelope)
    except TypeError as trouble:
        raise UnreadableAnswer(
            f"{operation.id} was answered in an unexpected shape: {trouble}", operation=operation.id
        ) from trouble


def _read(declared: Any, envelope: Envelope) -> Any:
    if typing.get_origin(declared) is Page:
        return _read_page(typing.get_args(declared)[0], envelope)
    if declared is Done:
        data = envelope.data if isinstance(envelope.data, Mapping) else {}
        said = {"message": envelope.message} if envelope.message else {}
        return Done.read({**said, **data})
    if isinstance(declared, type) and issubclass(declared, Model):
        return declared.read({} if envelope.data is None else envelope.data)
    return envelope.data


def _read_page(row_type: Any, envelope: Envelope) -> Page[Any]:
    read: Callable[[Any], Any] = (
        row_type.read if isinstance(row_type, type) and issubclass(row_type, Model) else _as_it_is
    )
    meta = envelope.meta
    return Page(
        rows=tuple(read(row) for row in envelope.rows()),
        number=_whole(meta.get("page")),
        per_page=_whole(meta.get("perPage", meta.get("size"))),
        total=_whole(meta.get("total")),
    )


def _as_it_is(value: Any) -> Any:
    return value


def _whole(value: Any) -> int | None:
    if isinstance(value, str) and value.isdecimal():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
