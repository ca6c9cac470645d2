"""Response clocks: who waits, since when, by when they are to be answered, and whose targets count."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.local.inbox_settings import InboxSettings, SplitSettings, TargetSettings
from mttui.local.response_log import Turn
from mttui.stores.inbox.clocks import clock_of
from mttui.stores.inbox.splits import Split, split_for, splits_of, status_of

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
OPEN = Split("Open", "open", HOUR * 4, HOUR * 8)


def thread(**fields: Any) -> Thread:
    begun = {"id": "t1", "status": "open", "created_at": NOW - HOUR, "direction": "inbound"}
    return Thread.model_validate(begun | fields)


# Clocks


def test_the_first_clock_runs_from_the_first_message() -> None:
    clock = clock_of(thread(), OPEN)
    assert clock is not None
    assert (clock.turn, clock.asked_at, clock.target) == (Turn.FIRST, NOW - HOUR, HOUR * 4)
    assert clock.due_at == NOW + HOUR * 3
    assert clock.left(NOW) == HOUR * 3
    assert clock.left(NOW + HOUR * 4) == -HOUR


def test_the_next_clock_runs_from_the_oldest_message_that_was_not_answered() -> None:
    both = thread(
        direction="both", waiting_since=NOW - HOUR / 2, first_response_at=NOW - HOUR, last_outbound_at=NOW
    )
    clock = clock_of(both, OPEN)
    assert clock is not None
    assert (clock.turn, clock.asked_at, clock.target) == (Turn.NEXT, NOW - HOUR / 2, HOUR * 8)


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "closed"},
        {"status": "CLOSED"},
        {"direction": "both"},
        {"direction": "outbound"},
        {"direction": None},
        {"created_at": None},
    ],
)
def test_there_is_none_when_nobody_waits_or_it_is_not_known_since_when(fields: dict[str, Any]) -> None:
    assert clock_of(thread(**fields), OPEN) is None


def test_who_writes_to_us_after_we_wrote_first_waits_for_the_next_answer() -> None:
    """We began: what they write is not their first message to be answered."""
    ours = thread(direction="both", waiting_since=NOW, last_outbound_at=NOW - HOUR)
    clock = clock_of(ours, OPEN)
    assert clock is not None
    assert clock.turn is Turn.NEXT


@pytest.mark.parametrize("status", ["open", "pending", "snoozed", None])
def test_it_runs_in_every_status_but_closed(status: str | None) -> None:
    assert clock_of(thread(status=status), OPEN) is not None


# Splits


def settings(*splits: SplitSettings) -> InboxSettings:
    return InboxSettings(targets=TargetSettings(first=HOUR * 4, next=HOUR * 8), splits=splits)


def test_the_statuses_come_first_and_saved_filters_after_them() -> None:
    splits = splits_of(settings(SplitSettings("Vip", status="any", labels=("vip",), first=HOUR)))
    assert [split.name for split in splits] == ["Open", "Pending", "Snoozed", "Closed", "Vip"]
    assert [split.asks_for for split in splits] == ["open", "pending", None, "closed", None]
    assert [split.is_whole for split in splits] == [True, True, False, True, False]
    assert [(split.first, split.next) for split in splits[3:]] == [(HOUR * 4, HOUR * 8), (HOUR, HOUR * 8)]


def test_the_targets_of_the_first_saved_filter_that_fits_count() -> None:
    splits = splits_of(
        settings(
            SplitSettings("Vip", labels=("vip",), first=HOUR),
            SplitSettings("Angry", sentiment="negative", first=HOUR / 2),
        )
    )
    angry = InboundVerdict(sentiment="Negative")
    vip = thread(labels=("VIP", "x"))
    assert split_for(vip, splits, angry, NOW).name == "Vip"
    assert split_for(thread(), splits, angry, NOW).name == "Angry"
    assert split_for(thread(), splits, None, NOW).name == "Open"
    assert split_for(thread(status="closed"), splits, angry, NOW).name == "Open"


@pytest.mark.parametrize(
    ("saved", "fits"),
    [
        (SplitSettings("x"), True),
        (SplitSettings("x", status="any"), True),
        (SplitSettings("x", status="pending"), False),
        (SplitSettings("x", labels=("a", "B")), True),
        (SplitSettings("x", labels=("a", "c")), False),
        (SplitSettings("x", category="Billing"), True),
        (SplitSettings("x", category="billing", priority="low"), False),
        (SplitSettings("x", older_than=HOUR * 2), True),
        (SplitSettings("x", older_than=HOUR * 2 + timedelta(seconds=1)), False),
        (SplitSettings("x", younger_than=HOUR * 2), False),
        (SplitSettings("x", younger_than=HOUR * 3, older_than=HOUR), True),
    ],
)
def test_a_thread_fits_that_meets_every_condition(saved: SplitSettings, fits: bool) -> None:
    split = splits_of(settings(saved))[-1]
    about = InboundVerdict(category="billing", sentiment="neutral", priority="high")
    found = thread(labels=("A", "b"), updated_at=NOW - HOUR * 2)
    assert split.fits(found, about, NOW) is fits
    assert not split.fits(found, None, NOW) or not split.wants_verdicts


def test_a_thread_without_a_status_is_open() -> None:
    assert status_of(thread(status=None)) == "open"
    assert OPEN.fits(thread(status=None), None, NOW)
    assert OPEN.fits(thread(status="Open"), None, NOW)
