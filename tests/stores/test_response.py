"""Interventions: asked once, read back until the platform shows it, and written down as it was."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

import pytest

from mttui.api.client import Mailtarget
from mttui.api.errors import ApiError, NoAnswer, NotFound, PlatformTrouble
from mttui.api.operation import Operation
from mttui.api.operations.velocity import VelocityEvents
from mttui.stores.response import Intervention, Responder
from mttui.stores.timeline import Moment, Outcome, Timeline
from tests.stepped_clock import SteppedClock

RESOLVE = VelocityEvents.operations["velocity.events.resolve"]


@dataclass
class FakePlatform:
    """Answers calls as told, and has a clock; stands in for the client."""

    clock: SteppedClock
    error: ApiError | None = None
    calls: list[Mapping[str, Any]] = field(default_factory=list)

    @property
    def transport(self) -> FakePlatform:
        return self

    def platform_now(self) -> datetime:
        return self.clock.now()

    async def call(self, operation: Operation, arguments: Mapping[str, Any]) -> None:
        self.calls.append(arguments)
        if self.error is not None:
            raise self.error


class ReadBack:
    """Shows the change from the n-th look on."""

    def __init__(self, from_look: int, error: ApiError | None = None) -> None:
        self.looks = 0
        self._from = from_look
        self._error = error

    async def __call__(self) -> bool:
        self.looks += 1
        if self._error is not None and self.looks < self._from:
            raise self._error
        return self.looks >= self._from


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def platform(clock: SteppedClock) -> FakePlatform:
    return FakePlatform(clock)


@pytest.fixture
def timeline() -> Timeline:
    return Timeline("evt_1", who="rina@ops-1")


async def carry_out(
    platform: FakePlatform, timeline: Timeline, shows: ReadBack, *, seconds: float = 60
) -> Outcome:
    responder = Responder(cast(Mailtarget, platform), platform.clock)
    lever = Intervention(
        title="Resolve “Bounces”",
        operation=RESOLVE,
        arguments={"id": "evt_1"},
        shows=shows,
        expectation="the event is over",
    )
    task = responder.start(lever, timeline)
    await platform.clock.advance(seconds)
    assert responder.under_way == 0
    return await task


def only(timeline: Timeline) -> Moment:
    (moment,) = timeline.moments
    return moment


async def test_what_the_platform_shows_is_confirmed_with_both_times(
    platform: FakePlatform, timeline: Timeline
) -> None:
    asked_at = platform.platform_now()
    shows = ReadBack(from_look=4)
    assert await carry_out(platform, timeline, shows) is Outcome.CONFIRMED
    moment = only(timeline)
    assert (moment.at, moment.who, moment.operation) == (asked_at, "rina@ops-1", RESOLVE.id)
    assert moment.confirmed_at is not None
    assert (moment.confirmed_at - asked_at).total_seconds() == 3
    assert shows.looks == 4


async def test_what_did_not_take_is_said(platform: FakePlatform, timeline: Timeline) -> None:
    assert await carry_out(platform, timeline, ReadBack(from_look=10_000)) is Outcome.NOT_CONFIRMED
    assert only(timeline).confirmed_at is None
    assert "does not show that the event is over" in only(timeline).detail
    assert len(platform.calls) == 1


async def test_a_refusal_is_not_read_back(platform: FakePlatform, timeline: Timeline) -> None:
    platform.error = NotFound("no such event", status=404, code="EVENT_NOT_FOUND")
    shows = ReadBack(from_look=1)
    assert await carry_out(platform, timeline, shows) is Outcome.REFUSED
    assert shows.looks == 0
    assert "404 EVENT_NOT_FOUND: no such event" in only(timeline).detail


@pytest.mark.parametrize("error", [NoAnswer("cut off"), PlatformTrouble("oops", status=502)])
async def test_a_doubtful_failure_is_decided_by_reading_back(
    platform: FakePlatform, timeline: Timeline, error: ApiError
) -> None:
    platform.error = error
    assert await carry_out(platform, timeline, ReadBack(from_look=2)) is Outcome.CONFIRMED
    assert len(platform.calls) == 1


async def test_reading_back_outlasts_a_bad_moment(platform: FakePlatform, timeline: Timeline) -> None:
    shows = ReadBack(from_look=5, error=PlatformTrouble("oops", status=503))
    assert await carry_out(platform, timeline, shows) is Outcome.CONFIRMED


async def test_it_is_on_the_timeline_before_the_platform_answers(
    platform: FakePlatform, timeline: Timeline
) -> None:
    seen: list[Outcome] = []
    timeline.subscribe(lambda: seen.append(only(timeline).outcome))
    await carry_out(platform, timeline, ReadBack(from_look=1))
    assert seen == [Outcome.ASKED, Outcome.CONFIRMED]


async def test_nobody_waiting_does_not_end_it(platform: FakePlatform, timeline: Timeline) -> None:
    responder = Responder(cast(Mailtarget, platform), platform.clock)
    lever = Intervention("Resolve", RESOLVE, {"id": "e"}, ReadBack(from_look=3), "it is over")
    waiting = asyncio.create_task(asyncio.wait_for(asyncio.shield(responder.start(lever, timeline)), 60))
    await platform.clock.advance(0.5)
    waiting.cancel()
    await platform.clock.advance(10)
    assert only(timeline).outcome is Outcome.CONFIRMED
