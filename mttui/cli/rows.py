"""Rows of an answer as text: JSON, JSON lines, CSV or a table, a page at a time with flat memory."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from click import UsageError

Row = Any
"""One element of a list as it came, as a rule an object."""

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet would run (OWASP, CSV injection)."""
_CRLF = "\r\n"
_NARROWEST = 6
_GAP = "  "
_WIDE_ENOUGH = 100_000


class Form(Protocol):
    """Turns pages of rows into text."""

    def page(self, rows: Sequence[Row]) -> str:
        """Return the text for the next rows."""

    def end(self) -> str:
        """Return what comes after the last."""


def dumped(value: Any) -> str:
    """Return JSON in one line; half a surrogate pair, which UTF-8 has not, stays an escape."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return text


def unprintable_escaped(text: str) -> str:
    """Write what a terminal might act on, or hide, as JSON escapes; JSON stays JSON."""
    if text.replace("\n", "").isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else json.dumps(char)[1:-1] for char in text)


def value_at(row: Row, column: str) -> Any:
    """Return what stands in a column: a field, or ``a.b`` for a field within one; ``None`` for nothing."""
    if isinstance(row, Mapping) and column in row:
        return row[column]
    for name in column.split("."):
        if not isinstance(row, Mapping) or name not in row:
            return None
        row = row[name]
    return row


def has(row: Row, column: str) -> bool:
    """Say whether a row has a column, be it null."""
    if not isinstance(row, Mapping):
        return column == "value"
    if column in row:
        return True
    outer, _, last = column.rpartition(".")
    within = value_at(row, outer) if outer else None
    return isinstance(within, Mapping) and last in within


def columns_of(rows: Sequence[Row]) -> list[str]:
    """Return the fields of rows, in the order in which they come; ``value`` for what are no objects."""
    names = dict.fromkeys(name for row in rows if isinstance(row, Mapping) for name in row)
    return list(names) or ["value"]


def cell_text(row: Row, column: str) -> str:
    """Return a cell as text: nothing for null, JSON for what is nested."""
    value = row if not isinstance(row, Mapping) and column == "value" else value_at(row, column)
    if value is None:
        return ""
    return value if isinstance(value, str) else dumped(value)


class JsonLines:
    """One JSON text a line."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns

    def page(self, rows: Sequence[Row]) -> str:
        """A line a row."""
        return "".join(f"{dumped(picked(row, self._columns))}\n" for row in rows)

    def end(self) -> str:
        """Nothing."""
        return ""


class JsonArray:
    """One JSON array, a row a line."""

    def __init__(self, columns: Sequence[str]) -> None:
        self._columns = columns
        self._opening = "[\n"

    def page(self, rows: Sequence[Row]) -> str:
        """The next elements."""
        if not rows:
            return ""
        text = self._opening + ",\n".join(dumped(picked(row, self._columns)) for row in rows)
        self._opening = ",\n"
        return text

    def end(self) -> str:
        """Close the array."""
        return "[]\n" if self._opening == "[\n" else "\n]\n"


class _Lines(list[str]):
    """Collects lines that end in a line feed.

    The writer is told that they end in both signs: it quotes a cell for a sign that ends lines, and many
    readers take a carriage return for one.
    """

    def write(self, text: str) -> None:
        """Take one line."""
        self.append(text.removesuffix(_CRLF) + "\n")


class Csv:
    """CSV (RFC 4180) that a spreadsheet runs no formula of."""

    def __init__(self, columns: Sequence[str], *, say: Callable[[str], None], with_header: bool) -> None:
        self._columns = list(columns)
        self._is_given = bool(columns)
        self._say = say
        self._header_due = with_header
        self._left_out: set[str] = set()

    def page(self, rows: Sequence[Row]) -> str:
        """The next lines; before the first, the names of the columns."""
        self._columns = self._columns or columns_of(rows)
        lines = _Lines()
        writer = csv.writer(lines, lineterminator=_CRLF)
        if self._header_due:
            writer.writerow([harmless(name) for name in self._columns])
            self._header_due = False
        writer.writerows([_csv_cell(row, name) for name in self._columns] for row in rows)
        self._tell_left_out(rows)
        return "".join(lines)

    def _tell_left_out(self, rows: Sequence[Row]) -> None:
        if self._is_given:
            return
        new = {name for row in rows if isinstance(row, Mapping) for name in row}
        new -= {*self._columns, *self._left_out}
        if new:
            self._left_out |= new
            self._say(f"Later rows have more fields, which are left out: {', '.join(sorted(new))}."
                      " Name them with --columns.")  # fmt: skip

    def end(self) -> str:
        """Nothing."""
        return ""


