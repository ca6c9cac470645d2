"""The samples behind the trend lines: ten minutes in memory, and on disk for the next start."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from mttui.api.clock import Clock

KEPT = timedelta(minutes=10)
"""How far back a trend line goes."""

_SHORTEST_SLOPE = 10.0
"""Seconds of samples that a slope needs to mean anything."""

Sample = tuple[float, float]
"""Unix seconds by this box's clock, and the value."""


class SampleKeeper(Protocol):
    """What keeps samples over a restart; ``local/samples.py`` is one."""

    def add(self, series: str, at: float, value: float) -> None:
        """Keep one sample; must not block."""

    def since(self, series: str, at: float) -> Iterable[Sample]:
        """Return the samples of a series from ``at`` on, oldest first."""


class Trends:
    """Series of samples by name.

    Args:
        clock: the time of a sample.
        keeper: keeps them over a restart; ``None`` keeps them in memory only.
    """

    def __init__(self, *, clock: Clock, keeper: SampleKeeper | None = None) -> None:
        self._clock = clock
        self._keeper = keeper
        self._series: dict[str, deque[Sample]] = {}

    def record(self, series: str, value: float | None) -> None:
        """Add a sample of now; ``None`` is no sample."""
        if value is None:
            return
        at = self._clock.now().timestamp()
        samples = self._samples(series)
        samples.append((at, float(value)))
        if self._keeper is not None:
            self._keeper.add(series, at, float(value))

    def last_ten_minutes(self, series: str) -> tuple[Sample, ...]:
        """Return the samples of the last ten minutes, oldest first."""
        samples = self._samples(series)
        horizon = self._clock.now().timestamp() - KEPT.total_seconds()
        while samples and samples[0][0] < horizon:
            samples.popleft()
        return tuple(samples)

    def _samples(self, series: str) -> deque[Sample]:
        if series not in self._series:
            horizon = self._clock.now().timestamp() - KEPT.total_seconds()
            kept = self._keeper.since(series, horizon) if self._keeper else ()
            self._series[series] = deque(kept)
        return self._series[series]


def slope_per_minute(samples: Iterable[Sample], *, over: float = 120.0) -> float | None:
    """Return how fast a series rises, in its unit a minute, by its last ``over`` seconds.

    ``None`` when the samples span less than ten seconds.
    """
    rows = list(samples)
    if not rows:
        return None
    recent = [row for row in rows if row[0] >= rows[-1][0] - over]
    span = recent[-1][0] - recent[0][0]
    if span < _SHORTEST_SLOPE:
        return None
    return (recent[-1][1] - recent[0][1]) / span * 60
