"""Lines of text with a meaning: what views produce and widgets draw.

A span says what its text *means* (`Role`), never how it looks. Widgets choose the look,
and never by colour alone: a word or a glyph goes with it.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from mttui.text.cells import Align, cell_len, truncate


class Role(StrEnum):
    """What a piece of text means."""

    NORMAL = "normal"
    MUTED = "muted"
    """Labels, units and other things to look past."""
    STRONG = "strong"
    TITLE = "title"
    ACCENT = "accent"
    """The one thing to look at."""
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    ALERT = "alert"
    """Bad, and to be seen from across the room: banners."""
    KEY = "key"
    """A key to press."""
    STALE = "stale"
    """True once, perhaps not now."""
    LINK = "link"
    CHART = "chart"
    """Columns and bars that are as they should be: to be seen, not to be looked at."""
    SELECTED = "selected"
    """What the next key acts on."""


class Span(NamedTuple):
    """A piece of text with one meaning."""

    text: str
    role: Role = Role.NORMAL


Line = tuple[Span, ...]
"""One row of cells."""


def line(*parts: str | Span) -> Line:
    """Make a line of the parts; a plain string has the normal role."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def line_width(spans: Line) -> int:
    """Count the cells that the line takes when it is shown."""
    return sum(cell_len(span.text) for span in spans)


def plain(spans: Line) -> str:
    """Return the text of a line without its roles."""
    return "".join(span.text for span in spans)


def fit_line(spans: Line, width: int, align: Align = "left") -> Line:
    """Put the line in exactly `width` cells: cut off with `…` or padded with spaces."""
    fitted: list[Span] = []
    room = max(width, 0)
    for at, span in enumerate(spans):
        has_more = any(later.text for later in spans[at + 1 :])
        shown = truncate(span.text, room)
        if has_more and span.text and cell_len(span.text) == room:
            # Something follows and finds no room: this span must carry the ellipsis.
            shown = truncate(span.text + " ", room)
        if shown:
            fitted.append(Span(shown, span.role))
        room -= cell_len(shown)
        if room <= 0:
            break
    if room <= 0:
        return tuple(fitted)
    space = Span(" " * room)
    return (space, *fitted) if align == "right" else (*fitted, space)
