"""How the fields of a form look: label, value, caret, complaint; and the words about the one in hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mttui.api.operation import Place
from mttui.text import Line, Role, Span, cell_len, fit, line, truncate, wrap

from .forms import LINES, PICKED, FieldKind, FormField
from .moments import HINT

CARET = "▏"
_MARK, _BLANK = "▸ ", "  "
_GAP = 2
_WIDEST_LABEL = 28
_LEAST_VALUE = 20
SHOWN_LINES = 8
"""Lines of a long text that are shown while it is typed."""
_ENOUGH = 1_000
"""Characters that fill a line of any terminal."""
_HINTS = {
    FieldKind.NUMBER: "a number",
    FieldKind.FLAG: "yes or no: ← → choose",
    FieldKind.MOMENT: HINT,
    FieldKind.LIST: "several, apart by commas",
    FieldKind.JSON: "JSON",
    FieldKind.LONG: "several lines",
}


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is drawn of a field."""

    field: FormField
    text: str
    caret: int = 0
    """Characters before it; only where it is the field in hand."""
    in_hand: bool = False
    fixed: bool = False
    """Whether it cannot be changed here."""
    changed: bool = False
    """Whether it is another value than the record has."""
    error: str = ""


def label_width(fields: Iterable[FormField], width: int) -> int:
    """Return the cells of the column of the labels."""
    widest = max((cell_len(each.label) for each in fields), default=0) + 2
    return max(1, min(widest, _WIDEST_LABEL, width - _LEAST_VALUE))


def field_lines(facts: RowFacts, labels: int, width: int) -> list[Line]:
    """Draw a field: its value, in several lines where it is long and in hand, and what is wrong with it."""
    room = max(1, width - labels - len(_MARK) - _GAP)
    head = _head(facts, labels)
    values = _values(facts, room)
    indent = " " * (len(_MARK) + labels + _GAP)
    lines = [line(*head, *values[0])]
    lines += [line(indent, *each) for each in values[1:]]
    if facts.error:
        wrapped = wrap(f"! {facts.error}", room, lines=3)
        lines += [line(indent, Span(each, Role.BAD)) for each in wrapped]
    return lines


def _head(facts: RowFacts, labels: int) -> Line:
    mark = _MARK if facts.in_hand else _BLANK
    role = Role.STRONG if facts.in_hand else Role.MUTED if facts.fixed else Role.NORMAL
    sign = "*" if facts.field.must_be_given and not facts.fixed else "~" if facts.changed else " "
    label = fit(facts.field.label, labels - 2)
    return line(Span(mark, Role.ACCENT), Span(label, role), Span(f" {sign}{' ' * _GAP}", Role.ACCENT))


def _values(facts: RowFacts, room: int) -> list[Line]:
    text = "•" * len(facts.text) if facts.field.is_secret else facts.text
    if facts.fixed:
        return [line(Span(truncate(_one_line(text), room), Role.MUTED))]
    if not facts.in_hand:
        return [_resting(facts.field, text, room)]
    if facts.field.kind in PICKED:
        return [line(Span(f"‹ {text or 'not given'} ›", Role.SELECTED))]
    if facts.field.kind in LINES:
        return _window(text, facts.caret, room)
    return [_typed(text, facts.caret, room)]


def _resting(field: FormField, text: str, room: int) -> Line:
    if not text:
        return line(Span("·", Role.MUTED))
    count = text.count("\n")
    more = f"  ({count + 1} lines)" if count and field.kind in LINES else ""
    return line(truncate(_one_line(text), max(1, room - cell_len(more))), Span(more, Role.MUTED))


def _one_line(text: str) -> str:
    return " ".join(text[:_ENOUGH].split("\n"))


def _typed(text: str, caret: int, room: int) -> Line:
    """Show the part of a line that the caret is in."""
    before, after = text[:caret], text[caret:]
    room -= 1
    while cell_len(before) > room > 1:
        before = "…" + before[2 + (cell_len(before) - room) // 2 :]
    return line(before, Span(CARET, Role.ACCENT), truncate(after, max(0, room - cell_len(before))))


def _window(text: str, caret: int, room: int) -> list[Line]:
    """Show the lines about the caret."""
    rows = text.split("\n")
    at = text.count("\n", 0, caret)
    column = caret - (text.rfind("\n", 0, caret) + 1)
    top = max(0, min(at - SHOWN_LINES // 2, len(rows) - SHOWN_LINES))
    shown = rows[top : top + SHOWN_LINES]
    lines = [
        _typed(row, column, room) if number == at else line(truncate(row, room))
        for number, row in enumerate(shown, top)
    ]
    if len(rows) > SHOWN_LINES:
        last = f"line {at + 1} of {len(rows)}"
        lines.append(line(Span(last, Role.MUTED)))
    return lines


def about_lines(field: FormField, width: int, *, notes: Sequence[Line] = (), height: int = 4) -> list[Line]:
    """Say what the field in hand is, in exactly ``height`` lines.

    Args:
        field: the one in hand.
        width: cells.
        notes: lines that come last, as what a time means or which ids begin like this.
        height: lines there are.
    """
    said = wrap(field.help, width, lines=max(1, height - 1 - len(notes)))
    lines = [line(part) for part in said]
    lines.append(line(Span(truncate(hint_of(field), width), Role.MUTED)))
    return [*lines, *notes, *([()] * height)][:height]


def hint_of(field: FormField) -> str:
    """Say what may be typed, and where it goes."""
    place = "in the path" if field.parameter.place is Place.PATH else f"in the {field.parameter.place.value}"
    needed = "needed" if field.must_be_given else "may be left out"
    kind = _HINTS.get(field.kind, "text")
    if field.choices and field.kind is not FieldKind.FLAG:
        kind = f"one of {', '.join(field.choices)}"
        kind = kind if field.kind is FieldKind.CHOICE else f"several of {', '.join(field.choices)}"
    return f"{needed} · {kind} · {place}"
