"""Lays letters out at a width, as far down as they are looked at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mttui.text.figures import plural
from mttui.text.line import Line, Role, Span, fit_line, plain
from mttui.text.mail.letter import Kind, Letter, Part, Row
from mttui.text.mail.wrapping import DONE, Wrapped

CHUNK = 64
"""How many lines are laid out at once."""
_CHUNKS_KEPT = 32
_LEAST_WIDTH = 4


class Piece(NamedTuple):
    """A part of a letter on the page, with the name that its fold goes by."""

    key: Hashable
    part: Part


def pieces(name: Hashable, letter: Letter, *before: Row) -> Iterator[Piece]:
    """Name the parts of a letter `(name, 0)`, `(name, 1)`…, after rows of yours, `(name, -1)`."""
    if before:
        yield Piece((name, -1), Part(Kind.BODY, before))
    for at, part in enumerate(letter.parts):
        yield Piece((name, at), part)


class _Cursor(NamedTuple):
    """Where a chunk of lines begins."""

    piece: int
    row: int
    """The row in the piece; `FOLD` for the line that stands for the piece."""
    at: int
    """The character in the row as it is shown."""


FOLD = -1


class Flow:
    """Parts of one or more letters below each other, as lines of at most `width` cells.

    Nothing is laid out before it is asked for, and only what was looked at last is kept: a page
    of a very long text costs what a page of a short one does. Going to a line far down lays out
    what is above it once, to know where it is. To fold or unfold, or when the width changes, make
    a new one: the lines above the fold stay where they were.

    A folded part is one line, `▸ 14 quoted lines — Budi wrote:`; an unfolded one has a line
    `▾ 14 quoted lines` above its rows.
    """

    def __init__(
        self, pieces: Iterable[Piece], width: int, unfolded: Container[Hashable] = frozenset()
    ) -> None:
        """Take the pieces, the width in cells, and the keys of those that are unfolded."""
        self._pieces = tuple(pieces)
        self._width = max(width, _LEAST_WIDTH)
        self._is_open = [each.part.kind is Kind.BODY or each.key in unfolded for each in self._pieces]
        self._left = sum(self._rows_of(at) for at in range(len(self._pieces)))
        self._starts: list[int] = []
        """The first line of each piece that was reached."""
        self._marks: list[_Cursor] = []
        """Where each chunk begins that was laid out."""
        self._next: _Cursor | None = self._enter(0)
        self._lines = 0
        self._kept: dict[int, list[Line]] = {}
        self._row: tuple[int, int, Wrapped] | None = None

    @property
    def height(self) -> int:
        """How many lines there are; while not all are laid out, how many there are at least."""
        return self._lines + self._left

    @property
    def is_complete(self) -> bool:
        """Whether all is laid out, so that the height is exact."""
        return self._next is None

    @property
    def folds(self) -> tuple[Hashable, ...]:
        """The keys of all parts that can be folded, from the top."""
        return tuple(each.key for each in self._pieces if each.part.kind is not Kind.BODY)

    def rows(self, top: int, height: int) -> list[Line]:
        """Return the lines from `top` on, at most `height`; fewer at the end."""
        top = max(top, 0)
        bottom = top + max(height, 0)
        self._reach(bottom)
        lines: list[Line] = []
        for chunk in range(top // CHUNK, min(-(-bottom // CHUNK), len(self._marks))):
            first = chunk * CHUNK
            lines += self._chunk(chunk)[max(top - first, 0) : max(bottom - first, 0)]
        return lines

    def lay_out(self, lines: int) -> bool:
        """Lay out so many lines more, for the height; return whether all is laid out."""
        self._reach(self._lines + lines)
        return self.is_complete

    def finish(self) -> int:
        """Lay out everything; return the height, which is exact."""
        while self._next is not None:
            self._lay_out_chunk()
        return self._lines

    def fold_at(self, line: int) -> Hashable | None:
        """Return the key of the part that can be folded and that holds this line, if it is one."""
        piece = self._piece_at(line)
        return None if piece is None or piece.part.kind is Kind.BODY else piece.key

    def key_at(self, line: int) -> Hashable | None:
        """Return the key of the part that holds this line, None below the end."""
        piece = self._piece_at(line)
        return None if piece is None else piece.key

    def line_of(self, key: Hashable) -> int | None:
        """Return the first line of the part with this key, None when there is none."""
        for at, piece in enumerate(self._pieces):
            if piece.key == key:
                while self._next is not None and len(self._starts) <= at:
                    self._lay_out_chunk()
                return self._starts[at] if at < len(self._starts) and self._rows_of(at) else None
        return None

    def _piece_at(self, line: int) -> Piece | None:
        self._reach(line + 1)
        if not 0 <= line < self._lines:
            return None
        return self._pieces[bisect_right(self._starts, line) - 1]

    def _rows_of(self, at: int) -> int:
        """Count the rows that a piece takes at least."""
        part = self._pieces[at].part
        if part.kind is Kind.BODY:
            return len(part.rows)
        return 1 + len(part.rows) * self._is_open[at]

    def _reach(self, bottom: int) -> None:
        while self._next is not None and self._lines < bottom:
            self._lay_out_chunk()

    def _enter(self, piece: int) -> _Cursor | None:
        """Return where the first piece from this one on begins that has anything to draw."""
        while piece < len(self._pieces):
            if self._rows_of(piece):
                return _Cursor(piece, 0 if self._pieces[piece].part.kind is Kind.BODY else FOLD, 0)
            piece += 1
        return None

    def _lay_out_chunk(self) -> None:
        cursor = self._next
        if cursor is None:
            return
        self._marks.append(cursor)
        lines, self._next = self._fill(cursor, learns=True)
        self._keep(len(self._marks) - 1, lines)
        self._lines += len(lines)

    def _chunk(self, number: int) -> list[Line]:
        lines = self._kept.get(number)
        if lines is None:
            lines, _ = self._fill(self._marks[number], learns=False)
            self._keep(number, lines)
        return lines

    def _keep(self, number: int, lines: list[Line]) -> None:
        self._kept[number] = lines
        if len(self._kept) > _CHUNKS_KEPT:
            del self._kept[next(iter(self._kept))]

    def _fill(self, cursor: _Cursor, *, learns: bool) -> tuple[list[Line], _Cursor | None]:
        """Lay out a chunk of lines; return them, and where the next chunk begins."""
        lines: list[Line] = []
        where: _Cursor | None = cursor
        while where is not None and len(lines) < CHUNK:
            if learns and len(self._starts) <= where.piece:
                # Pieces without rows are passed over: they begin where the next does.
                line = self._lines + len(lines)
                self._starts += [line] * (where.piece + 1 - len(self._starts))
            where = self._rows_into(lines, where, learns=learns)
        return lines, where

    def _rows_into(self, lines: list[Line], where: _Cursor, *, learns: bool) -> _Cursor | None:
        """Add lines of one piece until the chunk is full; return where it goes on."""
        index, number, at = where
        part = self._pieces[index].part
        if number == FOLD:
            lines.append(self._fold_line(part, is_open=self._is_open[index]))
            self._left -= learns
            number = 0
            if not self._is_open[index]:
                return self._enter(index + 1)
        count = len(part.rows)
        while number < count and len(lines) < CHUNK:
            line, at = self._line(index, number, at)
            lines.append(line)
            if at == DONE:
                number, at = number + 1, 0
                self._left -= learns
        return _Cursor(index, number, at) if number < count else self._enter(index + 1)

    def _line(self, index: int, number: int, at: int) -> tuple[Line, int]:
        """Lay out a line of a row; return it, and the character at which the next begins."""
        if self._row is not None and self._row[0] == index and self._row[1] == number:
            return self._row[2].line(at)
        row = self._pieces[index].part.rows[number]
        if at == 0 and (short := _short(row, self._width)) is not None:
            return short, DONE
        wrapped = Wrapped(row, self._width)
        self._row = (index, number, wrapped)
        return wrapped.line(at)

    def _fold_line(self, part: Part, *, is_open: bool) -> Line:
        mark = "▾" if is_open else "▸"
        text = f"{mark} {_summary(part)}"
        return tuple(each for each in fit_line((Span(text, Role.MUTED),), self._width) if each.text.strip())


def _short(row: Row, width: int) -> Line | None:
    """Return the line of a row that is plain ASCII and fits as it is, as most rows do."""
    if not row.spans:
        return _short_prefix(row.first, width)
    if len(row.spans) > 1:
        return None
    ((text, role),) = row.spans
    first = row.first
    if len(first) + len(text) > width or not (text.isascii() and text.isprintable()):
        return None
    if not first:
        return (row.spans[0],)
    prefix = _short_prefix(first, width)
    if prefix is None or role is not Role.NORMAL:
        return prefix and (*prefix, row.spans[0])
    return (Span(first + text),)


def _short_prefix(first: str, width: int) -> Line | None:
    if not first:
        return ()
    is_short = len(first) <= width // 2 and first.isascii() and first.isprintable()
    return (Span(first),) if is_short else None


def _summary(part: Part) -> str:
    if part.kind is Kind.SIGNATURE:
        return f"signature, {plural(len(part.rows), 'line')}"
    lines = plural(len(part.rows), "quoted line")
    begins = next(filter(None, map(_introduces, _first(part.rows))), "")
    return f"{lines} — {begins}" if begins else lines


def _first(rows: Sequence[Row], count: int = 4) -> Iterator[Row]:
    return (rows[at] for at in range(min(count, len(rows))))


def _introduces(row: Row) -> str:
    words = plain(row.spans).strip()
    return words if words.strip("─-_=* ") else ""
