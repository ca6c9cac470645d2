"""Watches for incidents from anywhere in the program: the one thing that is polled even while frozen."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from mttui.api.models.velocity import VelocityEvent, VelocityStatus
from mttui.api.pages import Page

from .poller import Poller
from .store import Store


class Sending(StrEnum):
    """The state of sending, as far as it is known."""

    ACTIVE = "active"
    THROTTLED = "throttled"
    PAUSED = "paused"
    UNKNOWN = "unknown"

    @classmethod
    def of(cls, status: VelocityStatus | None) -> Sending:
        """Read the platform's word, whatever its case; a word nobody knows is ``UNKNOWN``."""
        word = ((status.sending_status if status else None) or "").casefold()
        return cls(word) if word in tuple(cls) else cls.UNKNOWN


def is_active(event: VelocityEvent) -> bool:
    """Whether a velocity event is still open."""
    return (event.status or "").casefold() == "active"


Listener = Callable[[tuple[VelocityEvent, ...], tuple[VelocityEvent, ...]], None]
"""Told of the events that began and of those that ended."""


class IncidentWatch:
    """Knows which velocity events are active, and tells when that changes.

    Args:
        status: the store of the sending status.
        events: the store of the velocity events.
        poller: keeps both fresh, faster while an event is active.
    """

    def __init__(
        self, status: Store[VelocityStatus], events: Store[Page[VelocityEvent]], poller: Poller
    ) -> None:
        self._status = status
        self._events = events
        self._poller = poller
        self._listeners: list[Listener] = []
        self._count: int | None = None
        self.active: tuple[VelocityEvent, ...] = ()
        """The active events, the newest first."""
        self.has_been_open = False
        """Whether an event was active at any time since the start."""

    @property
    def is_open(self) -> bool:
        """Whether any velocity event is active."""
        return bool(self.active)

    def start(self) -> None:
        """Begin to watch; ends with the poller."""
        self._status.subscribe(self._status_came)
        self._events.subscribe(self._events_came)
        self._poller.want(self._status, always=True)
        self._poller.want(self._events, always=True)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call ``listener`` when events begin or end; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _status_came(self) -> None:
        """Ask for the events as soon as the status counts another number of them."""
        status = self._status.snapshot.value
        count = status.active_events if status else None
        if count is not None and count != self._count:
            first = self._count is None
            self._count = count
            if not first or count:
                self._poller.put_out_of_date(("velocity.events",))

    def _events_came(self) -> None:
        page = self._events.snapshot.value
        if page is None or self._events.snapshot.error is not None:
            return
        now_active = tuple(event for event in page if is_active(event))
        before = {event.id: event for event in self.active}
        now = {event.id: event for event in now_active}
        began = tuple(event for event in now_active if event.id not in before)
        ended = tuple(event for event in self.active if event.id not in now)
        self.active = now_active
        self.has_been_open = self.has_been_open or self.is_open
        self._poller.hurry(self.is_open)
        if began or ended:
            for listener in tuple(self._listeners):
                listener(began, ended)
