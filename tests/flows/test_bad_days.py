"""Bad days: no key, no right, no network, nonsense, no room; said on the screen, and over by itself."""

from __future__ import annotations

from unittest.mock import patch

import httpx
import pytest

from mttui.sandbox import Sandbox
from mttui.sandbox.web.faults import ANY, Fault
from mttui.screens.base import WorkScreen
from mttui.stores.watch import Sending
from tests.flows.network import Network
from tests.flows.world import World, open_world

MINUTE = 60.0
FIVE_MINUTES = 300.0
SCOPES = ["campaigns.read", "stats.read", "settings.read"]
"""What Ops needs, but for the webhooks."""


async def test_without_a_key_nothing_is_sent_and_it_says_what_to_do() -> None:
    async with open_world(key=lambda _: None) as world:
        world.expect("no API key")
        world.expect("Set MAILTARGET_API_KEY or run `mttui login`")
        await world.advance(MINUTE)
        assert world.network.sent == []


async def test_a_wrong_key_is_named_as_what_it_is() -> None:
    async with open_world(key=lambda _: "sandbox-key-of-yesterday") as world:
        world.expect("key refused .401 UNAUTHORIZED.")
        world.expect("Check the API key: wrong, revoked")
        assert "sandbox-key-of-yesterday" not in world.screen_text()
        await world.press("2", "5", "!")
        await world.advance(MINUTE)
        world.expect("key refused")
        assert len(world.network.sent) < 60


async def test_a_missing_scope_is_named_in_its_panel_and_the_others_live() -> None:
    def limited(sandbox: Sandbox) -> str:
        return sandbox.add_key(SCOPES)

    async with open_world(key=limited) as world:
        world.expect("403")
        world.expect(r"webhooks\.read")
        world.expect("● ACTIVE")
        world.expect("sent [1-9]")
        assert not world.shows("The platform cannot be read")


def down(network: Network, _: Sandbox) -> None:
    network.is_down = True


def silent(network: Network, _: Sandbox) -> None:
    network.hangs = True


async def test_a_room_without_the_right_to_see_says_so_everywhere() -> None:
    def limited(sandbox: Sandbox) -> str:
        return sandbox.add_key(["settings.read", "settings.write"])

    async with open_world("bounce-spike", key=limited, time_scale=10.0) as world:
        await world.until_shown("▲ INCIDENT", within=60)
        await world.press("!")
        world.expect("Not known: 403 forbidden, this API key lacks the scope stats.read")
        world.expect("─ Bounce reasons and classes ─+ – ─")
        world.expect("rizky.pratama schedule")
        assert not world.shows("asking|Asking")
        await world.press("c")
        world.expect("No suspect is selected")


@pytest.mark.parametrize("keys", ["", "2", "5"])
async def test_a_platform_that_refuses_connections_comes_back_by_itself(keys: str) -> None:
    async with open_world(before=down) as world:
        await world.press(*keys)
        world.expect("no connection")
        world.expect("Check the base URL and the network")
        await world.advance(MINUTE)
        world.network.is_down = False
        await world.until_shown("● ACTIVE", within=61)
        await world.advance(0.1)
        assert not world.shows("no connection|STALE"), "with the first answer all others are asked for"


async def test_a_platform_that_never_answers() -> None:
    async with open_world(before=silent) as world:
        await world.advance(31)
        world.expect("no answer within 30 s")
        world.network.hangs = False
        await world.until_shown("● ACTIVE", within=61)


@pytest.mark.parametrize(
    "fault", [Fault(html=True), Fault(malformed_json=True), Fault(cut=True)], ids=["html", "odd", "half"]
)
async def test_a_base_url_that_answers_something_else(fault: Fault) -> None:
    async with open_world(before=lambda _, sandbox: sandbox.faults.set(ANY, fault)) as world:
        world.expect("unreadable answer")
        world.expect("Check that the base URL is the platform's API")
        world.sandbox.faults.clear()
        await world.until_shown("● ACTIVE", within=61)
        await world.until(lambda: not world.shows("! unr|unreadable"), within=61)


