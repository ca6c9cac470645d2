"""Letters as plain strings, to be compared in tests."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len as rich_cell_len

from mttui.text import Line, plain
from mttui.text.mail import Flow, Kind, Letter, Part, Row, pieces, read_letter


def html(source: str) -> list[str]:
    """The rows of an HTML mail, all parts."""
    return words(read_letter(None, source))


def words(letter: Letter, kind: Kind | None = None) -> list[str]:
    """The rows of a letter with their prefixes, of all parts or of one kind."""
    return [
        row.first + plain(row.spans)
        for part in letter.parts
        if kind in (None, part.kind)
        for row in part.rows
    ]


def kinds(letter: Letter) -> list[str]:
    return [part.kind.value for part in letter.parts]


def drawn(letter: Letter, width: int, *, unfold: bool = True, most: int = 0) -> list[Line]:
    """The lines of a letter at a width, all of them or at most so many."""
    flow = Flow(pieces(0, letter), width, {(0, at) for at in range(len(letter.parts))} if unfold else set())
    return flow.rows(0, most or flow.finish())


def lines_of(rows: Sequence[Row], width: int) -> list[str]:
    """The lines of rows at a width."""
    return [plain(line) for line in drawn(Letter((Part(Kind.BODY, rows),)), width)]


def assert_safe(lines: Sequence[Line], width: int) -> None:
    """Nothing is wider than it may be, and nothing reaches the terminal but characters to be seen."""
    for line in lines:
        text = plain(line)
        assert rich_cell_len(text) <= width, ascii(text)
        assert text.isprintable(), ascii(text)
        text.encode()
