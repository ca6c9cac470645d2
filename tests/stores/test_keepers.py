"""What is kept over a restart: timelines in the journal, samples in the state file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from mttui.local.database import Database
from mttui.local.journal import Journal
from mttui.local.samples import Samples, SampleWriter
from mttui.stores.keepers import JournalTimeline, ProfileSamples
from mttui.stores.timeline import Outcome, Timeline
from mttui.stores.trends import Trends
from tests.stepped_clock import START, SteppedClock


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "state" / "mttui.db") as database:
        yield database


def keeper(database: Database, profile: str = "prod") -> JournalTimeline:
    troubles: list[BaseException] = []
    return JournalTimeline(Journal(database), profile=profile, who="rina@ops-1", on_trouble=troubles.append)


def test_a_timeline_comes_back_as_it_was(database: Database) -> None:
    first = keeper(database)
    before = Timeline("evt_1", who="rina@ops-1", keeper=first)
    before.seen(START, "Rule fired")
    asked = before.asked(START + timedelta(seconds=5), "Cancel “May”", operation="campaigns.cancel")
    before.settle(asked, Outcome.CONFIRMED, START + timedelta(seconds=7), "it is a draft")
    failed = before.asked(START + timedelta(seconds=9), "Resolve", operation="velocity.events.resolve")
    before.settle(failed, Outcome.FAILED, None, "404")
    before.note(START + timedelta(seconds=11), "handed over")
    first.close()

    after = Timeline("evt_1", who="budi@ops-2", keeper=keeper(database)).moments
    assert [(moment.text, moment.outcome, moment.who) for moment in after] == [
        ("Rule fired", Outcome.SEEN, ""),
        ("Cancel “May”", Outcome.CONFIRMED, "rina@ops-1"),
        ("Resolve", Outcome.FAILED, "rina@ops-1"),
        ("handed over", Outcome.NOTE, "rina@ops-1"),
    ]
    assert after[1].confirmed_at == START + timedelta(seconds=7)
    assert after[1].operation == "campaigns.cancel"
    assert after[2].detail == "404"


def test_an_action_left_open_is_settled_after_the_restart(database: Database) -> None:
    first = keeper(database)
    Timeline("evt_1", who="me", keeper=first).asked(START, "Cancel", operation="campaigns.cancel")
    first.close()
    second = keeper(database)
    timeline = Timeline("evt_1", who="me", keeper=second)
    timeline.settle(timeline.moments[0], Outcome.NOT_CONFIRMED, None, "not shown")
    second.close()
    (moment,) = Timeline("evt_1", who="me", keeper=keeper(database)).moments
    assert (moment.outcome, moment.detail) == (Outcome.NOT_CONFIRMED, "not shown")


def test_accounts_and_incidents_are_apart(database: Database) -> None:
    first = keeper(database)
    Timeline("evt_1", who="me", keeper=first).note(START, "here")
    first.close()
    assert Timeline("evt_2", who="me", keeper=keeper(database)).moments == ()
    assert Timeline("evt_1", who="me", keeper=keeper(database, "staging")).moments == ()


async def test_a_trend_line_does_not_begin_empty(database: Database) -> None:
    clock = SteppedClock()
    samples = Samples(database)
    writer = SampleWriter(samples, now=clock.now)
    trends = Trends(clock=clock, keeper=ProfileSamples("prod", samples, writer))
    trends.record("queue.pending", 5)
    await clock.advance(60)
    trends.record("queue.pending", 7)
    trends.record("queue.pending", None)
    writer.close()

    again = Trends(clock=clock, keeper=ProfileSamples("prod", samples, writer))
    assert [value for _, value in again.last_ten_minutes("queue.pending")] == [5, 7]
    await clock.advance(9 * 60 + 30)
    assert [value for _, value in again.last_ten_minutes("queue.pending")] == [7]
