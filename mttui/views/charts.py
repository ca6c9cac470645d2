"""The trend lines of the panels: the last minutes of a series, as long as there is something to show."""

from __future__ import annotations

import math
from typing import Any

from mttui.stores.platform import PlatformStores
from mttui.stores.store import Store
from mttui.text import Line, Role, Span, line, trend

TALLEST = 8
"""Lines that a chart of a panel takes at most: a taller one says no more."""
_SPANS = (60.0, 120.0, 300.0, 600.0)
"""Seconds that a chart may show: steps, so that it does not change its scale with every sample."""

_MOVES_EVERY = 10.0
"""Seconds. A chart that moves on draws itself anew, which is bytes over the wire."""


def recent(
    stores: PlatformStores,
    series: str,
    width: int,
    height: int,
    *,
    every: float,
    threshold: float | None = None,
    low: float = 0.0,
    high: float | None = None,
) -> list[Line]:
    """Draw up to ten minutes of a series.

    Args:
        stores: where the samples are.
        series: name of the series.
        width: cells.
        height: lines.
        every: seconds between two samples on a calm platform; a gap is what lasts longer than two.
        threshold: the rule's line, drawn in and labelled.
        low: value at the bottom.
        high: value at the top; a round number above everything when left out.
    """
    if height < 1:
        return []
    samples = stores.trends.last_ten_minutes(series)
    if not samples:
        return [line(Span("no samples yet", Role.MUTED))]
    now = math.ceil(stores.clock.now().timestamp() / _MOVES_EVERY) * _MOVES_EVERY
    known = now - samples[0][0]
    span = next((each for each in _SPANS if each >= known), _SPANS[-1])
    label = "" if threshold is None else f"{threshold:g}"
    return trend(
        samples,
        width=width,
        height=height,
        start=now - span,
        end=now,
        threshold=threshold,
        label=label,
        low=low,
        high=high,
        hold=2 * every + 1,
    )


def waiting(store: Store[Any]) -> Line:
    """Say that data is on its way, or that there is none."""
    if store.snapshot.error is not None:
        return line(Span("no data yet", Role.MUTED))
    return line(Span("asking …", Role.MUTED))
