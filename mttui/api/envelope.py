"""The shapes in which the platform wraps an answer (platform-facts, section 2), read as one."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .errors import UnreadableAnswer


@dataclass(frozen=True)
class Envelope:
    """An answer without its wrapping."""

    data: Any
    """The object or list inside; ``None`` for an answer without one; text for CSV."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """``page``, ``perPage`` and ``total`` of a paged list."""
    message: str = ""
    """What an action answered for people."""

    def rows(self) -> list[Any]:
        """Return the elements of a list, wherever the platform put them.

        Raises:
            TypeError: there is no list in the answer.
        """
        if isinstance(self.data, list):
            return self.data
        if isinstance(self.data, Mapping):
            lists = [value for value in self.data.values() if isinstance(value, list)]
            if len(lists) == 1:
                return lists[0]
        if self.data is None:
            return []
        raise TypeError("expected a list in the answer")


def open_envelope(body: bytes, content_type: str, *, operation: str) -> Envelope:
    """Unwrap a successful answer.

    Args:
        body: the bytes as they came.
        content_type: the header's value; ``text/csv`` is kept as text.
        operation: id, for the error.

    Raises:
        UnreadableAnswer: it is neither JSON nor CSV, or cut off.
    """
    if not body.strip():
        return Envelope(None)
    if "text/csv" in content_type:
        return Envelope(body.decode("utf-8", errors="replace"))
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError) as trouble:
        kind = "a web page (HTML)" if _is_html(body, content_type) else "broken or cut-off JSON"
        raise UnreadableAnswer(
            f"the answer is {kind}, not the platform's JSON", operation=operation
        ) from trouble
    return _unwrap(answer)


def _unwrap(answer: Any) -> Envelope:
    if not isinstance(answer, Mapping):
        return Envelope(answer)
    message = answer.get("message")
    message = message if isinstance(message, str) else ""
    if "data" in answer:
        meta = answer.get("meta")
        data = answer["data"]
        if data is True:
            data = {}
        if isinstance(data, Mapping) and message:
            data = {"message": message, **data}
        return Envelope(data, meta if isinstance(meta, Mapping) else _counted(answer), message)
    return Envelope(answer, _counted(answer), message)


def _counted(answer: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the older dashboard API's count beside a list as the total that it is."""
    if "count" in answer and any(isinstance(value, list) for value in answer.values()):
        return {"total": answer["count"]}
    return {}


def read_error(body: bytes, status: int, reason: str) -> tuple[str, str | None]:
    """Return message and code of an error answer; the status text where the body has none.

    Reads ``{message, error}``, the older dashboard API's ``{errors: [{message, code}]}``, and anything
    else (5xx can carry HTML) as the status text alone.
    """
    fallback = f"{status} {reason}".strip()
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return fallback, None
    if not isinstance(answer, Mapping):
        return fallback, None
    errors = answer.get("errors")
    if isinstance(errors, list) and errors and isinstance(errors[0], Mapping):
        answer = {"message": errors[0].get("message"), "error": errors[0].get("code")}
    message, code = answer.get("message"), answer.get("error")
    return (
        message if isinstance(message, str) and message else fallback,
        str(code) if isinstance(code, str | int) and not isinstance(code, bool) else None,
    )


def _is_html(body: bytes, content_type: str) -> bool:
    return "html" in content_type or body.lstrip()[:1] == b"<"
