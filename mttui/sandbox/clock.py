"""Simulated time: real seconds scaled, plus what was stepped by hand."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Where real time comes from; a test passes its own."""

    def monotonic(self) -> float:
        """Return seconds that never go back."""

    async def sleep(self, seconds: float) -> None:
        """Wait."""


class SystemClock:
    """The machine's own clock."""

    def monotonic(self) -> float:
        """Return :func:`time.monotonic`."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait on the event loop."""
        await asyncio.sleep(seconds)


class SimClock:
    """Maps real seconds to simulated ones: ``start + elapsed * scale + steps``."""

    def __init__(self, start: float, scale: float, real: Clock) -> None:
        self._real = real
        self._scale = scale
        self._origin = real.monotonic()
        self._start = start
        self._unspent = 0.0

    def now(self) -> float:
        """Return simulated seconds since the epoch."""
        return self._start + (self._real.monotonic() - self._origin) * self._scale

    def step(self, seconds: float) -> None:
        """Move simulated time forward; the world follows with the next request.

        Raises:
            ValueError: time does not go back.
        """
        if seconds < 0:
            raise ValueError("time does not go back")
        self._start += seconds
        self._unspent += seconds

    def played(self, seconds: int) -> None:
        """Note that the world moved on by so much."""
        self._unspent = max(0.0, self._unspent - seconds)

    def limit_lead(self, reached: float, longest: float) -> None:
        """Hold time back where it ran more than ``longest`` seconds ahead of ``reached`` by itself.

        A workstation left alone for a day would otherwise come back to hours of work. What was
        stepped on purpose is always played out.
        """
        lead = self.now() - reached - self._unspent
        if lead > longest:
            self._start -= lead - longest


def iso(seconds: float) -> str:
    """Return epoch seconds as the platform writes times: ISO 8601, whole seconds, Z."""
    return datetime.fromtimestamp(int(seconds), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
