"""A clock that stands still until the test moves it, and wakes sleepers in their order."""

from __future__ import annotations

import asyncio
import heapq
import itertools
from datetime import UTC, datetime, timedelta

START = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)
_SETTLING_TURNS = 50


async def settle() -> None:
    """Let every task that can run do so."""
    for _ in range(_SETTLING_TURNS):
        await asyncio.sleep(0)


class SteppedClock:
    """Time that moves only by :meth:`advance`."""

    def __init__(self, start: datetime = START) -> None:
        self._start = start
        self._elapsed = 0.0
        self._order = itertools.count()
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []

    def monotonic(self) -> float:
        return self._elapsed

    def now(self) -> datetime:
        return self._start + timedelta(seconds=self._elapsed)

    async def sleep(self, seconds: float) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._elapsed + seconds, next(self._order), future))
        await future

    async def settle(self) -> None:
        """Let everything that time set going come to rest, before time moves on."""
        await settle()

    async def advance(self, seconds: float) -> None:
        """Move on, waking each sleeper at its own time."""
        until = self._elapsed + seconds
        await self.settle()
        while self._sleepers and self._sleepers[0][0] <= until:
            at, _, future = heapq.heappop(self._sleepers)
            if not future.done():
                self._elapsed = max(self._elapsed, at)
                future.set_result(None)
                await self.settle()
        self._elapsed = until
        await self.settle()
