"""Frames as terminal bytes: only the cells that changed, only the changes of style.

`Shown` remembers what the terminal shows, cell by cell. A frame that repaints everything,
as Textual does when the focus moves or a dialog opens, then costs what really changed.
Hyperlinks are not written: no link on the screen may lead where a mail wants it to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import compress, count
from operator import is_not
from typing import NamedTuple

from rich.cells import get_character_cell_size, split_graphemes
from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual.strip import Strip

_ATTRIBUTES = {
    "bold": "1",
    "dim": "2",
    "italic": "3",
    "underline": "4",
    "blink": "5",
    "blink2": "6",
    "reverse": "7",
    "conceal": "8",
    "strike": "9",
    "underline2": "21",
    "frame": "51",
    "encircle": "52",
    "overline": "53",
}
_OFF = {
    "1": "22",
    "2": "22",
    "3": "23",
    "4": "24",
    "5": "25",
    "6": "25",
    "7": "27",
    "8": "28",
    "9": "29",
    "21": "24",
    "51": "54",
    "52": "54",
    "53": "55",
}
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "51", "52", "53"})
_GAP_WORTH_A_MOVE = 5
"""Cells that are cheaper to write again than to jump over with a cursor movement."""

_MOST_STYLES, _MOST_CHARACTERS = 1024, 4096
"""Styles, and characters of one look, that are kept; mail may bring any number of them."""

_SYSTEMS = {
    None: ColorSystem.TRUECOLOR,
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}


def system_of(console: Console) -> ColorSystem:
    """Say which colours a console has."""
    return _SYSTEMS[console.color_system]


class Look(NamedTuple):
    """How cells look, as parameters of SGR (ECMA-48, 8.3.117)."""

    attributes: frozenset[str]
    foreground: str
    background: str

    @property
    def of_blank(self) -> Look:
        """The part of the look that is seen on a blank."""
        seen = self.attributes & _SEEN_ON_BLANKS
        return self if seen else Look(seen, "39", self.background)


RESET = Look(frozenset(), "39", "49")

Cell = tuple[str, Look]
"""What stands in a cell; the second cell of a wide character holds an empty text."""

Piece = tuple[int, int, Strip]
"""Line, first column, and what is to stand there."""

_UNKNOWN: Cell = ("\0", RESET)


def look_of(style: Style | None, system: ColorSystem) -> Look:
    """Say how a style looks in a colour system."""
    if style is None:
        return RESET
    foreground, background = style.color, style.bgcolor
    return Look(
        frozenset(sgr for name, sgr in _ATTRIBUTES.items() if getattr(style, name)),
        ";".join(foreground.downgrade(system).get_ansi_codes()) if foreground else "39",
        ";".join(background.downgrade(system).get_ansi_codes(foreground=False)) if background else "49",
    )


@lru_cache(maxsize=4096)
def change(before: Look, after: Look) -> str:
    """Write the shortest SGR sequence that leads from one look to another."""
    if after == before:
        return ""
    if after == RESET:
        return "\x1b[m"
    off = {_OFF[attribute] for attribute in before.attributes - after.attributes}
    # What takes back bold takes back dim as well, so what is to stay may have to be set again.
    on = {sgr for sgr in after.attributes if sgr not in before.attributes or _OFF[sgr] in off}
    parts = [*sorted(off), *sorted(on)]
    if after.foreground != before.foreground:
        parts.append(after.foreground)
    if after.background != before.background:
        parts.append(after.background)
    return f"\x1b[{';'.join(parts)}m"


@lru_cache(maxsize=4096)
def _change_for_blank(before: Look, after: Look) -> tuple[str, Look]:
    """Write what a blank needs, and say how the terminal is set then.

    A blank shows its background only, so text colour and boldness may stay as they are.
    """
    if before.background == after.background and before.of_blank == after:
        return "", before
    return change(before, after), after


class _Characters(dict[str, Cell]):
    """The cells of one look by their characters.

    The same cell is the same object: none is made anew, and whether two differ is seen at a glance.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._blank: Cell = (" ", look) if look.of_blank == look else _characters(look.of_blank)[" "]

    def __missing__(self, char: str) -> Cell:
        if len(self) >= _MOST_CHARACTERS:
            self.clear()
        cell = self[char] = self._blank if char == " " else (char, self._look)
        return cell


@lru_cache(maxsize=512)
def _characters(look: Look) -> _Characters:
    return _Characters(look)


class _Styles(dict[Style | None, _Characters]):
    """The cells of each style in a colour system."""

    def __init__(self, system: ColorSystem) -> None:
        super().__init__()
        self._system = system

    def __missing__(self, style: Style | None) -> _Characters:
        if len(self) >= _MOST_STYLES:
            self.clear()
        characters = self[style] = _characters(look_of(style, self._system))
        return characters


