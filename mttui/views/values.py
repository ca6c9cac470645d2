"""A value of the platform as text with a meaning: one cell of a list, or lines of the detail."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any

from pydantic import BaseModel

from mttui.api.models.base import read_day
from mttui.text import (
    UNKNOWN,
    Line,
    Role,
    Span,
    ago,
    cell_len,
    count,
    duration,
    fit,
    line,
    percent,
    size,
    wrap,
)

from .bodies import is_html, readable
from .fields import kind_of, value_at
from .resource import Field, Kind, Record
from .wording import snake_case, titled, words

_WORDS: Mapping[Role, str] = {
    Role.GOOD: "accepted active authenticated clicked complete completed deliverable delivered done enabled "
    "excellent finished good healthy high ok on opened paid pass passed resolved sent subscribed succeeded "
    "success up valid verified",
    Role.WARN: "deferred degraded delayed expiring fair in_progress medium partial paused pending processing "
    "quarantine queued retrying risky running scheduled sending snoozed soft throttled trial unknown "
    "unverified warming warning",
    Role.BAD: "blocked bounce bounced complained complaint critical down dropped error expired fail failed "
    "failing hard invalid listed overdue poor reject rejected revoked spam spam_report suppressed suspended "
    "undeliverable unpaid",
    Role.MUTED: "archived canceled cancelled closed deleted disabled dismissed draft ended inactive low none "
    "off opted_out stopped unsubscribed",
}
STATUS_ROLES: Mapping[str, Role] = {word: role for role, words in _WORDS.items() for word in words.split()}
"""How a word of an enumeration is meant, in small letters; others have no meaning of their own. The word
itself is always shown: the colour alone carries nothing."""

MASKED = "••••••••"
_LABEL_WIDEST = 26
_LABEL_GAP = 2
_LONGEST_IN_LIST = 400
"""Characters of a text that a cell looks at."""
_MOST_LINES = 4_000
"""Lines of one value in the detail; there is `J` for more."""
_MOST_ELEMENTS = 500


@dataclass(frozen=True, slots=True)
class Now:
    """What the time is where it is read."""

    at: datetime
    """By the platform's clock."""
    zone: tzinfo = UTC
    """The zone of local times."""


# In a list


def cell(record: Record, field: Field, now: Now) -> Span:
    """Write one value of a record for a list."""
    value = value_at(record, field.path)
    kind = field.kind or kind_of(snake_case(field.path.rpartition(".")[2]), type(value)) or Kind.TEXT
    if value is None or value == "" or (isinstance(value, list | tuple) and not value):
        return Span(UNKNOWN, Role.MUTED)
    return _CELLS[kind](value, now)


def _text_cell(value: Any, _now: Now) -> Span:
    return Span(short_text(value))


def _id_cell(value: Any, _now: Now) -> Span:
    return Span(short_text(value), Role.MUTED)


def _status_cell(value: Any, _now: Now) -> Span:
    if isinstance(value, bool):
        return _flag_cell(value, _now)
    word = short_text(value)
    return Span(_as_word(word), status_role(word))


def status_role(word: str) -> Role:
    """Return how a word of an enumeration is meant."""
    return STATUS_ROLES.get(word.casefold().replace(" ", "_").replace("-", "_"), Role.NORMAL)


def _as_word(word: str) -> str:
    """Write ``IN_PROGRESS`` as ``in progress``, but ``TXT`` as it is; so is a word that is no constant."""
    return words(word) if word.isupper() or "_" in word else word


def _flag_cell(value: Any, _now: Now) -> Span:
    return Span("yes" if value else "no", Role.NORMAL if value else Role.MUTED)


def _figure(write: Callable[[float | None], str]) -> Callable[[Any, Now], Span]:
    def figure(value: Any, _now: Now) -> Span:
        if isinstance(value, bool) or not isinstance(value, int | float):
            return Span(short_text(value))
        return Span(write(value), Role.MUTED if value == 0 else Role.NORMAL)

    return figure


def _plain_number(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:,.2f}".rstrip("0").rstrip(".")


def _money(value: float | None) -> str:
    return UNKNOWN if value is None else f"{value:,.2f}"


def _as_time(value: Any) -> Any:
    """Read a text that stands where a time does; what is none, or a day, stays as it came."""
    if not isinstance(value, str):
        return value
    try:
        read = read_day(value)
    except ValueError:
        return value
    return read if isinstance(read, datetime) else value


def _moment_cell(came: Any, now: Now) -> Span:
    value = _as_time(came)
    if isinstance(value, datetime):
        seconds = (now.at - value).total_seconds()
        return Span(f"in {ago(-seconds)}" if seconds < -1 else ago(seconds), Role.MUTED)
    return Span(short_text(value), Role.MUTED)


