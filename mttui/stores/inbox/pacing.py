"""Requests that give way to the screen: what a key has changed is drawn before anything is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

PAINTED = 0.02
"""Seconds in which a frame is drawn. Textual draws at most every 1/60 s, on the loop that requests run on;
to make a request ready takes longer than to draw what one key changes."""

QUIET = 0.06
"""Seconds after which the frame is sent as well, and the requests that follow a key are made ready."""


class Pacing:
    """Lets the next frame be drawn.

    Args:
        seconds: to give way for; 0 for none.
    """

    def __init__(self, seconds: float = PAINTED) -> None:
        self.waiting = 0
        """How many give way now."""
        self._seconds = seconds

    async def give_way(self) -> None:
        """Wait until the frame is drawn."""
        if self._seconds:
            self.waiting += 1
            try:
                await asyncio.sleep(self._seconds)
            finally:
                self.waiting -= 1

    def when_quiet(self, call: Callable[[], object]) -> Callable[[], None]:
        """Call something that nobody waits for, some time after a key; returns what calls it off."""
        waits = True

        def end() -> None:
            nonlocal waits
            self.waiting -= waits
            waits = False
            handle.cancel()

        def begin() -> None:
            end()
            call()

        handle = asyncio.get_running_loop().call_later(QUIET if self._seconds else 0, begin)
        self.waiting += 1
        return end
