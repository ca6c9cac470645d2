"""What was done to threads and no list shows yet.

A change moves the screen at once and reaches the platform a moment later; the lists, which come in pages
that were asked for at different times, show it later still. Until a page comes that was asked for after
the platform confirmed the change, the thread is taken to be as it was made. What such a page shows is
newer than what the pages of other lists show, and is remembered for them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mttui.api.models.threads import Thread


@dataclass(frozen=True, slots=True)
class Version:
    """A thread as it was made here, or as a list showed it since."""

    thread: Thread
    settled_at: float | None = None
    """When the platform confirmed it, or was asked for it, by the clock's ``monotonic``; ``None`` while
    something is under way about it."""


class Overlay:
    """The threads that are known better than some lists know them."""

    def __init__(self) -> None:
        self.revision = 0
        """Counts up with every change."""
        self._versions: dict[str, Version] = {}
        self._held: Counter[str] = Counter()
        self._pokes: list[Callable[[], None]] = []

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` at every change; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def put(self, thread: Thread, settled_at: float | None = None) -> None:
        """Take a thread to be like this until a list that was asked for later shows otherwise.

        Args:
            thread: as it is to be shown.
            settled_at: when that was confirmed; while something is under way about it, it is not.
        """
        held = thread.id in self._held
        self._versions[thread.id] = Version(thread, None if held else settled_at)
        self._changed()

    def hold(self, thread_id: str) -> None:
        """Say that something is under way about a thread: no list knows better until it is released."""
        self._held[thread_id] += 1
        if (version := self._versions.get(thread_id)) is not None:
            self._versions[thread_id] = Version(version.thread)

    def release(self, thread_id: str, at: float) -> None:
        """Say that it has come to its end; with the last that is under way, lists asked later know better.

        Args:
            thread_id: which thread.
            at: when, by the clock's ``monotonic``.
        """
        self._held[thread_id] -= 1
        if self._held[thread_id] > 0:
            return
        del self._held[thread_id]
        if (version := self._versions.get(thread_id)) is not None:
            self.put(version.thread, at)

    def version(self, thread_id: str) -> Version | None:
        """Return what is known of a thread beside the lists."""
        return self._versions.get(thread_id)

    def __iter__(self) -> Iterator[Version]:
        """Iterate over what is known, the oldest first."""
        return iter(tuple(self._versions.values()))

    def __len__(self) -> int:
        """Count them."""
        return len(self._versions)

    def seen(self, row: Thread, asked_at: float | None) -> Thread:
        """Return a thread as it is: as a list shows it, or as it was made here since.

        Args:
            row: as the list has it.
            asked_at: when the list was asked.
        """
        version = self._versions.get(row.id)
        if version is None:
            return row
        if is_later(asked_at, version.settled_at):
            self._versions[row.id] = Version(row, asked_at)
            if row != version.thread:
                self.revision += 1  # what other lists show may be another now; this one is being drawn
            return row
        return version.thread

    def forget(self, before: float) -> None:
        """Forget what every page in memory knows, because all were asked for after a time.

        Args:
            before: the time, by the clock's ``monotonic``.
        """
        for version in self:
            if is_later(before, version.settled_at):
                del self._versions[version.thread.id]

    def _changed(self) -> None:
        self.revision += 1
        for poke in tuple(self._pokes):
            poke()


def is_later(asked_at: float | None, settled_at: float | None) -> bool:
    """Say whether what was asked for at a time must know of what was confirmed at another."""
    return asked_at is not None and settled_at is not None and asked_at > settled_at
