"""The answer of one call in words: status, time and size, what was asked, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from itertools import islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from mttui.api.arguments import sketch
from mttui.api.errors import ApiError
from mttui.api.operation import Operation
from mttui.text import Line, Role, Span, count, line, plural, size, wrap
from mttui.views.copying import hide_secrets

if TYPE_CHECKING:
    from mttui.api.transport import Reply

_UNPARSED_LINES = 10_000


def asking_lines(operation: Operation, seconds: float) -> list[Line]:
    """Say that no answer has come yet, and for how long."""
    waited = f"   asking … {seconds:.0f} s" if seconds >= 1 else "   asking …"
    return [line(" ", Span(operation.id, Role.TITLE), Span(waited, Role.MUTED)), ()]


def answer_head(
    operation: Operation, arguments: Mapping[str, Any], reply: Reply, note: str = ""
) -> list[Line]:
    """Say how a call was answered, and what was asked.

    Args:
        operation: what was run.
        arguments: by Python name.
        reply: the answer.
        note: what came of it, where it was read back.
    """
    status = f"{reply.status} {_phrase(reply.status)}".strip()
    facts = [
        f"{count(reply.milliseconds)} ms",
        plural(reply.attempts, "attempt"),
        size(len(reply.body)),
        *([reply.request_id] if reply.request_id else []),
    ]
    lines = [
        line(
            " ", Span(operation.id, Role.TITLE), "   ", Span(f"✓ {status}", Role.GOOD),
            Span("   " + "   ".join(facts), Role.MUTED),
        ),
        line(" ", Span(asked(operation, arguments), Role.MUTED)),
    ]  # fmt: skip
    if note:
        lines.append(line(" ", note))
    return [*lines, ()]


def error_lines(
    operation: Operation, arguments: Mapping[str, Any], error: ApiError, width: int
) -> list[Line]:
    """Say why a call failed and what to do."""
    status = f"{error.status} {_phrase(error.status)}" if error.status else "no answer"
    facts = [part for part in (error.code, error.request_id) if part]
    lines = [
        line(
            " ", Span(operation.id, Role.TITLE), "   ", Span(f"✗ {status}", Role.BAD),
            Span("   " + "   ".join(facts), Role.MUTED),
        ),
        line(" ", Span(asked(operation, arguments), Role.MUTED)),
        (),
        *(line(" ", Span(part, Role.BAD)) for part in wrap(error.message, width - 2, lines=8)),
        (),
        *(line(" ", part) for part in wrap(error.advice, width - 2, lines=6)),
    ]  # fmt: skip
    if error.may_have_been_done:
        lines += [
            (),
            line(" ", Span("It may have been done nonetheless: look before you ask again.", Role.WARN)),
        ]
    return lines


def header_lines(reply: Reply) -> list[Line]:
    """Return the headers of an answer."""
    return [
        *(line(" ", Span(f"{name}: ", Role.KEY), value) for name, value in sorted(reply.headers.items())),
        (),
    ]


def asked(operation: Operation, arguments: Mapping[str, Any]) -> str:
    """Return method, path and query of a call, without credentials."""
    request = sketch(operation, arguments)
    query = urlencode([(name, hide_secrets({name: text})[name]) for name, text in request.query])
    return f"{operation.method} {request.path}{'?' if query else ''}{query}"


def document_of(reply: Reply) -> Any:
    """Return an answer's body as JSON; text that is none becomes a list of its lines."""
    try:
        return json.loads(reply.body)
    except (ValueError, RecursionError):
        text = reply.body.decode(errors="replace")
        return text.splitlines()[:_UNPARSED_LINES] if text else "(empty)"


def text_lines(text: str, width: int) -> list[Line]:
    """Break a text into lines of at most ``width`` cells, up to 10,000 of them."""
    rows = (part for row in text.splitlines() for part in (wrap(row, width) or [""]))
    return [line(row) for row in islice(rows, _UNPARSED_LINES)]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
