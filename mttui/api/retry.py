"""When a request is tried again, and after how long.

The table of platform-facts, section 3, as data: 429 after ``Retry-After``, 5xx with exponential backoff,
nothing else. What is not a READ is only ever repeated with the same idempotency key, and a SEND or a
DESTROY whose first try may have been done is not repeated at all: whoever asked reads back first.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from .errors import ApiError, NoAnswer, PlatformTrouble, RateLimited, Unreachable
from .operation import Effect

_RETRIED_STATUSES = frozenset({429, 500, 502, 503, 504})


@dataclass(frozen=True)
class RetryPolicy:
    """How often and how long to wait. All times in seconds."""

    attempts: int = 3
    """Tries in all, the first included."""
    first_wait: float = 0.5
    longest_wait: float = 20.0
    longest_retry_after: float = 120.0
    """``Retry-After`` is honoured up to this; a longer one is an error to be shown."""
    rate_limit_wait: float = 2.0
    """First wait on a 429 without ``Retry-After`` (the docs say 1 to 5 s, then growing)."""

    def wait_before_next(
        self,
        error: ApiError,
        *,
        effect: Effect,
        attempt: int,
        has_idempotency_key: bool,
        rng: random.Random,
    ) -> float | None:
        """Return the seconds to wait before another try, or ``None`` to give up.

        Args:
            error: how this try ended.
            effect: what the operation does.
            attempt: number of this try, from 1.
            has_idempotency_key: whether a repetition carries the same key.
            rng: source of the jitter.
        """
        if attempt >= self.attempts or not self._may_repeat(error, effect, has_idempotency_key):
            return None
        if error.retry_after is not None:
            return error.retry_after if error.retry_after <= self.longest_retry_after else None
        first = self.rate_limit_wait if isinstance(error, RateLimited) else self.first_wait
        longest: float = min(self.longest_wait, first * 2.0 ** (attempt - 1))
        return longest * rng.uniform(0.5, 1.0)

    @staticmethod
    def _may_repeat(error: ApiError, effect: Effect, has_idempotency_key: bool) -> bool:  # noqa: FBT001
        passing = isinstance(error, Unreachable | NoAnswer) or (
            isinstance(error, RateLimited | PlatformTrouble) and error.status in _RETRIED_STATUSES
        )
        if not passing:
            return False
        if effect is Effect.READ:
            return True
        if not has_idempotency_key:
            return False
        return effect is Effect.CHANGE or not error.may_have_been_done
