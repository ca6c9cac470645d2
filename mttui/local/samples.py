"""The samples behind the trend lines, so that a restart does not begin with an empty chart."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, Self

from .database import Database
from .errors import DatabaseError

KEEP = timedelta(hours=48)
"""How long a sample is kept."""


class Sample(NamedTuple):
    """One figure at one time."""

    profile: str
    series: str
    """Which figure: `velocity.rule_001`, `queue.pending`."""

    at: datetime
    value: float


class Samples:
    """Samples in the state file. Calls wait for the disk: see `SampleWriter` for the event loop."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, profile: str, series: str, at: datetime, value: float) -> None:
        """Keep one sample; one of the same series and time is replaced."""
        self.add_many([Sample(profile, series, at, value)])

    def add_many(self, samples: Iterable[Sample]) -> None:
        """Keep samples, in one write. What is not a finite number is left out: no chart shows it."""
        rows = [
            (sample.profile, sample.series, _seconds(sample.at), float(sample.value))
            for sample in samples
            if math.isfinite(sample.value)
        ]
        with self._database.transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO samples VALUES (?, ?, ?, ?)", rows)

    def since(self, profile: str, series: str, at: datetime) -> list[tuple[datetime, float]]:
        """The samples of a series from `at` on, oldest first, times in UTC."""
        rows = self._database.query(
            "SELECT at, value FROM samples WHERE profile = ? AND series = ? AND at >= ? ORDER BY at",
            (profile, series, _seconds(at)),
        )
        return [(datetime.fromtimestamp(row["at"], UTC), row["value"]) for row in rows]

    def prune(self, now: datetime) -> int:
        """Drop what is older than 48 hours; returns how many went."""
        with self._database.transaction() as connection:
            before = _seconds(now - KEEP)
            return connection.execute("DELETE FROM samples WHERE at < ?", (before,)).rowcount


class SampleWriter:
    """Writes samples from a thread, a few seconds at a time, so that the screen never waits.

    `add` may be called from the event loop: it only appends to a queue. `close` writes what is left.
    When the disk fails the samples are kept for the next try, the oldest going first past `limit`,
    and `error` says so.

    Args:
        samples: where they go.
        interval: seconds between two writes.
        limit: how many samples wait at most.
        now: the time by which old samples go; not that of the samples, which may be simulated.
    """

    def __init__(
        self,
        samples: Samples,
        *,
        interval: float = 5.0,
        limit: int = 20_000,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._samples = samples
        self._interval = interval
        self._now = now
        self._waiting: deque[Sample] = deque(maxlen=limit)
        self._guard = threading.Lock()
        self._writing = threading.Lock()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._pruned: datetime | None = None
        self.error: DatabaseError | None = None
        """Why the last write failed; none after one that worked."""

    def start(self) -> Self:
        """Start the thread."""
        self._thread = threading.Thread(target=self._run, name="mttui-samples", daemon=True)
        self._thread.start()
        return self

    def add(self, profile: str, series: str, at: datetime, value: float) -> None:
        """Hand over one sample. Never waits for the disk."""
        with self._guard:
            self._waiting.append(Sample(profile, series, at, value))

    def flush(self) -> None:
        """Write what waits, now, on the calling thread. A failure is kept in `error`."""
        with self._writing:
            with self._guard:
                batch = list(self._waiting)
                self._waiting.clear()
            if not batch:
                return
            try:
                self._samples.add_many(batch)
                self._prune(self._now())
            except DatabaseError as err:
                self.error = err
                self._put_back(batch)
            else:
                self.error = None

    def close(self) -> None:
        """Write what is left and end the thread."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.flush()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.close()

    def _run(self) -> None:
        while not self._stop.wait(self._interval):
            self.flush()

    def _prune(self, now: datetime) -> None:
        if self._pruned is None or now - self._pruned >= timedelta(hours=1):
            self._samples.prune(now)
            self._pruned = now

    def _put_back(self, batch: list[Sample]) -> None:
        with self._guard:
            newer = list(self._waiting)
            self._waiting.clear()
            self._waiting.extend(batch)
            self._waiting.extend(newer)


def _seconds(at: datetime) -> float:
    if at.tzinfo is None:
        raise ValueError("the time of a sample needs its time zone")
    return at.timestamp()
