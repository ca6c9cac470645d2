"""Lays one row out at a width: printable, wrapped at spaces, its prefix before each line."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rich.cells import get_character_cell_size

from mttui.text.cells import cell_len, truncate
from mttui.text.line import Line, Role, Span, fit_line
from mttui.text.mail.letter import Row
from mttui.text.sanitise import printable

_PREFIX_SHARE = 2
"""A prefix takes at most one part in so many of the width."""
DONE = -1
_WIDE = 2


class Wrapped:
    """A row at a width of four cells or more, from which lines are taken one after another."""

    def __init__(self, row: Row, width: int) -> None:
        """Take a row and the width; half of it at least is for the text."""
        texts = [printable(span.text, limit=len(span.text)) for span in row.spans]
        self._text = "".join(texts)
        self._ends = list(accumulate(map(len, texts)))
        self._roles = [span.role for span in row.spans]
        self._first = _prefix(row.first, width)
        self._hang = _prefix(row.hang, width)
        self._width = width
        self._wraps = row.wraps
        self._is_narrow = self._text.isascii() or cell_len_is_length(self._text)

    def line(self, at: int) -> tuple[Line, int]:
        """Lay out the line that begins at character `at`; return it, and where the next begins.

        The text is done when that is `DONE`.
        """
        prefix = self._hang if at else self._first
        room = self._width - len(prefix)
        if not self._wraps:
            return self._cut(prefix, room), DONE
        if self._is_narrow:
            end, following = self._break_narrow(at, room)
        else:
            end, following = self._break_wide(at, room)
        return self._spans(prefix, at, end), following

    def _break_narrow(self, at: int, room: int) -> tuple[int, int]:
        """Find where the line ends and the next begins, when every character is one cell wide."""
        text = self._text
        if len(text) - at <= room:
            return len(text), DONE
        return self._at_space(at, at + room)

    def _at_space(self, at: int, end: int) -> tuple[int, int]:
        """Break before `end`, at a space when there is one."""
        text = self._text
        space = text.rfind(" ", at, end + 1)
        # Spaces at the very beginning are indentation, not a place to break.
        while space > at and text[space - 1] == " ":
            space -= 1
        if space <= at or not text[at:space].strip():
            return end, end
        following = space
        while following < len(text) and text[following] == " ":
            following += 1
        return space, following if following < len(text) else DONE

    def _break_wide(self, at: int, room: int) -> tuple[int, int]:
        """Find where the line ends, when characters differ in width; wide ones need no space."""
        text = self._text
        taken, end, breakable = 0, at, DONE
        while end < len(text):
            wide = get_character_cell_size(text[end])
            if taken + wide > room:
                break
            taken += wide
            end += 1
            if wide == _WIDE:
                breakable = end
        if end == len(text):
            return end, DONE
        if text[end] != " " and get_character_cell_size(text[end]) == _WIDE:
            return end, end
        stop, following = self._at_space(at, end)
        is_at_space = stop != following
        if breakable > (stop if is_at_space else at):
            return breakable, breakable
        return stop, following

    def _spans(self, prefix: str, start: int, end: int) -> Line:
        if len(self._roles) == 1:
            role = self._roles[0]
            text = self._text[start:end]
            if role is Role.NORMAL or not prefix:
                return (Span(prefix + text, role),)
            return (Span(prefix), Span(text, role))
        spans = [Span(prefix)] if prefix else []
        for at in range(bisect_right(self._ends, start), len(self._ends)):
            stop = min(self._ends[at], end)
            if stop > start:
                spans.append(Span(self._text[start:stop], self._roles[at]))
                start = stop
            if start >= end:
                break
        return tuple(spans)

    def _cut(self, prefix: str, room: int) -> Line:
        spans = self._spans(prefix, 0, len(self._text))
        if cell_len(self._text) <= room:
            return spans
        return fit_line(spans, self._width)


def cell_len_is_length(text: str) -> bool:
    """Whether every character is one cell wide, as far as a quick look can tell."""
    return all(get_character_cell_size(char) == 1 for char in frozenset(text))


def _prefix(prefix: str, width: int) -> str:
    """Make a prefix fit: printable, and no wider than its share of the line."""
    if not prefix:
        return ""
    shown = truncate(prefix, width // _PREFIX_SHARE)
    return shown if cell_len(shown) == len(shown) else ""
