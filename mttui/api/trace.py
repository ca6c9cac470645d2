"""The last requests, for the request log: what was asked, how it ended, how long it took."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

_KEPT = 500


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One try of one request. Holds no key, no query and no body."""

    number: int
    """Counts up from 1, a row's key."""
    at: datetime
    """When it was sent, by this box's clock, in UTC."""
    operation: str
    method: str
    path: str
    """Path with its values, percent-escaped."""
    attempt: int
    milliseconds: float
    status: int | None = None
    """``None`` when no answer came."""
    size: int = 0
    """Bytes of the answer's body."""
    request_id: str | None = None
    error: str = ""
    """The error in a few words; empty when it went well."""
    poll: bool = False
    """Whether a screen asked by itself rather than a person."""


class Trace:
    """A bounded record of requests.

    Args:
        keep: entries kept; older ones are dropped.
    """

    def __init__(self, keep: int = _KEPT) -> None:
        self._entries: deque[TraceEntry] = deque(maxlen=keep)
        self._listeners: list[Callable[[TraceEntry], None]] = []
        self._count = 0

    def __len__(self) -> int:
        """Return how many entries are kept."""
        return len(self._entries)

    def __iter__(self) -> Iterator[TraceEntry]:
        """Iterate from the newest to the oldest."""
        return reversed(tuple(self._entries))

    def next_number(self) -> int:
        """Return the number of the next entry."""
        self._count += 1
        return self._count

    def add(self, entry: TraceEntry) -> None:
        """Keep an entry and tell the listeners."""
        self._entries.append(entry)
        for listener in tuple(self._listeners):
            listener(entry)

    def subscribe(self, listener: Callable[[TraceEntry], None]) -> Callable[[], None]:
        """Call ``listener`` with each new entry; returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)