def _list_cell(value: Any, _now: Now) -> Span:
    if not isinstance(value, list | tuple):
        return Span(short_text(value))
    if any(isinstance(each, BaseModel | Mapping) for each in value):
        return Span(f"{len(value):,} of them")
    return Span(", ".join(short_text(each) for each in value[:50]))


def _body_cell(value: Any, _now: Now) -> Span:
    return Span(size(len(str(value).encode(errors="replace"))), Role.MUTED)


def _secret_cell(_value: Any, _now: Now) -> Span:
    return Span(MASKED, Role.MUTED)


_CELLS: Mapping[Kind, Callable[[Any, Now], Span]] = {
    Kind.TEXT: _text_cell,
    Kind.ID: _id_cell,
    Kind.STATUS: _status_cell,
    Kind.COUNT: _figure(count),
    Kind.NUMBER: _figure(_plain_number),
    Kind.PERCENT: _figure(percent),
    Kind.BYTES: _figure(size),
    Kind.MONEY: _figure(_money),
    Kind.MOMENT: _moment_cell,
    Kind.FLAG: _flag_cell,
    Kind.LIST: _list_cell,
    Kind.BODY: _body_cell,
    Kind.SECRET: _secret_cell,
}


def short_text(value: Any) -> str:
    """Return a value as one text, whatever it is, cut to what a cell can need."""
    if isinstance(value, str):
        return value[:_LONGEST_IN_LIST]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return value.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, BaseModel | Mapping):
        return _in_one_line(value)[:_LONGEST_IN_LIST]
    if isinstance(value, list | tuple):
        return ", ".join(short_text(each) for each in value[:20])[:_LONGEST_IN_LIST]
    return UNKNOWN if value is None else str(value)[:_LONGEST_IN_LIST]


def row_text(record: Record) -> str:
    """Return all text of a record that a filter looks at."""
    if isinstance(record, BaseModel | Mapping):
        return " ".join(short_text(value) for _, value, kind in _members(record) if kind is not Kind.SECRET)
    return short_text(record)


# In the detail


def detail_lines(
    record: Record, fields: Iterable[Field], now: Now, width: int, *, reveal: bool = False
) -> list[Line]:
    """Write fields of a record, one below the other, each with its label.

    Args:
        record: what they are of.
        fields: which.
        now: the time.
        width: cells.
        reveal: whether secrets are shown, as when they were just made.
    """
    listed = [(field, value_at(record, field.path)) for field in fields]
    return _Writer(now, width, reveal).block([(each.title, value, each.kind) for each, value in listed], 0)


_Member = tuple[str, Any, Kind | None]
"""Title, value and kind of something within a record."""


def _members(value: BaseModel | Mapping[Any, Any]) -> list[_Member]:
    if isinstance(value, BaseModel):
        declared = [
            (name, getattr(value, name), kind_of(name, info.annotation))
            for name, info in type(value).model_fields.items()
        ]
        extra = [
            (name, inner, kind_of(snake_case(name), type(inner)))
            for name, inner in (value.model_extra or {}).items()
        ]
        return [(titled(name), inner, kind) for name, inner, kind in (*declared, *extra)]
    return [
        (titled(str(name)), inner, kind_of(snake_case(str(name)), type(inner)))
        for name, inner in value.items()
    ]


