"""Ranges as monitoring plugins write them: when a figure is a reason to alert.

``10`` alerts outside 0 to 10, ``10:`` below 10, ``~:10`` above 10, ``10:20`` outside, ``@10:20`` within
(monitoring-plugins.org, development guidelines, "Threshold and Ranges").
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_NUMBER = r"-?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"(@?)(?:(~|{_NUMBER})?:)?({_NUMBER})?")


@dataclass(frozen=True, slots=True)
class Range:
    """A range; a figure outside it alerts, or within it where ``inverted``."""

    text: str
    """As it was written; goes into the performance data."""
    low: float
    high: float
    inverted: bool = False

    def alerts(self, value: float) -> bool:
        """Whether a figure is a reason to alert."""
        return (self.low <= value <= self.high) is self.inverted


def range_of(text: str) -> Range:
    """Read a range.

    Raises:
        ValueError: it is none.
    """
    match = _RANGE.fullmatch(text)
    if match is None or not text.strip("@:~"):
        raise ValueError(f"{text!r} is no range: write 10, 10:, ~:10, 10:20 or @10:20")
    at, start, end = match.groups()
    low = -math.inf if start == "~" else float(start or 0)
    high = math.inf if end is None else float(end)
    if low > high:
        raise ValueError(f"{text!r} begins above its end")
    return Range(text, low, high, inverted=bool(at))
