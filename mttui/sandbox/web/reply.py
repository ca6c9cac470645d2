"""Answers, in the platform's envelopes, and refusals."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Reply:
    """One answer."""

    data: Any = None
    """What stands under ``data``."""
    meta: dict[str, int] | None = None
    message: str | None = None
    """Answered instead of data, as deletes and actions do."""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    """The body itself, where it is not one of the envelopes."""
    content_type: str = "application/json"

    def body(self) -> bytes:
        """Return the body."""
        if self.raw is not None:
            return self.raw
        if self.message is not None:
            return _dump({"message": self.message})
        envelope = {"data": self.data}
        if self.meta is not None:
            envelope["meta"] = self.meta
        return _dump(envelope)


class Refusal(Exception):
    """The request is not done; carries what is answered."""

    def __init__(self, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message
        self.headers = headers or {}

    def reply(self) -> Reply:
        """Return it as an answer."""
        body = _dump({"message": self.message, "error": self.code})
        return Reply(status=self.status, raw=body, headers=self.headers)


def not_found(code: str, what: str) -> Refusal:
    """Return the 404 for an unknown id; ``code`` is without ``_NOT_FOUND``."""
    return Refusal(404, f"{code}_NOT_FOUND", f"{what} not found")


def invalid(field_name: str, message: str, code: str | None = None) -> Refusal:
    """Return the 422 for a field that is missing or wrong."""
    return Refusal(422, code or f"INVALID_{_upper(field_name)}", f"{field_name}: {message}")


def required(field_name: str) -> Refusal:
    """Return the 422 for a field that is missing."""
    return invalid(field_name, "is required", f"{_upper(field_name)}_REQUIRED")


def _upper(name: str) -> str:
    return "".join(f"_{c}" if c.isupper() else c.upper() for c in name)


def _dump(value: Any) -> bytes:
    # A lone surrogate is no UTF-8: what replaces it here is just its JSON escape.
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode(errors="backslashreplace")
