from __future__ import annotations

import math
import threading
from datetime import UTC, datetime, timedelta

import pytest

from mttui.local.database import Database
from mttui.local.samples import Sample, Samples, SampleWriter

AT = datetime(2026, 3, 1, 2, 40, 0, 123_457, tzinfo=UTC)
NEVER = 3600.0


def at(seconds: float) -> datetime:
    return AT + timedelta(seconds=seconds)


@pytest.fixture
def samples(database: Database) -> Samples:
    return Samples(database)


def test_a_series_comes_back_in_order(samples: Samples) -> None:
    samples.add("live", "rate", at(10), 5.2)
    samples.add("live", "rate", at(0), 1.0)
    samples.add("live", "pending", at(5), 99)
    samples.add("staging", "rate", at(5), 7)
    assert samples.since("live", "rate", at(0)) == [(at(0), 1.0), (at(10), 5.2)]
    assert samples.since("live", "rate", at(1)) == [(at(10), 5.2)]
    assert samples.since("live", "nothing", at(0)) == []


def test_the_same_moment_is_replaced_and_what_is_no_number_left_out(samples: Samples) -> None:
    samples.add_many(
        [Sample("p", "s", AT, 1), Sample("p", "s", AT, 2)]
        + [Sample("p", "s", at(n), value) for n, value in ((1, math.nan), (2, math.inf))]
    )
    assert samples.since("p", "s", AT) == [(AT, 2.0)]


def test_a_time_without_a_zone_is_refused(samples: Samples) -> None:
    with pytest.raises(ValueError, match="time zone"):
        samples.add("p", "s", AT.replace(tzinfo=None), 1)


def test_old_samples_go(samples: Samples) -> None:
    for hours in (0, 1, 50):
        samples.add("p", "s", AT + timedelta(hours=hours), hours)
    assert samples.prune(AT + timedelta(hours=49)) == 1
    assert [value for _, value in samples.since("p", "s", AT)] == [1.0, 50.0]


def writer(samples: Samples, *, limit: int = 100, interval: float = NEVER) -> SampleWriter:
    return SampleWriter(samples, interval=interval, limit=limit, now=lambda: AT)


def test_the_writer_loses_nothing_at_close(samples: Samples) -> None:
    with writer(samples, limit=1000) as waiting:
        for n in range(500):
            waiting.add("p", "s", at(n), n)
        assert samples.since("p", "s", AT) == []
    assert [value for _, value in samples.since("p", "s", AT)] == [float(n) for n in range(500)]


def test_the_writer_writes_by_itself(samples: Samples) -> None:
    written = threading.Event()

    class Telling(Samples):
        def add_many(self, samples: object) -> None:
            super().add_many(samples)  # type: ignore[arg-type] # passed on as it came
            written.set()

    with writer(Telling(samples._database), interval=0.01) as waiting:
        waiting.add("p", "s", AT, 1)
        assert written.wait(30)
    assert samples.since("p", "s", AT) == [(AT, 1.0)]


def test_adding_does_not_wait_for_the_disk(samples: Samples) -> None:
    """A writer stuck on a slow disk still takes samples."""
    stuck, release = threading.Event(), threading.Event()

    class Slow(Samples):
        def add_many(self, samples: object) -> None:
            stuck.set()
            assert release.wait(30)
            super().add_many(samples)  # type: ignore[arg-type] # passed on as it came

    with writer(Slow(samples._database), interval=0.01) as waiting:
        waiting.add("p", "s", at(0), 0)
        assert stuck.wait(30)
        waiting.add("p", "s", at(1), 1)  # would hang here
        release.set()
    assert len(samples.since("p", "s", AT)) == 2


def test_a_failing_disk_keeps_the_newest_for_the_next_try(database: Database) -> None:
    waiting = writer(Samples(database), limit=3)
    with database.transaction() as connection:
        connection.execute("ALTER TABLE samples RENAME TO gone")
    for n in range(3):
        waiting.add("p", "s", at(n), n)
    waiting.flush()
    assert "no such table" in str(waiting.error)
    waiting.add("p", "s", at(3), 3)
    with database.transaction() as connection:
        connection.execute("ALTER TABLE gone RENAME TO samples")
    waiting.flush()
    assert waiting.error is None
    assert [value for _, value in Samples(database).since("p", "s", AT)] == [1.0, 2.0, 3.0]


def test_the_writer_prunes_by_its_own_clock(samples: Samples) -> None:
    """Samples of a simulated far future must not push out the real ones."""
    samples.add("real", "s", AT - timedelta(hours=1), 1)
    samples.add("real", "s", AT - timedelta(hours=49), 1)
    waiting = writer(samples)
    waiting.add("sandbox", "s", AT + timedelta(days=365), 1)
    waiting.flush()
    assert len(samples.since("real", "s", AT - timedelta(days=3))) == 1
