"""Response clocks: by when the person who wrote is to have an answer.

The first clock runs from the first message to the first answer, the next one from each message that
comes after an answer. Where the platform does not say since when somebody waits, a thread with nothing
but inbound mail waits since it began, and of the others nothing is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from mttui.api.models.threads import Thread
from mttui.local.response_log import Turn

from .splits import CLOSED, Split, status_of

_INBOUND = "inbound"


@dataclass(frozen=True, slots=True)
class ResponseClock:
    """Somebody waits for an answer."""

    turn: Turn
    asked_at: datetime
    """Since when they wait."""
    target: timedelta

    @property
    def due_at(self) -> datetime:
        """By when they are to be answered."""
        return self.asked_at + self.target

    def left(self, now: datetime) -> timedelta:
        """Return the time that is left; below zero once it is over."""
        return self.due_at - now


def clock_of(thread: Thread, split: Split) -> ResponseClock | None:
    """Return the clock that runs for a thread; ``None`` when nobody waits, or it is not known since when."""
    if status_of(thread) == CLOSED:
        return None
    only_inbound = (thread.direction or "").casefold() == _INBOUND
    asked_at = thread.waiting_since or (thread.created_at if only_inbound else None)
    if asked_at is None:
        return None
    is_first = thread.first_response_at is None and (only_inbound or thread.last_outbound_at is None)
    return ResponseClock(
        Turn.FIRST if is_first else Turn.NEXT, asked_at, split.first if is_first else split.next
    )
