"""A store: the last good data of one question to the platform, its age, and what went wrong since.

Stores are plain Python. Whoever shows them subscribes to a poke, which says only that something is new,
and pulls the frozen :class:`Snapshot` when it next draws.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from mttui.api.errors import ApiError

T = TypeVar("T")

STALE_AFTER_INTERVALS = 2
"""Data older than this many of its intervals is stale (design: ages)."""


@dataclass(frozen=True, slots=True)
class Snapshot(Generic[T]):
    """What is known at one moment."""

    value: T | None = None
    """The last good data; ``None`` before the first answer."""
    at: float | None = None
    """When it was fetched, in seconds of the clock's ``monotonic``."""
    error: ApiError | None = None
    """Why the last refresh failed; ``None`` when it went well."""
    revision: int = 0
    """Counts up with every change, so that comparing is cheap."""
    interval: float = 0.0
    """Seconds between refreshes as they are meant to be."""

    def age(self, now: float) -> float | None:
        """Return the seconds since the data was fetched, or ``None`` where there is none."""
        return None if self.at is None else max(0.0, now - self.at)

    def is_stale(self, now: float) -> bool:
        """Whether the data is older than twice its interval."""
        age = self.age(now)
        return age is not None and age > STALE_AFTER_INTERVALS * self.interval


class Store(Generic[T]):
    """One question to the platform, asked again and again.

    Args:
        name: for logs and tests, as ``velocity.status``.
        fetch: asks the platform.
        interval: seconds between two questions on a calm platform.
        incident_interval: the same while an incident is open; as ``interval`` when left out.
        topics: resource ids that, when changed, put this data out of date.
    """

    def __init__(
        self,
        name: str,
        fetch: Callable[[], Awaitable[T]],
        *,
        interval: float,
        incident_interval: float | None = None,
        topics: tuple[str, ...] = (),
    ) -> None:
        self.name = name
        self.fetch = fetch
        self.interval = interval
        self.incident_interval = incident_interval or interval
        self.topics = topics
        self.snapshot: Snapshot[T] = Snapshot(interval=interval)
        self._pokes: list[Callable[[], None]] = []

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever there is a new snapshot; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def replace(self, value: T, at: float) -> None:
        """Take in good data fetched at ``at``."""
        self._put(replace(self.snapshot, value=value, at=at, error=None))

    def fail(self, error: ApiError) -> None:
        """Note that a refresh failed; the last good data stays."""
        self._put(replace(self.snapshot, error=error))

    def keep_pace(self, interval: float) -> None:
        """Say how often it is refreshed from now on, which decides when it is stale."""
        if interval != self.snapshot.interval:
            self.snapshot = replace(self.snapshot, interval=interval)

    def _put(self, snapshot: Snapshot[T]) -> None:
        self.snapshot = replace(snapshot, revision=snapshot.revision + 1)
        for poke in tuple(self._pokes):
            poke()


def concerns(topics: Iterable[str], changed: Iterable[str]) -> bool:
    """Say whether a change of some resources puts data about others out of date: those within, and around.

    Args:
        topics: ids of the resources that the data is about.
        changed: ids of the resources that have changed.
    """
    return any(
        topic == change or topic.startswith(f"{change}.") or change.startswith(f"{topic}.")
        for topic in topics
        for change in changed
    )
