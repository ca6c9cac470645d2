"""The only door for text we did not write, and the words for figures.

Nothing in here knows Textual or the rest of mttui.
"""

from __future__ import annotations

from mttui.text.cells import Align, cell_len, fit, truncate, wrap
from mttui.text.chart import Sample, bar, trend
from mttui.text.figures import (
    UNKNOWN,
    ago,
    clock_local,
    clock_utc,
    count,
    duration,
    percent,
    plural,
    short,
    size,
    stamp,
)
from mttui.text.line import Line, Role, Span, fit_line, line, line_width, plain
from mttui.text.sanitise import ELLIPSIS, printable

__all__ = [
    "ELLIPSIS",
    "UNKNOWN",
    "Align",
    "Line",
    "Role",
    "Sample",
    "Span",
    "ago",
    "bar",
    "cell_len",
    "clock_local",
    "clock_utc",
    "count",
    "duration",
    "fit",
    "fit_line",
    "line",
    "line_width",
    "percent",
    "plain",
    "plural",
    "printable",
    "short",
    "size",
    "stamp",
    "trend",
    "truncate",
    "wrap",
]
