"""How a long run gets on: one line on stderr, only where somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Callable

from mttui.api.clock import Clock, SystemClock

_EVERY = 0.5
"""Seconds between two repaints."""
_WORTH_SAYING = 2.0
"""Seconds; a shorter wait needs no words."""


def say(words: str) -> None:
    """Say something to the person, on stderr."""
    from mttui.text import printable

    sys.stderr.write(f"mttui: {printable(words)}\n")
    sys.stderr.flush()


class Progress:
    """Rows, rate and time left.

    Args:
        clock: time.
        is_shown: whether stderr is a terminal.
    """

    def __init__(self, clock: Clock, *, is_shown: bool) -> None:
        self._clock = clock
        self._painted = float("-inf")
        self._width = 0
        self._latest: tuple[int, int | None] | None = None
        self.is_shown = is_shown
        self.begin(0)

    def begin(self, rows: int) -> None:
        """Begin to count, with the rows that an earlier run has written."""
        self._began = self._clock.monotonic()
        self._before = rows

    def tell(self, rows: int, total: int | None) -> None:
        """Repaint the line, unless that was done a moment ago."""
        self._latest = (rows, total)
        if self.is_shown and self._clock.monotonic() - self._painted >= _EVERY:
            self._paint()

    def _paint(self) -> None:
        if self._latest is None:
            return
        self._painted = self._clock.monotonic()
        words = self.words(*self._latest)
        sys.stderr.write(f"\r{words.ljust(self._width)}")
        sys.stderr.flush()
        self._width = len(words)

    def say(self, words: str) -> None:
        """Say something above the line."""
        is_painted = self._width > 0
        self.clear()
        say(words)
        if is_painted:
            self._paint()

    def words(self, rows: int, total: int | None) -> str:
        """Return the line: ``12,300 of 100,000 rows  1,230/s  1m 11s left``."""
        from mttui.text import count, duration

        elapsed = self._clock.monotonic() - self._began
        rate = (rows - self._before) / elapsed if elapsed > 0 else 0.0
        of_all = f" of {count(total)}" if total is not None else ""
        words = f"{count(rows)}{of_all} rows  {count(rate)}/s"
        if total is not None and rate > 0 and total > rows:
            words += f"  {duration((total - rows) / rate)} left"
        return words

    def clear(self) -> None:
        """Take the line away."""
        if self._width:
            sys.stderr.write(f"\r{' ' * self._width}\r")
            sys.stderr.flush()
            self._width = 0


class TellingClock(SystemClock):
    """The clock of this box, which says when it has to wait for long.

    Args:
        why: says what the wait is for, as ``429 RATE_LIMITED``.
        tell: takes the words.
    """

    def __init__(self, *, why: Callable[[], str], tell: Callable[[str], None]) -> None:
        self._why = why
        self._tell = tell

    async def sleep(self, seconds: float) -> None:
        """Wait, and say so."""
        if seconds >= _WORTH_SAYING:
            self._tell(f"{self._why() or 'too many requests'}: waiting {seconds:.0f} s before the next try.")
        await super().sleep(seconds)
