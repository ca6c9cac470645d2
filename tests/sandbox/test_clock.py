"""Simulated time and repeatable chance."""

from __future__ import annotations

import pytest

from mttui.sandbox.chance import Chance
from mttui.sandbox.clock import SimClock, iso
from mttui.sandbox.sandbox import LONGEST_LEAD

from .helpers import START, Watch, sandbox


def test_time_runs_at_its_scale_and_by_steps() -> None:
    watch = Watch()
    clock = SimClock(1000.0, 60.0, watch)
    watch.seconds += 2
    assert clock.now() == 1120.0
    clock.step(30)
    assert clock.now() == 1150.0


def test_time_at_scale_zero_moves_by_steps_alone() -> None:
    watch = Watch()
    clock = SimClock(1000.0, 0.0, watch)
    watch.seconds += 500
    clock.step(5)
    assert clock.now() == 1005.0


def test_time_does_not_go_back() -> None:
    with pytest.raises(ValueError, match="does not go back"):
        SimClock(0.0, 1.0, Watch()).step(-1)


def test_a_sandbox_left_alone_stands_still_after_a_while() -> None:
    watch = Watch()
    with sandbox(time_scale=60.0, clock=watch) as opened:
        began = opened.now()
        watch.seconds += 86_400
        assert (opened.now() - began).total_seconds() == LONGEST_LEAD
        watch.seconds += 1
        assert (opened.now() - began).total_seconds() == LONGEST_LEAD + 60


def test_what_was_stepped_on_purpose_is_played_out() -> None:
    with sandbox() as opened:
        opened.clock.step(LONGEST_LEAD + 600)
        assert (opened.now() - START).total_seconds() == LONGEST_LEAD + 600


def test_times_are_written_as_the_platform_does() -> None:
    assert iso(START.timestamp() + 0.9) == "2026-04-10T10:40:00Z"


def test_the_same_place_gives_the_same_draws() -> None:
    one, other = Chance(7).at(42), Chance(7)
    other.hex_id()
    other.at(42)
    assert [one.random() for _ in range(5)] == [other.random() for _ in range(5)]


def test_seeds_and_places_differ() -> None:
    draws = {Chance(seed).at(place).random() for seed in range(20) for place in range(50)}
    assert len(draws) == 1000


def test_arrivals_come_at_their_rate() -> None:
    chance = Chance(3)
    arrived = sum(chance.arrivals(0.4) for _ in range(20_000))
    assert arrived == pytest.approx(8000, rel=0.05)


def test_weights_are_kept() -> None:
    chance = Chance(3)
    drawn = [chance.weighted("ab", (3.0, 1.0)) for _ in range(8000)]
    assert drawn.count("a") == pytest.approx(6000, rel=0.05)
