"""Writing drafts down while they are typed, so that no end of the program takes a sentence with it.

The screen hands over the whole text at every keystroke and never waits; a thread writes the newest
one within a quarter of a second. What the disk does not take stays in memory and is tried again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import Self

from .draft import Draft
from .drafts import Drafts
from .errors import DatabaseError

WRITE_SECONDS = 0.25
"""How long keystrokes are gathered before they are written."""

RETRY_SECONDS = 1.0
"""How long to wait after the disk took nothing."""


class _End(Enum):
    """What becomes of a draft once its text is written."""

    RELEASE = auto()
    DISCARD = auto()
    RESTORE = auto()


@dataclass(slots=True)
class _Job:
    """What is to be done about one draft: write its newest text, then the ending."""

    draft: Draft | None = None
    end: _End | None = None


class DraftWriter:
    """Writes drafts from a thread. The callbacks come on the thread that wrote, outside of any lock.

    Args:
        drafts: where they go.
        on_trouble: told once when the disk takes nothing, until it does again.
        on_recovered: told when all is written after such a time.
        on_forked: told once when another copy had taken a draft: its old id, and the new draft in which
            what is saved under the old id goes on.
        interval: seconds that keystrokes are gathered.
        retry: seconds between two tries while the disk takes nothing.
    """

    def __init__(
        self,
        drafts: Drafts,
        *,
        on_trouble: Callable[[DatabaseError], None],
        on_recovered: Callable[[], None] = lambda: None,
        on_forked: Callable[[str, Draft], None] = lambda _old, _new: None,
        interval: float = WRITE_SECONDS,
        retry: float = RETRY_SECONDS,
    ) -> None:
        self._drafts = drafts
        self._on_trouble = on_trouble
        self._on_recovered = on_recovered
        self._on_forked = on_forked
        self._interval = interval
        self._retry = retry
        self._jobs: dict[str, _Job] = {}
        # Re-entrant, both: a signal handler may call flush in the middle of any call of the same thread.
        self._more = threading.Condition(threading.RLock())
        self._writing = threading.RLock()
        self._busy = False
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._forks: set[str] = set()
        self.error: DatabaseError | None = None
        """Why the last write failed; none after one that worked."""

    def start(self) -> Self:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="mttui-drafts", daemon=True)
        self._thread.start()
        return self

    def save(self, draft: Draft) -> None:
        """Hand over a draft as it is now. Never waits for the disk. Calls off a release before it."""
        with self._more:
            job = self._jobs.setdefault(draft.id, _Job())
            job.draft = draft
            if job.end is _End.RELEASE:
                job.end = None
            self._more.notify_all()

    def release(self, draft: str) -> None:
        """Let go of a draft once its text is written; `take` it before typing on. Never waits."""
        self._end(draft, _End.RELEASE)

    def discard(self, draft: str) -> None:
        """Throw a draft away, once its text is written, so that it can be had back. Never waits."""
        self._end(draft, _End.DISCARD)

    def restore(self, draft: str) -> None:
        """Have back what was thrown away. Never waits."""
        self._end(draft, _End.RESTORE)

    @property
    def unwritten(self) -> tuple[Draft, ...]:
        """The newest text of every draft that is not on the disk yet."""
        with self._more:
            jobs = list(self._jobs.values())
        return tuple(job.draft for job in jobs if job.draft is not None and job.end is not _End.DISCARD)

    def take(self, draft: str) -> Draft | None:
        """Take a draft over, as `Drafts.take`, after what waits was written. Waits for the disk.

        Returns:
            It; its newest text from memory when the disk takes nothing.

        Raises:
            DatabaseError: it cannot be written that it is ours.
        """
        self.flush()
        with self._more:
            job = self._jobs.get(draft)
            if job is not None:
                job.end = None
                if job.draft is not None:
                    return job.draft
        return self._drafts.take(draft)

    def flush(self) -> bool:
        """Write what waits, now, on the calling thread: for SIGHUP and the end.

        Returns:
            Whether all is written; `error` says why not.
        """
        told: list[Callable[[], None]] = []
        with self._writing:
            if self._busy:  # a signal handler, in the middle of this very write
                return False
            self._busy = True
            try:
                done = self._write_all(told)
            finally:
                self._busy = False
        for tell in told:
            tell()
        return done

    def close(self) -> bool:
        """End the thread and write what is left; returns whether all is written."""
        with self._more:
            self._closing.set()
            self._more.notify_all()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        return self.flush()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        while not self._closing.is_set():
            with self._more:
                self._more.wait_for(lambda: self._jobs or self._closing.is_set())
            if not self._closing.wait(self._retry if self.error else self._interval):
                self.flush()

    def _end(self, draft: str, end: _End) -> None:
        with self._more:
            self._jobs.setdefault(draft, _Job()).end = end
            self._more.notify_all()

    def _write_all(self, told: list[Callable[[], None]]) -> bool:
        """Write each draft; what is to be told is added to `told`."""
        with self._more:
            jobs = [(name, job.draft, job.end) for name, job in self._jobs.items()]
        for name, draft, end in jobs:
            try:
                self._write(name, draft, end, told)
            except DatabaseError as err:
                if self.error is None:
                    told.append(partial(self._on_trouble, err))
                self.error = err
                return False
            self._done(name, draft, end)
        if self.error is not None:
            self.error = None
            told.append(self._on_recovered)
        return True

    def _write(
        self, name: str, draft: Draft | None, end: _End | None, told: list[Callable[[], None]]
    ) -> None:
        if draft is not None:
            kept = self._drafts.save(draft)
            if kept.id != name and name not in self._forks:
                self._forks.add(name)
                told.append(partial(self._on_forked, name, kept))
        if end is _End.RELEASE:
            self._drafts.release(name)
        elif end is _End.DISCARD:
            self._drafts.discard(name)
        elif end is _End.RESTORE:
            self._drafts.restore(name)

    def _done(self, name: str, draft: Draft | None, end: _End | None) -> None:
        """Strike a job off, unless there is more to it by now."""
        with self._more:
            job = self._jobs.get(name)
            if job is not None and job.draft is draft and job.end is end:
                del self._jobs[name]
