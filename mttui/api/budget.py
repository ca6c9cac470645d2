"""The request budget: so many requests a minute for all of mttui.

The account's rate limit is shared with production, so mttui takes a small, known part of it. Requests of
the person at the keyboard go first: polls may use only what leaves room for them, and wait behind them.
"""

from __future__ import annotations

import enum
from collections import deque

from .clock import Clock

_WINDOW = 60.0


class Priority(enum.IntEnum):
    """Who asks."""

    INTERACTIVE = 0
    """Somebody pressed a key and waits."""
    WATCH = 1
    """The watch on incidents keeps itself fresh: as a poll, but never behind those of screens."""
    POLL = 2
    """A screen keeps itself fresh."""


class RequestBudget:
    """A sliding window of one minute, shared by all callers of a client.

    Args:
        per_minute: requests in any 60 s.
        clock: time and waiting.
        reserve: part of the budget (0 to 1) that the polls of screens may not use.

    Raises:
        ValueError: the budget is less than one request a minute.
    """

    def __init__(self, per_minute: int, *, clock: Clock, reserve: float = 0.2) -> None:
        if per_minute < 1:
            raise ValueError("the request budget must be at least 1 a minute")
        self._limit = per_minute
        self._limit_before = per_minute
        self._lowered_at = -_WINDOW
        self._clock = clock
        self._reserve = reserve
        self._spent: deque[float] = deque()
        self._waiting_interactive = 0
        self._blocked_until = 0.0

    @property
    def per_minute(self) -> int:
        """Requests in any 60 s.

        A lower limit takes a minute to come: until then the requests that were spent under the higher
        one would leave nothing for anybody.
        """
        is_easing = self._clock.monotonic() < self._lowered_at + _WINDOW
        return max(self._limit, self._limit_before) if is_easing else self._limit

    @per_minute.setter
    def per_minute(self, limit: int) -> None:
        if limit < self.per_minute:
            self._limit_before, self._lowered_at = self.per_minute, self._clock.monotonic()
        self._limit = limit

    @property
    def used(self) -> int:
        """Requests in the last 60 s."""
        self._forget_old()
        return len(self._spent)

    @property
    def blocked_for(self) -> float:
        """Seconds until the platform takes requests again after a 429; 0 when it does."""
        return max(0.0, self._blocked_until - self._clock.monotonic())

    def block(self, seconds: float) -> None:
        """Hold all requests back for a while, as a 429 asks for."""
        self._blocked_until = max(self._blocked_until, self._clock.monotonic() + seconds)

    async def acquire(self, priority: Priority) -> None:
        """Wait until a request may be sent, and count it."""
        if priority is Priority.INTERACTIVE:
            self._waiting_interactive += 1
            try:
                await self._wait_for_room(priority)
            finally:
                self._waiting_interactive -= 1
        else:
            await self._wait_for_room(priority)
        self._spent.append(self._clock.monotonic())

    async def _wait_for_room(self, priority: Priority) -> None:
        while (wait := self.wait_for(priority)) > 0:
            await self._clock.sleep(wait)

    def share_of(self, priority: Priority) -> int:
        """Return the requests in any 60 s that callers of a priority may use, at least one."""
        limit = self.per_minute
        return max(1, int(limit * (1 - self._reserve))) if priority is Priority.POLL else limit

    def wait_for(self, priority: Priority) -> float:
        """Return seconds until it is worth looking again; 0 when there is room now."""
        if self.blocked_for:
            return self.blocked_for
        self._forget_old()
        if priority is not Priority.INTERACTIVE and self._waiting_interactive:
            return 0.05
        limit = self.share_of(priority)
        if len(self._spent) < limit:
            return 0.0
        oldest_in_the_way = self._spent[len(self._spent) - limit]
        return max(0.01, oldest_in_the_way + _WINDOW - self._clock.monotonic())

    def _forget_old(self) -> None:
        horizon = self._clock.monotonic() - _WINDOW
        while self._spent and self._spent[0] <= horizon:
            self._spent.popleft()
