"""Charts made of characters: trends over time and bars.

Colour is never the only sign: a column that is above the threshold stands above its line.
Time is cut into columns on a fixed grid, and scales are round numbers, so that a chart
which is drawn again a moment later differs in few cells.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from statistics import median

from mttui.text.cells import cell_len, fit
from mttui.text.line import Line, Role, Span

Sample = tuple[float, float]
"""Time in seconds, and the value at that time."""

_Bar = tuple[int, bool]
"""A column: eighths of a row that it fills, and whether it is above the threshold."""

_UNKNOWN: _Bar = (-1, False)
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_ASCII_EIGHTHS = " .:-==+##"
_BAR_EIGHTHS = " ▏▎▍▌▋▊▉█"
_STEPS = 8
_NICE = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)
_HOLD_SPACINGS = 2.5


def nice_ceiling(value: float) -> float:
    """Find the next round number that is not below `value`, for the top of a scale."""
    if value <= 0 or not math.isfinite(value):
        return 1.0
    power: float = 10.0 ** math.floor(math.log10(value))
    return next((nice * power for nice in _NICE if nice * power >= value * (1 - 1e-9)), 10 * power)


def trend(
    samples: Sequence[Sample],
    *,
    width: int,
    height: int,
    start: float,
    end: float,
    threshold: float | None = None,
    label: str = "",
    low: float = 0.0,
    high: float | None = None,
    hold: float | None = None,
    ascii_only: bool = False,
) -> list[Line]:
    """Draw a trend in exactly `width` by `height` cells, the newest at the right.

    Of several samples in a column the highest counts. What is above the threshold stands
    above its line and has the role BAD, the rest CHART; a zero is a `_`, and where nothing is known nothing
    is drawn.

    Args:
        samples: In order of time.
        width: Cells, with the label.
        height: Lines; eight levels each.
        start: Time of the left edge in seconds.
        end: Time of the right edge in seconds.
        threshold: Drawn as a line at its height; values strictly above it are bad.
        label: Says what the line means, to the right of it.
        low: Value at the bottom.
        high: Value at the top; without it a round number above everything there is.
        hold: Seconds that a sample stands for when none follows; without it, two and a half
            times the usual distance of the samples.
        ascii_only: For terminals without Unicode.
    """
    label_width = cell_len(label) + 1 if label and threshold is not None else 0
    columns = max(width - label_width, 0)
    values = _by_column(samples, columns, start, end, hold)
    scale = _scale(values, height, threshold, low, high)
    bars = tuple(
        _UNKNOWN if value is None else (scale.level(value), scale.is_above(value)) for value in values
    )
    rows = [_row(bars, scale.threshold_row, row, ascii_only) for row in reversed(range(height))]
    if not label_width:
        return rows
    labelled = height - 1 - scale.threshold_row
    return [
        (*row, Span(" " + label, Role.MUTED) if at == labelled else Span(" " * label_width))
        for at, row in enumerate(rows)
    ]


def _by_column(
    samples: Sequence[Sample], columns: int, start: float, end: float, hold: float | None
) -> list[float | None]:
    if not columns or end <= start:
        return [None] * columns
    step = (end - start) / columns
    # The right edge lies on a multiple of the step, or every column would change each time.
    first = math.ceil(end / step - 1e-9) - columns
    highest: list[float | None] = [None] * columns
    for at, value in samples:
        column = min(math.floor(at / step), first + columns - 1) - first
        if math.isfinite(value) and 0 <= column < columns:
            before = highest[column]
            highest[column] = value if before is None else max(before, value)
    return _held(highest, _spacing(samples) if hold is None else hold, step)


def _spacing(samples: Sequence[Sample]) -> float:
    gaps = [later[0] - earlier[0] for earlier, later in pairwise(samples)]
    return _HOLD_SPACINGS * median(gaps) if gaps else 0.0


def _held(values: list[float | None], hold: float, step: float) -> list[float | None]:
    held: list[float | None] = []
    last, age = None, 0.0
    for value in values:
        last, age = (last, age + step) if value is None else (value, 0.0)
        held.append(last if age <= hold else None)
    return held


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    levels: int
    threshold: float | None
    threshold_level: int

    @property
    def threshold_row(self) -> int:
        """The row, from the bottom, that the line is drawn in; -1 for none."""
        if self.threshold is None:
            return -1
        return min(self.threshold_level, self.levels - 1) // _STEPS

    def is_above(self, value: float) -> bool:
        return self.threshold is not None and value > self.threshold

    def level(self, value: float) -> int:
        """Eighths of a row that the value fills; rounding never crosses the threshold."""
        share = (value - self.low) / (self.high - self.low)
        level = round(min(max(share, 0.0), 1.0) * self.levels)
        if value > self.low:
            level = max(level, 1)
        if self.threshold is None:
            return level
        if self.is_above(value):
            return min(max(level, self.threshold_level + 1), self.levels)
        return min(level, self.threshold_level)


def _scale(
    values: Sequence[float | None],
    height: int,
    threshold: float | None,
    low: float,
    high: float | None,
) -> _Scale:
    known = [value for value in values if value is not None]
    top = max(known, default=low)
    levels = height * _STEPS
    if threshold is None or threshold <= low:
        high = high if high is not None else low + nice_ceiling(top - low)
        return _Scale(low, max(high, low + 1e-9), levels, threshold, 0)
    if high is None:
        high = _top_for_threshold(top, height, threshold, low)
    level = round((threshold - low) / (high - low) * levels)
    return _Scale(low, high, levels, threshold, min(max(level, 1), levels))


def _top_for_threshold(top: float, height: int, threshold: float, low: float) -> float:
    """Put the threshold between two rows: what stands in the rows above it is above it."""
    for row in range(height - 1, 0, -1):
        if (high := low + (threshold - low) * height / row) >= top:
            return high
    return low + nice_ceiling(max(top - low, (threshold - low) * 1.5))


@lru_cache(maxsize=512)
def _row(bars: tuple[_Bar, ...], threshold_row: int, row: int, ascii_only: bool) -> Line:  # noqa: FBT001 (private)
    blocks = _ASCII_EIGHTHS if ascii_only else _EIGHTHS
    dash = "-" if ascii_only else "┄"
    empty = (dash, Role.WARN) if row == threshold_row else (" ", Role.NORMAL)
    zero = ("_", Role.MUTED) if row == 0 and row != threshold_row else empty
    below = row * _STEPS
    cells = [
        (blocks[min(level - below, _STEPS)], Role.BAD if is_above else Role.CHART)
        if level > below
        else zero
        if level == 0
        else empty
        for level, is_above in bars
    ]
    return tuple(
        Span("".join(char for char, _ in same), role)
        for role, same in ((role, list(run)) for role, run in groupby(cells, lambda cell: cell[1]))
    )


def bar(
    value: float | None,
    maximum: float,
    width: int,
    *,
    role: Role = Role.CHART,
    ascii_only: bool = False,
) -> Line:
    """Draw how much of `maximum` a value is, in `width` cells; more than all ends in `»`."""
    empty = "." if ascii_only else "·"
    if width <= 0:
        return ()
    if value is None or not math.isfinite(value) or maximum <= 0:
        return (Span(fit("?", width), Role.MUTED),)
    eighths = round(min(max(value / maximum, 0.0), 1.0) * width * _STEPS)
    if ascii_only:
        shown = "#" * round(eighths / _STEPS)
    else:
        whole, rest = divmod(eighths, _STEPS)
        shown = "█" * whole + (_BAR_EIGHTHS[rest] if rest else "")
    if value > maximum:
        shown = shown[: width - 1] + ("»" if not ascii_only else ">")
    return tuple(
        span for span in (Span(shown, role), Span(empty * (width - len(shown)), Role.MUTED)) if span.text
    )