def _csv_cell(row: Row, column: str) -> str:
    value = row if not isinstance(row, Mapping) and column == "value" else value_at(row, column)
    text = cell_text(row, column)
    return text if isinstance(value, int | float) else harmless(text)


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


class Table:
    """A table that fits the terminal; its columns are as wide as the first page wants them."""

    def __init__(self, columns: Sequence[str], *, say: Callable[[str], None], width: int | None) -> None:
        self._columns = list(columns)
        self._say = say
        self._width = width
        self._widths: list[int] = []

    def page(self, rows: Sequence[Row]) -> str:
        """The next lines; before the first, the names of the columns."""
        from mttui.text import fit

        text = ""
        if not self._widths:
            self._columns = self._columns or _flat(columns_of(rows), rows)
            self._lay_out(rows)
            text = self._line([fit(name, w) for name, w in zip(self._columns, self._widths, strict=True)])
        for row in rows:
            cells = [cell_text(row, name) for name in self._columns]
            text += self._line([fit(cell, w) for cell, w in zip(cells, self._widths, strict=True)])
        return text

    def _line(self, cells: Sequence[str]) -> str:
        return _GAP.join(cells).rstrip() + "\n"

    def _lay_out(self, rows: Sequence[Row]) -> None:
        from mttui.text import cell_len

        wanted = [
            max([cell_len(name), *(cell_len(cell_text(row, name)) for row in rows)]) for name in self._columns
        ]
        room = self._width or _WIDE_ENOUGH
        while wanted and len(wanted) > 1 and _least(wanted) > room:
            wanted.pop()
        if left_out := self._columns[len(wanted) :]:
            self._columns = self._columns[: len(wanted)]
            self._say(f"No room for: {', '.join(left_out)}. Choose with --columns.")
        while sum(wanted) + len(_GAP) * (len(wanted) - 1) > room and max(wanted) > 1:
            wanted[wanted.index(max(wanted))] -= 1
        self._widths = wanted

    def end(self) -> str:
        """Nothing."""
        return ""


def _least(wanted: Sequence[int]) -> int:
    return sum(min(width, _NARROWEST) for width in wanted) + len(_GAP) * (len(wanted) - 1)


def _flat(columns: Sequence[str], rows: Sequence[Row]) -> list[str]:
    """Leave out columns of nested values: a table has no room for them unless they are asked for."""
    flat = [
        name for name in columns if not any(isinstance(value_at(row, name), Mapping | list) for row in rows)
    ]
    return flat or list(columns)


def picked(row: Row, columns: Sequence[str]) -> Any:
    """Return the asked-for fields of a row; all of it when none is asked for."""
    return {name: value_at(row, name) for name in columns} if columns else row


class Watched:
    """Says at the end which of the asked-for columns no row had: a mistyped name would go unseen.

    Args:
        form: what writes the rows.
        columns: what was asked for.
        say: takes words for the person.
    """

    def __init__(self, form: Form, columns: Sequence[str], say: Callable[[str], None]) -> None:
        self._form = form
        self._say = say
        self._unseen = list(dict.fromkeys(columns))
        self._known: list[str] = []

    def page(self, rows: Sequence[Row]) -> str:
        """The next rows."""
        if self._unseen and rows:
            self._known = self._known or columns_of(rows)
            self._unseen = [name for name in self._unseen if not any(has(row, name) for row in rows)]
        return self._form.page(rows)

    def end(self) -> str:
        """What comes after the last row."""
        if self._unseen and self._known:
            self._say(f"No row has {', '.join(self._unseen)}. There are: {', '.join(self._known)}.")
        return self._form.end()


def form_of(
    name: str,
    columns: Sequence[str],
    *,
    say: Callable[[str], None],
    to_terminal: bool,
    with_header: bool = True,
) -> Form:
    """Return what writes rows.

    Args:
        name: ``json``, ``ndjson``, ``csv`` or ``table``.
        columns: fields to show; none for all.
        say: takes words for the person.
        to_terminal: whether the output is one: a table is fitted to it.
        with_header: whether a CSV begins with the names of its columns.

    Raises:
        UsageError: there is no such form.
    """
    makers: Mapping[str, Callable[[], Form]] = {
        "json": lambda: JsonArray(columns),
        "ndjson": lambda: JsonLines(columns),
        "csv": lambda: Csv(columns, say=say, with_header=with_header),
        "table": lambda: Table(
            columns, say=say, width=shutil.get_terminal_size().columns if to_terminal else None
        ),
    }
    if name not in makers:
        raise UsageError(f"There is no output {name!r}. Known: {', '.join(makers)}.")
    form = makers[name]()
    return Watched(form, columns, say) if columns else form
