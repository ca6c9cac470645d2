"""Lines as Textual strips.

This is where text becomes something drawn, so every span goes through `printable` here.
"""

from __future__ import annotations

from rich.cells import cell_len as printed_cell_len
from rich.segment import Segment
from textual.strip import Strip

from mttui.text import Line, Role, fit_line, printable
from mttui.widgets.looks import Looks


def strip_of(spans: Line, width: int, looks: Looks) -> Strip:
    """Draw a line in exactly `width` cells."""
    segments = [Segment(printable(span.text), looks[span.role]) for span in spans if span.text]
    used = sum(len(text) if text.isascii() else printed_cell_len(text) for text, _, _ in segments)
    if used > width:
        cut = fit_line(spans, width)
        return Strip([Segment(span.text, looks[span.role]) for span in cut], width)
    if used < width:
        segments.append(Segment(" " * (width - used), looks[Role.NORMAL]))
    return Strip(segments, width)
