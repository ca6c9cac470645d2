"""An inbox out of a file: messages as JSON lines, put together to conversations by their headers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..company import SUPPORT
from .inbox import Rows
from .inbox_rows import INBOUND, OUTBOUND, Mail, Standing, message_row, split_address, thread_row
from .preview import preview

_ID = re.compile(r"<[^<>\s]+>")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_KINDS: Mapping[type[Any], str] = {str: "a text", list: "a list", dict: "an object"}


class InboxFileError(ValueError):
    """The file cannot be read, or a line of it is no message; the text names file and line."""


@dataclass(frozen=True, slots=True)
class _Letter:
    """A line of the file."""

    mail: Mail
    at: int
    ids: Sequence[str]
    """Message-IDs that it is, answers or refers to."""


def read_inbox(path: Path, start: int) -> list[Rows]:
    """Read the threads of a file, the one with the oldest beginning first.

    A line is one message: ``from``, ``to``, ``subject``, ``bodyText``, ``bodyHtml``, ``headers`` (a value is
    a text, or a list where the header occurs more than once), ``attachments`` and ``receivedAt``; each may
    be missing or null. Messages belong together by ``Message-ID``, ``In-Reply-To`` and ``References``, never
    by subject. What our support address sent went out, everything else came in. A message without a time,
    or with one that is still to come, came just before the start; none came before 1970.

    Args:
        path: the file.
        start: second at which the world begins.

    Raises:
        InboxFileError: it cannot be read, or a line is wrong.
    """
    letters = list(_letters(path, start))
    threads = sorted(_conversations(letters), key=lambda thread: thread[0].at)
    rows: list[Rows] = []
    message = 0
    for number, thread in enumerate(threads, start=1):
        rows.append(_rows(number, message, thread))
        message += len(thread)
    return rows


def _letters(path: Path, start: int) -> Iterator[_Letter]:
    try:
        with path.open("rb") as lines:
            for place, line in enumerate(lines, start=1):
                if line.isspace():
                    continue
                try:
                    yield _letter(json.loads(line, parse_constant=_refuse), start)
                except (ValueError, RecursionError) as fault:
                    raise InboxFileError(f"{path}, line {place}: {_reason(fault)}") from fault
    except OSError as fault:
        raise InboxFileError(f"{path}: {fault.strerror}") from fault


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _reason(fault: Exception) -> str:
    if isinstance(fault, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(fault, json.JSONDecodeError | RecursionError):
        return f"it is not JSON ({fault})"
    return str(fault)


def _letter(body: Any, start: int) -> _Letter:
    if not isinstance(body, dict):
        raise ValueError("it is not a JSON object")
    headers = _of_kind(body, "headers", dict, {})
    for name, value in headers.items():
        values = value if isinstance(value, list) else [value]
        if not all(isinstance(each, str) for each in values):
            raise ValueError(f"header {name!r} is neither a text nor a list of texts")
    sender = _of_kind(body, "from", str, "")
    is_ours = split_address(sender)[1].lower() == SUPPORT
    mail = Mail(
        OUTBOUND if is_ours else INBOUND,
        sender, _of_kind(body, "to", str, ""), _of_kind(body, "subject", str, ""),
        _of_kind(body, "bodyText", str, None), _of_kind(body, "bodyHtml", str, None), headers,
        _of_kind(body, "attachments", list, []),
    )  # fmt: skip
    at = _received(_of_kind(body, "receivedAt", str, None))
    at = start - 1 if at is None else max(0, min(at, start - 1))
    return _Letter(mail, at, tuple(_ids(headers)))


def _of_kind(body: Mapping[str, Any], name: str, kind: type[Any], default: Any) -> Any:
    value = body.get(name)
    if value is None:
        return default
    if not isinstance(value, kind):
        raise ValueError(f"{name} is not {_KINDS[kind]}")
    return value


def _received(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError("receivedAt is not an ISO 8601 time") from None
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    return int((when - _EPOCH).total_seconds())


def _ids(headers: Mapping[str, Any]) -> Iterator[str]:
    """Yield the Message-IDs of a message, its own first where it has one."""
    named = {name.lower(): value for name, value in headers.items()}
    for name in ("message-id", "in-reply-to", "references"):
        value = named.get(name, "")
        for text in [value] if isinstance(value, str) else value:
            yield from _ID.findall(text)


def _conversations(letters: Sequence[_Letter]) -> Iterable[list[_Letter]]:
    """Put letters together that share an id, the oldest first in each; one without any stands alone."""
    leader = list(range(len(letters)))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    first: dict[str, int] = {}
    for place, letter in enumerate(letters):
        for known in letter.ids:
            leader[lead(place)] = lead(first.setdefault(known, place))
    found: dict[int, list[_Letter]] = {}
    for place, letter in enumerate(letters):
        found.setdefault(lead(place), []).append(letter)
    for thread in found.values():
        thread.sort(key=lambda letter: letter.at)
    return found.values()


def _rows(number: int, message: int, thread: Sequence[_Letter]) -> Rows:
    standing = Standing()
    for letter in thread:
        standing = standing.after(letter.mail.direction, letter.at)
    first, last = thread[0], thread[-1]
    customer = next((each.mail for each in thread if each.mail.direction == INBOUND), first.mail).customer
    row = thread_row(
        number, first.mail.subject, split_address(customer), standing, labels=(), began=first.at,
        status="open" if standing.last == INBOUND else "pending",
        shown=preview(last.mail.text, last.mail.html),
    )  # fmt: skip
    return row, [
        message_row(message + place, number, each.mail, each.at) for place, each in enumerate(thread, start=1)
    ]