@dataclass(frozen=True)
class _Writer:
    now: Now
    width: int
    reveal: bool

    def block(self, members: Sequence[_Member], indent: int) -> list[Line]:
        """Write members with their labels aligned."""
        widest = max((cell_len(title) for title, _, _ in members), default=0)
        label = min(widest, _LABEL_WIDEST, max(8, self.width // 3))
        return [each for member in members for each in self._member(member, indent, label)]

    def _member(self, member: _Member, indent: int, label: int) -> list[Line]:
        title, value, kind = member
        if isinstance(value, BaseModel | Mapping):
            inner = [each for each in _members(value) if each[1] is not None]
            head = line(" " * indent, Span(title, Role.MUTED))
            return (
                [head, *self.block(inner, indent + 2)]
                if inner
                else [self._labelled(title, UNKNOWN, indent, label)]
            )
        if isinstance(value, list | tuple) and any(isinstance(each, BaseModel | Mapping) for each in value):
            return self._elements(title, value, indent)
        room = max(10, self.width - indent - label - _LABEL_GAP)
        lines = self._value(value, kind, room)
        first, *rest = lines or [line(Span(UNKNOWN, Role.MUTED))]
        head = (*self._label(title, indent, label), *first)
        return [head, *((Span(" " * (indent + label + _LABEL_GAP)), *each) for each in rest)]

    def _labelled(self, title: str, text: str, indent: int, label: int) -> Line:
        return (*self._label(title, indent, label), Span(text, Role.MUTED))

    @staticmethod
    def _label(title: str, indent: int, label: int) -> Line:
        return line(" " * indent, Span(fit(title, label) + " " * _LABEL_GAP, Role.MUTED))

    def _elements(self, title: str, values: Sequence[Any], indent: int) -> list[Line]:
        lines = [line(" " * indent, Span(f"{title}: {len(values):,}", Role.MUTED))]
        for value in values[:_MOST_ELEMENTS]:
            written = short_text(value) if not isinstance(value, BaseModel | Mapping) else _in_one_line(value)
            broken = wrap(written, max(10, self.width - indent - 4), lines=6)
            lines += [
                line(" " * (indent + 2), "· " if not at else "  ", part) for at, part in enumerate(broken)
            ]
        left = len(values) - _MOST_ELEMENTS
        return [*lines, line(" " * indent, Span(f"  and {left:,} more", Role.MUTED))] if left > 0 else lines

    def _value(self, value: Any, kind: Kind | None, room: int) -> list[Line]:
        if value is None or value == "" or (isinstance(value, list | tuple) and not value):
            return []
        time = _as_time(value) if kind is Kind.MOMENT else value
        if isinstance(time, datetime):
            return self._moment(time, room)
        if kind is Kind.SECRET and not self.reveal:
            return [line(Span(MASKED, Role.MUTED))]
        if isinstance(value, list | tuple):
            return [line(part) for each in value[:_MOST_ELEMENTS] for part in wrap(short_text(each), room)]
        if isinstance(value, str):
            return self._text(value, kind, room)
        return [line(_CELLS[kind or kind_of("", type(value)) or Kind.TEXT](value, self.now))]

    def _moment(self, value: datetime, room: int) -> list[Line]:
        utc, local = value.astimezone(UTC), value.astimezone(self.now.zone)
        parts = [Span(utc.strftime("%Y-%m-%d %H:%M:%S UTC"))]
        if local.utcoffset() != utc.utcoffset():
            parts.append(Span(local.strftime("%Y-%m-%d %H:%M:%S %Z"), Role.MUTED))
        seconds = (self.now.at - value).total_seconds()
        age = f"in {duration(-seconds)}" if seconds < 0 else f"{duration(seconds)} ago"
        parts.append(Span(age, Role.MUTED))
        if sum(cell_len(part.text) + 2 for part in parts) <= room:
            return [
                line(*(Span(("  " if at else "") + part.text, part.role) for at, part in enumerate(parts)))
            ]
        return [line(part) for part in parts]

    def _text(self, value: str, kind: Kind | None, room: int) -> list[Line]:
        if kind is Kind.STATUS:
            return [line(_status_cell(value, self.now))]
        if kind is not Kind.BODY and "\n" not in value and not is_html(value):
            return [line(part) for part in wrap(value, room, lines=_MOST_LINES)]
        what = "HTML" if is_html(value) else "text"
        lines = [line(Span(f"{what}, {size(len(value.encode(errors='replace')))}", Role.MUTED))]
        for paragraph in readable(value).split("\n"):
            lines += [line(part) for part in wrap(paragraph, room, lines=200)] or [()]
            if len(lines) > _MOST_LINES:
                return [*lines[:_MOST_LINES], line(Span("… the rest is in the JSON", Role.MUTED))]
        return lines


def _in_one_line(value: BaseModel | Mapping[Any, Any]) -> str:
    parts = []
    for title, inner, kind in _members(value):
        if inner is not None and inner != "":
            shown = MASKED if kind is Kind.SECRET else short_text(inner)
            parts.append(f"{title.casefold() if title[1:2].islower() else title} {shown}")
    return ", ".join(parts)


def plain_json(value: Any) -> str:
    """Return anything that the platform answered as indented JSON, with its names on the wire.

    What cannot be seen is escaped, so that the text can be pasted anywhere.
    """

    def one(each: Any) -> Any:
        return each.model_dump(mode="json", by_alias=True) if isinstance(each, BaseModel) else str(each)

    text = json.dumps(value, indent=2, ensure_ascii=False, default=one)
    unseen = {char for char in frozenset(text) if not char.isprintable()} - {"\n"}
    return text.translate({ord(char): json.dumps(char)[1:-1] for char in unseen})
