"""An event loop whose time is made up: whoever sleeps is woken at once, in the right order.

When nothing can run, time jumps to the next timer. Hours take milliseconds and every run is the same as
the last one, so that thousands of them can be tried.
"""

from __future__ import annotations

import asyncio
import os
import selectors
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

T = TypeVar("T")
START = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)


class _Idle(selectors.DefaultSelector):
    """Where the loop waits for something to happen: here nothing does, and time passes instead."""

    def __init__(self) -> None:
        super().__init__()
        self.elapsed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            raise AssertionError("everybody waits, and nobody for time to pass")
        self.elapsed += max(0.0, timeout)
        return []


class VirtualLoop(asyncio.SelectorEventLoop):
    """The loop. Nothing but its own tasks may be waited for: no sockets, no threads."""

    def __init__(self) -> None:
        self._idle = _Idle()
        super().__init__(self._idle)
        self._clock_resolution = 1e-9

    def time(self) -> float:
        return self._idle.elapsed


class LoopClock:
    """The loop's time, as it is passed in.

    Args:
        rate: how fast the time of day goes beside the time by which one sleeps.
    """

    def __init__(self, rate: float = 1.0) -> None:
        self.rate = rate
        self.set_back = timedelta()
        """By how much somebody has set the time of day back."""

    def monotonic(self) -> float:
        return asyncio.get_running_loop().time()

    def now(self) -> datetime:
        return START + timedelta(seconds=self.monotonic() * self.rate) - self.set_back

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(max(0.0, seconds))


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run to the end in made-up time."""
    with asyncio.Runner(loop_factory=VirtualLoop) as runner:
        return runner.run(main)


def histories(count: int) -> range:
    """Return the numbers of the histories to play: as many, or those that ``MTTUI_HISTORIES`` names."""
    first, _, last = os.environ.get("MTTUI_HISTORIES", str(count)).rpartition("-")
    return range(int(first or 1), int(last) + 1)
