"""A clock that sleeping moves: waits take no time and can be read off afterwards."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)


class FakeClock:
    """Time that moves by :meth:`sleep` and :meth:`advance` only.

    Sleepers that overlap each move time to where they wake at the earliest; a test that needs them in
    the exact order of their ends uses ``SteppedClock``.
    """

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._elapsed = 0.0
        self.slept: list[float] = []
        """Every wait asked for, in seconds."""

    def monotonic(self) -> float:
        return self._elapsed

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        until = self._elapsed + seconds
        await asyncio.sleep(0)
        self._elapsed = max(self._elapsed, until)

    def advance(self, seconds: float) -> None:
        """Move on without anybody sleeping."""
        self._elapsed += seconds