async def test_a_minute_of_429_is_waited_out() -> None:
    async with open_world() as world:
        world.sandbox.faults.set(ANY, Fault(status=429, retry_after=60))
        await world.until_shown("429 RATE_LIMITED", within=15)
        blocked = world.clock.monotonic()
        await world.advance(50)
        assert len([each for each in world.network.sent if each.at > blocked + 0.001]) == 0
        world.expect("sent [1-9]")
        world.expect("STALE")
        world.sandbox.faults.clear()
        await world.until(lambda: not world.shows("STALE|! 4"), within=75)


async def test_five_minutes_without_the_platform_leave_the_last_figures_and_pass() -> None:
    async with open_world() as world:
        await world.advance(20)
        figures = sent_line(world)
        world.network.is_down = True
        await world.until_shown("STALE", within=30)
        for _ in range(10):
            await world.advance(FIVE_MINUTES / 10)
        assert sent_line(world) == figures, "the last figures stay"
        world.expect("Sending ━ ! no connection ━ STALE 5m")
        away = [each for each in world.network.sent if each.at > 30]
        assert len(away) < 5 * 60, "it knocks, but gently"
        world.network.is_down = False
        await world.until_shown("─ Flow, last 5 min ─+ <5s", within=61)
        await world.advance(0.1)
        assert not world.shows("STALE|! no")
        assert sent_line(world) != figures


def sent_line(world: World) -> str:
    (shown,) = [line for line in world.screen_text().splitlines() if line.startswith("sent ")]
    return shown[:39]


async def test_an_incident_that_began_while_the_platform_was_away_is_found() -> None:
    async with open_world("bounce-spike", time_scale=10.0) as world:
        world.network.is_down = True
        await world.advance(30)
        assert world.incident is None
        world.network.is_down = False
        await world.until_shown("▲ INCIDENT", within=61)
        assert world.sending() is Sending.PAUSED


async def test_a_brownout_is_lived_through() -> None:
    async with open_world("brownout") as world:
        await world.advance(90)
        troubled = set()
        for _ in range(30):
            await world.advance(10)
            world.expect("● ACTIVE")
            troubled |= {entry.error for entry in world.session.client.transport.trace if entry.error}
        assert len(troubled) >= 3, troubled
        await world.advance(180)
        await world.until(lambda: not world.shows(r"STALE \d|! [45u]"), within=120)


async def test_no_room_is_said_and_more_room_is_used() -> None:
    async with open_world("bounce-spike", size=(40, 10), time_scale=10.0) as world:
        world.expect("mttui needs more room")
        world.expect("now 40×10, at least")
        await world.until(lambda: world.incident is not None, within=60)
        await world.press("!", "c")
        await world.resize(80, 24)
        world.expect("Cancel campaign")
        await world.press("escape")
        world.expect("What accuses it")
        await world.resize(40, 10)
        world.expect("mttui needs more room")
        await world.resize(200, 50)
        world.expect("Domains and IPs")
        for columns, lines in ((1, 1), (3, 200), (200, 3), (80, 24)):
            await world.resize(columns, lines)
        world.expect("What accuses it")


async def test_a_fault_in_one_answer_does_not_end_the_program() -> None:
    def odd(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path == "/v1/sending-queues":
            return httpx.Response(200, json={"data": ["not", "an", "object"]})
        return response

    async with open_world() as world:
        world.network.spoil = odd
        await world.advance(20)
        world.expect("● ACTIVE")
        world.expect("Queues ─ ! unreadable")
        world.network.spoil = None
        await world.until(lambda: not world.shows("unreadable"), within=60)


async def test_a_timer_that_was_lost_while_the_process_was_stopped_does_not_end_the_drawing() -> None:
    async with open_world() as world:
        screen = world.app.screen
        assert isinstance(screen, WorkScreen)
        screen._resting = screen.set_timer(3600, lambda: None)
        screen.poke()
        with patch.object(screen, "redraw") as redraw:
            screen._tick()
            redraw.assert_called()