_styles_of = lru_cache(maxsize=len(ColorSystem))(_Styles)


def _cells_of(strip: Strip, styles: _Styles) -> list[Cell]:
    """Take a strip apart into its cells."""
    cells: list[Cell] = []
    for text, style, control in strip:
        if not control:
            cells += map(styles[style].__getitem__, text if text.isascii() else _split(text))
    return cells


@lru_cache(maxsize=1024)
def _split(text: str) -> Sequence[str]:
    """Say what stands in the cells of a text: wide characters leave nothing for their second one."""
    if set(map(get_character_cell_size, text)) == {1}:
        return text
    cells: list[str] = []
    for start, end, width in split_graphemes(text)[0]:
        cells.append(text[start:end])
        cells += [""] * (width - 1)
    return cells


class Shown:
    """What a terminal shows, and how to change it with few bytes."""

    def __init__(self) -> None:
        self._rows: dict[int, list[Cell]] = {}

    @property
    def is_known(self) -> bool:
        """Whether anything is known of what the terminal shows."""
        return bool(self._rows)

    def forget(self) -> None:
        """Assume nothing: the next frames are written whole."""
        self._rows.clear()

    def update(self, pieces: Iterable[Piece], system: ColorSystem) -> str:
        """Write what makes the terminal show the pieces, and remember it."""
        written: list[str] = []
        look, at, styles = RESET, (-1, -1), _styles_of(system)
        for y, x, strip in pieces:
            cells = _cells_of(strip, styles)
            for first, past in self._changed(y, x, cells):
                written.append(_move(at, (y, x + first)))
                text, look = _write(cells[first:past], look, x + first)
                written.append(text)
                at = (y, x + past)
        written.append(change(look, RESET))
        return "".join(written)

    def _changed(self, y: int, x: int, cells: list[Cell]) -> Sequence[tuple[int, int]]:
        if not cells:
            return ()
        row, past = self._rows.setdefault(y, []), x + len(cells)
        if len(row) < past:
            row += [_UNKNOWN] * (past - len(row))
        old = row[x:past]
        if old == cells:
            return ()
        row[x:past] = cells
        # A wide character that is written over in part leaves a blank.
        if x > 0 and not old[0][0]:
            row[x - 1] = _UNKNOWN
        if past < len(row) and not row[past][0]:
            row[past] = _UNKNOWN
        changed = list(compress(count(), map(is_not, cells, old)))
        return [_whole_characters(run, cells) for run in _runs(changed)]


def _whole_characters(run: tuple[int, int], cells: Sequence[Cell]) -> tuple[int, int]:
    first, past = run
    if first > 0 and not cells[first][0]:
        first -= 1
    if past < len(cells) and not cells[past][0]:
        past += 1
    return first, past


def _runs(columns: Sequence[int]) -> Iterator[tuple[int, int]]:
    if not columns:
        return
    first = last = columns[0]
    for column in columns[1:]:
        if column - last > _GAP_WORTH_A_MOVE:
            yield first, last + 1
            first = column
        last = column
    yield first, last + 1


def _move(before: tuple[int, int], after: tuple[int, int]) -> str:
    if before == after:
        return ""
    if before[0] == after[0]:
        return f"\x1b[{after[1] + 1}G"
    return f"\x1b[{after[0] + 1};{after[1] + 1}H"


def _write(cells: Sequence[Cell], look: Look, column: int) -> tuple[str, Look]:
    written: list[str] = []
    for at, (text, wanted) in enumerate(cells, column):
        if wanted is not look:
            if text == " ":
                sequence, look = _change_for_blank(look, wanted)
            else:
                sequence, look = change(look, wanted), wanted
            written.append(sequence)
        if len(text) > 1 and _is_of_any_width(text):
            text = _kept_in_place(text, at, _width(cells, at - column))  # noqa: PLW2901 (as it is sent)
        written.append(text)
    return "".join(written), look


def _width(cells: Sequence[Cell], at: int) -> int:
    width = 1
    while at + width < len(cells) and not cells[at + width][0]:
        width += 1
    return width


def _kept_in_place(text: str, column: int, width: int) -> str:
    """Write a character into its cells, and what follows behind them, however wide the terminal draws it."""
    return f"{' ' * width}\x1b[{column + 1}G{text}\x1b[{column + width + 1}G"


@lru_cache(maxsize=1024)
def _is_of_any_width(text: str) -> bool:
    """Whether terminals differ on the width of a character with marks: they agree on accents alone."""
    return not all(char in _ACCENTS for char in text[1:])
