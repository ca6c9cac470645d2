"""Widths in terminal cells.

Everything is measured as it will be shown, that is after `printable`, with Rich's table,
which is the one Textual lays out its strips with.
"""

from __future__ import annotations

from typing import Literal

from rich.cells import cell_len as _rich_cell_len
from rich.cells import set_cell_size

from mttui.text.sanitise import ELLIPSIS, printable

Align = Literal["left", "right"]

# A cell shows at most one character with its marks; the rest is room for what is dropped.
_CHARS_PER_CELL = 8
_CHARS_SPARE = 32


def cell_len(text: str) -> int:
    """Count the cells that `text` takes when it is shown."""
    shown = printable(text)
    return len(shown) if shown.isascii() else _rich_cell_len(shown)


def truncate(text: str, width: int) -> str:
    """Show `text` in at most `width` cells; what is cut off leaves a `…`."""
    if width <= 0:
        return ""
    shown = printable(text, limit=width * _CHARS_PER_CELL + _CHARS_SPARE)
    if shown.isascii():
        return shown if len(shown) <= width else shown[: width - 1] + ELLIPSIS
    if _rich_cell_len(shown) <= width:
        return shown
    return set_cell_size(shown, width - 1) + ELLIPSIS


def fit(text: str, width: int, align: Align = "left") -> str:
    """Show `text` in exactly `width` cells: cut off with `…` or padded."""
    shown = truncate(text, width)
    space = " " * (width - (len(shown) if shown.isascii() else _rich_cell_len(shown)))
    return space + shown if align == "right" else shown + space


def wrap(text: str, width: int, *, lines: int = 20) -> list[str]:
    """Break `text` at spaces, into at most `lines` pieces of at most `width` cells.

    A word that is wider than a line is cut. When not everything fits, the last line ends
    in `…`.
    """
    if width <= 0 or lines <= 0:
        return []
    room = width * lines
    words = printable(text, limit=room * _CHARS_PER_CELL + _CHARS_SPARE).split()
    wrapped: list[str] = []
    current = ""
    for at, word in enumerate(words):
        joined = f"{current} {word}" if current else word
        if cell_len(joined) <= width or not current:
            current = joined
            continue
        if len(wrapped) == lines - 1:
            current = " ".join([current, *words[at:]])
            break
        wrapped.append(truncate(current, width))
        current = word
    if current:
        wrapped.append(truncate(current, width))
    return wrapped
