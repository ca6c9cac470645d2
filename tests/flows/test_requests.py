"""How much is asked of the platform: little when calm, side by side in an incident, nothing unseen."""

from __future__ import annotations

from collections import deque
from unittest.mock import patch

import pytest
from textual import events

from mttui.stores.watch import Sending
from tests.flows.network import Sent
from tests.flows.world import World, at_the_banner, open_world

CALM, INCIDENT = 60, 180
"""Requests a minute at most (design: bars)."""
UNDERSTOOD_WITHIN = 1.5
"""Seconds from the key to the last panel, at 100 ms a request (design: bars)."""
WATCH = {"/v1/velocity/status", "/v1/velocity/events"}
HEADER = {"/v1/sending-queues"}


def busiest_minute(sent: list[Sent]) -> int:
    """The most requests in any sixty seconds."""
    most, window = 0, deque[float]()
    for each in sent:
        window.append(each.at)
        while window[0] <= each.at - 60:
            window.popleft()
        most = max(most, len(window))
    return most


async def test_a_calm_ops_screen_asks_at_most_sixty_times_a_minute() -> None:
    async with open_world() as world:
        for _ in range(24):
            await world.advance(10)
        assert 30 <= busiest_minute(world.network.sent) <= CALM
        assert not world.shows("STALE")


async def test_an_incident_room_asks_at_most_180_times_a_minute_and_nothing_gets_old() -> None:
    async with open_world("bounce-spike") as world:
        await world.until(lambda: world.incident is not None, within=300, step=10)
        await world.press("!")
        opened = world.clock.monotonic()
        for _ in range(18):
            await world.advance(10)
            assert not world.shows("STALE"), world.screen_text()
        assert busiest_minute(world.network.sent) <= INCIDENT
        assert world.session.client.transport.budget.per_minute == INCIDENT
        only_on_ops = {"/v1/quotas", "/v1/alerts", "/v1/webhooks/egress-stats"}
        assert only_on_ops.isdisjoint(world.asked(since=opened + 0.001))


async def test_the_evidence_is_there_in_one_and_a_half_seconds() -> None:
    async with open_world("bounce-spike", time_scale=10.0, latency_ms=100) as world:
        await at_the_banner(world)
        await world.press("!")
        world.expect("asking")
        took = await world.until(lambda: not unfilled(world), within=10, step=0.05)
        assert took <= UNDERSTOOD_WITHIN


def unfilled(world: World) -> bool:
    return world.shows("asking|Asking|not known yet|No suspect|– ─")


@pytest.mark.parametrize(
    ("keys", "polled"),
    [
        ("5", WATCH | HEADER),
        ("9", WATCH | HEADER),
        ("2", WATCH | HEADER | {"/v1/velocity/rules", "/v1/stats"}),
    ],
)
async def test_what_is_not_shown_is_not_asked_for(keys: str, polled: set[str]) -> None:
    async with open_world() as world:
        await world.press(*keys)
        await world.advance(30)
        before = world.clock.monotonic()
        await world.advance(90)
        assert set(world.asked(since=before + 0.001)) == polled


async def test_while_frozen_only_incidents_are_watched_for() -> None:
    async with open_world("bounce-spike", time_scale=10.0) as world:
        await world.press("space")
        await world.beat()
        world.expect(r"FROZEN 02:40")
        before = world.clock.monotonic()
        await world.until(lambda: world.sending() is Sending.PAUSED, within=60)
        assert set(world.asked(since=before + 0.001)) - {"/v1/stats"} == WATCH
        await world.beat()
        world.expect("▲ INCIDENT")
        await world.press("space")
        await world.advance(1)
        assert not world.shows("FROZEN")
        assert "/v1/quotas" in world.asked(since=before + 0.001)


async def test_when_nobody_looks_for_long_only_incidents_are_watched_for() -> None:
    async with open_world() as world:
        with patch("mttui.app.ASLEEP_AFTER", 0.01):
            world.app.post_message(events.AppBlur())
            while not world.app.asleep:
                await world.settle()
        await world.advance(1)
        before = world.clock.monotonic()
        await world.advance(120)
        assert set(world.asked(since=before + 0.001)) == WATCH
        world.app.post_message(events.AppFocus())
        await world.settle()
        assert not world.app.asleep
        assert "/v1/quotas" in world.asked(since=world.clock.monotonic())
