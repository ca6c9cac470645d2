"""Requests that give way to the screen: what a key has changed is drawn before anything is asked."""

from __future__ import annotations

import asyncio

PAINTED = 0.02
"""Seconds in which a frame is drawn. Textual draws at most every 1/60 s, on the loop that requests run on;
to make a request ready takes longer than to draw what one key changes."""


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
