"""Tables of an HTML mail: those that hold data become columns, all others just flow.

The cells of a table are rendered one after another like any text. When the table ends, what it
wrote is looked at, and rewritten where it turns out to be a grid.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mttui.text.line import Line, Span, line_width, plain
from mttui.text.mail.letter import Kind, Row
from mttui.text.mail.looks import Given, said
from mttui.text.mail.rows import RowBuilder

_CELL = 60
"""How many characters a cell of data has at most."""
_ROWS = 3
"""How many rows it has written at most, blank ones among them."""
_ACROSS = 76
"""How many characters the cells of a row have at most to stand side by side."""
_COLUMNS = 24
_GAP = "  "
_DIGITS = 3
_FIGURE = re.compile(r"[-+(]?\W{0,3}\d[\d.,\s%)]*\W{0,3}|\W?|[A-Za-z]{1,3}\.?\s?\d[\d.,]*").fullmatch
_SPACING = re.compile(r"[\s|·•/\u2014\u2013-]*").fullmatch


@dataclass(slots=True)
class _Cell:
    start: int
    end: int
    """The rows it wrote."""
    across: int
    spans: Line = ()


class Tables:
    """Follows the tables that are open."""

    def __init__(self, out: RowBuilder) -> None:
        self._out = out
        self._open: list[Table] = []

    def open(self, _given: Given) -> None:
        """Begin a `<table>`."""
        if self._open:
            self._open[-1].holds_tables = True
        self._open.append(Table(len(self._out.rows)))

    def close(self) -> None:
        """End the table."""
        self._open.pop().close(self._out)

    def open_row(self, _given: Given) -> None:
        """Begin a `<tr>`."""
        if self._open:
            self._open[-1].open_row()

    def open_cell(self, given: Given) -> None:
        """Begin a `<td>` or `<th>`."""
        if self._open:
            across = said(given, "colspan")
            is_number = across.isdecimal() and len(across) <= _DIGITS
            self._open[-1].open_cell(len(self._out.rows), int(across) if is_number else 1)

    def close_cell(self) -> None:
        """End the cell; one with a paragraph in it stands apart from what follows."""
        rows = self._out.rows
        if self._open:
            self._open[-1].close_cell(len(rows))
        if rows and _length(rows[-1].spans) > _ACROSS:
            self._out.margin()


@dataclass(slots=True)
class Table:
    """A table that is being rendered: what its cells wrote, row by row."""

    start: int
    """Where in the rows of the mail it begins."""
    holds_tables: bool = False
    _lines: list[list[_Cell]] = field(default_factory=list)
    _opened: int = -1
    _across: int = 1

    def open_row(self) -> None:
        """Note that a `<tr>` begins."""
        self._lines.append([])

    def open_cell(self, at: int, across: int) -> None:
        """Note that a cell begins at row `at` of the mail, over so many columns."""
        self._opened = at
        self._across = across

    def close_cell(self, at: int) -> None:
        """Note that the cell ends before row `at` of the mail."""
        if self._opened >= 0:
            if not self._lines:
                self._lines.append([])
            self._lines[-1].append(_Cell(self._opened, at, max(self._across, 1)))
        self._opened = -1

    def close(self, builder: RowBuilder) -> None:
        """Rewrite what the table wrote, as columns or with short cells side by side."""
        lines = [each for each in self._lines if each]
        if not any(len(each) > 1 for each in lines):
            return
        shorts = [_short(each, builder) for each in lines]
        if not self.holds_tables and all(shorts) and _is_grid(lines):
            self._become_columns(lines, builder)
        elif any(shorts):
            self._stand_beside(lines, shorts, builder)

    def _become_columns(self, lines: list[list[_Cell]], builder: RowBuilder) -> None:
        used = sorted({at for each in lines for at, cell in enumerate(each) if plain(cell.spans).strip()})
        filled = [
            [each[at] for at in used] for each in lines if any(plain(cell.spans).strip() for cell in each)
        ]
        if not filled:
            return
        head = _blank_before(builder.rows, self.start)
        kind = builder.kinds[-1]
        columns = [[line[at].spans for line in filled] for at in range(len(used))]
        drawn = zip(*map(_aligned, columns, [at == len(used) - 1 for at in range(len(used))]), strict=True)
        rows = [Row(_joined(cells), builder.prefix, builder.prefix + _GAP) for cells in drawn]
        builder.rows[head:] = rows
        builder.kinds[head:] = [kind] * len(rows)

    def _stand_beside(self, lines: list[list[_Cell]], shorts: list[bool], builder: RowBuilder) -> None:
        # Only what the table wrote is copied: a mail may have a table in each of its thousand rows.
        rows: list[Row] = []
        kinds: list[Kind] = []
        done = self.start
        for line, short in zip(lines, shorts, strict=True):
            start, end = line[0].start, line[-1].end
            if not short or end - start < 2:  # noqa: PLR2004 (two rows to be joined)
                continue
            start = _blank_before(builder.rows, start)
            rows += builder.rows[done:start]
            kinds += builder.kinds[done:start]
            cells = [each.spans for each in line if each.spans]
            rows.append(Row(_joined(cells), builder.prefix, builder.prefix))
            kinds.append(builder.kinds[end - 1])
            done = end
        if rows:
            builder.rows[self.start : done] = rows
            builder.kinds[self.start : done] = kinds


def _length(spans: Line) -> int:
    """Count the characters of a line: what is quick to know of its width."""
    return sum(len(span.text) for span in spans)


def _short(cells: Sequence[_Cell], builder: RowBuilder) -> bool:
    """Whether the cells are one row of text each and fit side by side; note what they hold."""
    across = 0
    for cell in cells:
        if cell.end - cell.start > _ROWS:
            return False
        written = [row for row in builder.rows[cell.start : cell.end] if row.spans]
        if len(written) > 1:
            return False
        if not written:
            continue
        (row,) = written
        cell.spans = row.spans
        bullet = row.first[len(builder.prefix) :]
        if bullet:
            cell.spans = (Span(bullet), *row.spans)
        length = _length(cell.spans)
        across += length + len(_GAP)
        if length > _CELL or not row.wraps:
            return False
    return across <= _ACROSS + len(_GAP)


def _is_grid(lines: Sequence[Sequence[_Cell]]) -> bool:
    """Whether all rows have the same columns, and more than one of them says something."""
    count = len(lines[0])
    if len(lines) < 2 or not 1 < count <= _COLUMNS:  # noqa: PLR2004 (one row is no grid)
        return False
    if any(len(each) != count or any(cell.across > 1 for cell in each) for each in lines):
        return False
    says = {at for each in lines for at, cell in enumerate(each) if not _SPACING(plain(cell.spans))}
    return len(says) > 1


def _aligned(column: Sequence[Line], is_last: bool) -> list[Line]:  # noqa: FBT001 (mapped over columns)
    """Make the cells of a column equally wide; figures stand to the right."""
    widths = [line_width(cell) for cell in column]
    width = max(widths)
    to_the_right = all(_FIGURE(plain(cell).strip()) for cell in column[1:]) and any(column[1:])
    if to_the_right:
        return [(Span(" " * (width - own)), *cell) for cell, own in zip(column, widths, strict=True)]
    if is_last:
        return list(column)
    return [(*cell, Span(" " * (width - own))) for cell, own in zip(column, widths, strict=True)]


def _joined(cells: Sequence[Line]) -> Line:
    """Put cells side by side."""
    spans: list[Span] = []
    for at, cell in enumerate(cells):
        if at:
            spans.append(Span(_GAP))
        spans.extend(cell)
    while spans and not spans[-1].text.strip():
        spans.pop()
    return tuple(spans)


def _blank_before(rows: Sequence[Row], start: int) -> int:
    """Skip the blank rows with which the rows from `start` on begin."""
    while start < len(rows) and not rows[start].spans:
        start += 1
    return start
