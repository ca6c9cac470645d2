"""What changes from one set of values to another, in words: old and new, or was, theirs and mine."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mttui.local.secret import HIDDEN
from mttui.text import Line, Role, Span, cell_len, line, truncate, wrap

from .forms import LINES, FormField

_NONE = "(nothing)"
_ARROW = " → "
_MOST_LINES = 12
"""Lines of one field's difference that are shown."""


@dataclass(frozen=True, slots=True)
class Change:
    """A field that says something else."""

    field: FormField
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that somebody else changed meanwhile."""

    field: FormField
    was: str
    theirs: str
    mine: str

    @property
    def clashes(self) -> bool:
        """Whether it was changed here, too, to something else."""
        return self.mine not in {self.was, self.theirs}


def changes_between(
    fields: Iterable[FormField], old: Mapping[str, str], new: Mapping[str, str]
) -> list[Change]:
    """Return the fields whose texts differ, in the order of the form."""
    return [
        Change(each, old.get(each.path, ""), new.get(each.path, ""))
        for each in fields
        if old.get(each.path, "") != new.get(each.path, "")
    ]


def conflicts_between(
    fields: Iterable[FormField], was: Mapping[str, str], theirs: Mapping[str, str], mine: Mapping[str, str]
) -> list[Conflict]:
    """Return the fields that say something else on the platform than when they were read."""
    return [
        Conflict(each, was.get(each.path, ""), theirs.get(each.path, ""), mine.get(each.path, ""))
        for each in fields
        if was.get(each.path, "") != theirs.get(each.path, "")
    ]


def change_lines(changes: Sequence[Change], width: int) -> list[Line]:
    """Show each change: old and new in one line, or the lines that differ where there are several."""
    lines: list[Line] = []
    for change in changes:
        old, new = _shown(change.field, change.old), _shown(change.field, change.new)
        label = f"{change.field.label}: "
        if change.field.kind in LINES and ("\n" in old or "\n" in new):
            lines += [line(Span(label, Role.STRONG)), *_line_changes(old, new, width)]
            continue
        if cell_len(label + old + _ARROW + new) <= width:
            lines.append(
                line(Span(label, Role.STRONG), old, Span(_ARROW, Role.ACCENT), Span(new, Role.ACCENT))
            )
            continue
        lines.append(line(Span(label, Role.STRONG)))
        lines += [line(Span(f"- {part}", Role.MUTED)) for part in wrap(old, width - 2, lines=3)]
        lines += [line(Span(f"+ {part}", Role.ACCENT)) for part in wrap(new, width - 2, lines=3)]
    return lines


def conflict_lines(conflicts: Sequence[Conflict], width: int) -> list[Line]:
    """Show for each field what it was, what others made of it, and what it would be."""
    lines: list[Line] = []
    for each in conflicts:
        note = "  both changed it" if each.clashes else ""
        lines.append(line(Span(each.field.label, Role.STRONG), Span(note, Role.WARN)))
        rows = (
            ("was", each.was, Role.MUTED),
            ("theirs", each.theirs, Role.WARN),
            ("mine", each.mine, Role.ACCENT),
        )
        for word, text, role in rows:
            shown = " ".join(_shown(each.field, text).split("\n"))
            lines.append(line(f"  {word:<8}", Span(truncate(shown, max(1, width - 10)), role)))
    return lines


def _shown(field: FormField, text: str) -> str:
    if not text:
        return _NONE
    return HIDDEN if field.is_secret else text


def _line_changes(old: str, new: str, width: int) -> list[Line]:
    differing = [
        row
        for row in difflib.ndiff(_lines_of(old), _lines_of(new))
        if row.startswith(("- ", "+ "))
    ]  # fmt: skip
    roles = {"-": Role.MUTED, "+": Role.ACCENT}
    lines = [line(Span(truncate(row, width), roles[row[0]])) for row in differing[:_MOST_LINES]]
    if len(differing) > _MOST_LINES:
        lines.append(line(Span(f"… {len(differing) - _MOST_LINES} more lines", Role.MUTED)))
    return lines


def _lines_of(text: str) -> list[str]:
    return [] if text == _NONE else text.split("\n")
