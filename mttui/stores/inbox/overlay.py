"""What was done to threads and no list shows yet.

A change moves the screen at once and reaches the platform a moment later; the lists, which come in pages
that were asked for at different times, show it later still. Until a page comes that was asked for after
the platform confirmed the change, the thread is taken to be as it was made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mttui.api.models.threads import Thread


@dataclass(frozen=True, slots=True)
class Version:
    """A thread as it was made here."""

    thread: Thread
    settled_at: float | None = None
    """When the platform confirmed it, by the clock's ``monotonic``; ``None`` while it has not."""


class Overlay:
    """The threads that are known better than the lists know them."""

    def __init__(self) -> None:
        self.revision = 0
        """Counts up with every change."""
        self._versions: dict[str, Version] = {}
        self._pokes: list[Callable[[], None]] = []

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` at every change; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def put(self, thread: Thread, settled_at: float | None = None) -> None:
        """Take a thread to be like this until a list that was asked for later shows otherwise."""
        self._versions[thread.id] = Version(thread, settled_at)
        self._changed()

    def drop(self, thread_id: str) -> None:
        """Believe the lists again."""
        if self._versions.pop(thread_id, None) is not None:
            self._changed()

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
            del self._versions[row.id]
            return row
        return version.thread

    def _changed(self) -> None:
        self.revision += 1
        for poke in tuple(self._pokes):
            poke()


def is_later(asked_at: float | None, settled_at: float | None) -> bool:
    """Say whether what was asked for at a time must know of what was confirmed at another."""
    return asked_at is not None and settled_at is not None and asked_at > settled_at
