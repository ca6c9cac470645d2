"""The account's request limit: so many a real minute."""

from __future__ import annotations

from math import ceil

from ..clock import Clock
from .reply import Refusal

REPORTED = 1000
"""Requests a minute that the quota names when nothing is enforced."""
MINUTE = 60.0


class RateLimit:
    """Counts requests by the minute, and refuses those above the limit."""

    def __init__(self, per_minute: int | None, clock: Clock) -> None:
        self._enforced = per_minute
        self._clock = clock
        self._since = clock.monotonic()
        self.used = 0

    @property
    def limit(self) -> int:
        """Requests a minute."""
        return self._enforced or REPORTED

    @property
    def resets_in(self) -> float:
        """Seconds until counting begins anew."""
        return max(0.0, self._since + MINUTE - self._clock.monotonic())

    def count(self) -> None:
        """Count one request.

        Raises:
            Refusal: 429 with ``Retry-After`` when the minute's requests are used up.
        """
        if self.resets_in == 0:
            self._since, self.used = self._clock.monotonic(), 0
        if self._enforced is not None and self.used >= self._enforced:
            wait = str(max(1, ceil(self.resets_in)))
            raise Refusal(429, "RATE_LIMITED", "too many requests", {"Retry-After": wait})
        self.used += 1
