from __future__ import annotations

import asyncio

import httpx
import pytest
from textual import events
from textual.binding import BindingsMap
from textual.dom import DOMNode
from textual.screen import Screen

from mttui.local.settings import Config
from mttui.screens.leaving import Leaving
from mttui.screens.pressing import Pressing
from mttui.screens.session import DemoInfo
from mttui.views.places import PLACES
from tests.screens.stage import KEY, FakePlatform, Stage, says, stage, status


async def calm(on: Stage) -> None:
    await on.sees("● ACTIVE")


async def test_the_header_says_account_status_queue_and_time() -> None:
    async with stage() as on:
        await on.sees("acme", "● ACTIVE", "queue 41", "02:40 UTC")


async def test_production_and_read_only_are_said_in_words() -> None:
    async with stage(production=True, read_only=True) as on:
        await on.sees("PRODUCTION", "READ-ONLY")


@pytest.mark.parametrize("place", PLACES[2:], ids=lambda place: place.id)
async def test_a_digit_opens_each_screen(place: object) -> None:
    from mttui.views.places import Place

    assert isinstance(place, Place)
    async with stage() as on:
        await on.press(place.digit)
        await on.sees(f"{place.digit} {place.title}")


async def test_a_place_says_what_it_is_and_lists_what_is_in_it() -> None:
    async with stage(size=(120, 40)) as on:
        await on.press("7")
        await on.sees("privacy requests", "Suppressed addresses", "Audit log", "list")


async def test_the_filter_shrinks_the_operations_and_escape_takes_it_back() -> None:
    async with stage() as on:
        await on.press("9")
        await on.sees("velocity.rules.list")
        await on.press("slash", *"purge")
        await on.sees("scheduled.purge")
        await on.sees_no("velocity.rules.list")
        await on.press("escape")
        await on.sees("velocity.rules.list")


async def test_enter_opens_the_help_page_of_an_operation_and_escape_leaves_it() -> None:
    async with stage() as on:
        await on.press("9")
        await on.sees("velocity.rules.list")
        await on.press("slash", *"events.resolve", "enter", "i")
        await on.sees("POST /v1/velocity/events/{id}/resolve", "▲ send", "$MAILTARGET_API_KEY")
        assert KEY not in on.text()
        await on.press("escape")
        await on.sees("operations like “events.resolve”")


async def test_help_lists_the_keys_and_enter_presses_one() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("question_mark")
        await on.sees("Keys that work here", "Open Compliance")
        await on.press(*"compliance", "enter")
        await on.sees("7 Compliance")


async def test_the_palette_finds_an_operation() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("ctrl+p")
        await on.sees("Find a screen")
        await on.press(*"queues.scheduled.purge", "enter")
        await on.sees("DELETE", "As curl")


@pytest.mark.parametrize(
    ("command", "seen"),
    [
        ("campaigns", "4 Campaigns"),
        ("audiences", "5 Audiences"),
        ("contacts", "Audiences › Contacts"),
        ("9", "9 Console"),
        ("velocity.rules.list", "GET /v1/velocity/rules"),
        ("help", "Keys that work here"),
        ("quit", "Leave mttui?"),
    ],
)
async def test_a_command_does_what_it_says(command: str, seen: str) -> None:
    async with stage() as on:
        await calm(on)
        await on.press("colon", *command, "enter")
        await on.sees(seen)


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("inbx", "Did you mean inbox?"),
        ("velocity.rules.lst", "Did you mean velocity.rules.list?"),
        ("who budi@example.com", "budi@example.com is not built yet"),
        ("incident", "No incident is active"),
        ("read-only off", "takes a restart"),
    ],
)
async def test_a_command_that_cannot_be_done_says_why(command: str, told: str) -> None:
    async with stage() as on:
        await calm(on)
        keys = {" ": "space", "@": "at", ".": "full_stop", "-": "minus", "_": "underscore"}
        await on.press("colon", *(keys.get(each, each) for each in command), "enter")
        await on.is_told(told)


async def test_tab_completes_a_command_and_up_brings_the_last_one_back() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("colon", *"delivera", "tab", "enter")
        await on.sees("6 Deliverability")
        await on.press("colon", "up")
        await on.sees(":deliverability")


async def test_read_only_on_refuses_changes_from_then_on() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("colon", *"read", "minus", *"only", "space", *"on", "enter")
        await on.sees("READ-ONLY")
        assert on.session.client.transport.read_only


async def test_a_key_that_does_nothing_here_says_so() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("D")
        await on.is_told("D (delete) does nothing on this screen")


async def test_q_at_the_root_asks_and_stays_when_told_to() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("q")
        await on.sees("Leave mttui?")
        await on.press("n")
        await calm(on)
        assert on.app._leaving is None


async def test_q_then_y_leaves() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("q", "y")
        await on.until(lambda: on.app.return_code is not None, "the end")
        assert on.app.return_value == 0


async def test_q_and_y_in_one_packet_leave() -> None:
    async with stage() as on:
        await calm(on)
        assert on.app._driver is not None
        for key in "qy":
            event = events.Key(key, key)
            event.set_sender(on.app)
            on.app._driver.send_message(event)
        await on.until(lambda: on.app.return_code is not None, "the end")
        assert on.app.return_value == 0


async def test_a_second_ctrl_c_leaves() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("ctrl+c")
        await on.until(lambda: isinstance(on.app.screen, Leaving), "the question")
        await on.press("ctrl+c")
        await on.until(lambda: on.app.return_code is not None, "the end")


async def test_leaving_waits_for_a_change_under_way() -> None:
    answered = asyncio.Event()

    async with stage() as on:
        await calm(on)

        async def slowly(_request: httpx.Request) -> httpx.Response:
            await answered.wait()
            return httpx.Response(200, json={"data": {}})

        on.session.client.transport._http._transport = httpx.MockTransport(slowly)
        change = asyncio.ensure_future(on.session.client.velocity.events.resolve("evt_1"))
        await on.until(lambda: on.session.client.under_way == 1, "the change")
        on.app.leave()
        await on.is_told("Waiting for a change under way")
        assert on.app.return_code is None
        answered.set()
        await on.until(lambda: on.app.return_code is not None, "the end")
        await change


async def test_the_request_log_opens_lives_and_closes() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("L")
        await on.sees("Requests", "velocity.events.list")
        await on.press("escape")
        await on.sees_no("velocity.events.list")


async def test_freezing_halts_polls_but_for_the_watch_on_incidents() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("space")
        await on.sees("FROZEN 02:40")
        on.platform.asked.clear()
        await on.clock.advance(30)
        assert "GET /v1/velocity/status" in on.platform.asked
        assert "GET /v1/sending-queues" not in on.platform.asked
        await on.press("space")
        await on.sees_no("FROZEN")
        await on.until(lambda: "GET /v1/sending-queues" in on.platform.asked, "polls again")


async def test_a_screen_polls_only_what_it_shows() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("9")
        await on.sees("9 Console")
        on.platform.asked.clear()
        await on.clock.advance(60)
        asked = set(on.platform.asked)
        assert asked == {"GET /v1/velocity/status", "GET /v1/velocity/events", "GET /v1/sending-queues"}


async def test_a_question_does_not_stop_the_polls_behind_it() -> None:
    async with stage() as on:
        await calm(on)
        await on.press("q")
        await on.sees("Leave mttui?")
        on.platform.asked.clear()
        await on.clock.advance(30)
        assert any("stats" in asked for asked in on.platform.asked)


async def test_an_incident_puts_up_a_banner_rings_once_and_sets_the_title(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with stage() as on:
        bells: list[None] = []
        written: list[str] = []
        monkeypatch.setattr(on.app, "bell", lambda: bells.append(None))
        monkeypatch.setattr(on.app._alarm, "_write", written.append)
        await calm(on)
        on.platform.begin_incident()
        await on.clock.advance(7)
        await on.sees("▲ INCIDENT Bounce rate spike: 7.2 % > 5.0 %", "■ PAUSED", "▲ 1 incident")
        await on.clock.advance(20)
        assert len(bells) == 1
        assert "\x1b]0;▲ paused — mttui\x07" in written[0]
        on.platform.end_incident()
        await on.clock.advance(7)
        await on.is_told("Bounce rate spike is over")
        await on.sees_no("▲ INCIDENT")
        assert "\x1b]0;mttui\x07" in written[-1]


async def test_the_incident_opens_once_however_often_its_key_is_pressed() -> None:
    async with stage() as on:
        await calm(on)
        on.platform.begin_incident()
        await on.clock.advance(7)
        await on.sees("▲ INCIDENT")
        await on.press("exclamation_mark")
        await on.until(lambda: len(on.app.screen_stack) == 2, "the room")
        await on.press("exclamation_mark", "exclamation_mark")
        assert len(on.app.screen_stack) == 2
        await on.press("escape")
        await on.sees("Queues")


async def test_the_key_of_the_incident_is_off_while_there_is_none() -> None:
    async with stage() as on:
        await on.sees("(! Incident)")
        await on.press("exclamation_mark")
        await on.is_told("No incident is active")
        on.platform.begin_incident()
        await on.clock.advance(7)
        await on.sees(" ! Incident")
        await on.sees_no("(! Incident)")


async def test_an_incident_shows_on_every_screen_and_over_a_filter() -> None:
    async with stage() as on:
        await on.press("9")
        await on.sees("9 Console")
        on.platform.begin_incident("throttled")
        await on.clock.advance(7)
        await on.sees("▲ INCIDENT", "◐ THROTTLED")


async def test_a_refused_key_is_said_in_place_of_the_panels_and_tried_again_by_a_key() -> None:
    platform = FakePlatform(
        {"/v1/velocity/status": says({"message": "bad key", "error": "UNAUTHORIZED"}, 401)}
    )
    async with stage(platform) as on:
        await on.sees("401 UNAUTHORIZED", "bad key", "Check the API key")
        assert "Queues" not in on.text()
        platform.answers["/v1/velocity/status"] = says(status())
        await on.press("ctrl+r")
        await on.sees("● ACTIVE", "Queues")


async def test_a_missing_scope_is_named() -> None:
    body = {"message": "missing scope velocity.read", "code": "forbidden"}
    async with stage(FakePlatform({"/v1/velocity/status": says(body, 403)})) as on:
        await on.sees("missing scope velocity.read", "Give the key the named scope")


@pytest.mark.parametrize(
    ("answer", "seen"),
    [
        (lambda _: httpx.Response(200, html="<html>Sign in</html>"), "unreadable answer"),
        (lambda _: httpx.Response(200, content=b'{"data": {"sen'), "unreadable answer"),
        (lambda _: httpx.Response(503, text="later"), "503"),
    ],
    ids=["html", "half a JSON", "503"],
)
async def test_an_answer_that_is_none_is_said(answer: object, seen: str) -> None:
    assert callable(answer)
    async with stage(FakePlatform({"/v1/velocity/status": answer})) as on:
        await on.sees("The platform cannot be read", seen)


async def test_no_connection_is_said() -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("Connection refused", request=request)

    async with stage(FakePlatform({"/v1/velocity/status": refuse})) as on:
        await on.sees("no connection", "Connection refused")


async def test_the_last_data_stays_while_the_platform_is_away() -> None:
    async with stage() as on:
        await calm(on)
        on.platform.answers["/v1/velocity/status"] = says({"message": "away"}, 503)
        await on.clock.advance(300)
        await on.sees("● ACTIVE STALE")
        on.platform.answers["/v1/velocity/status"] = says(status("throttled"))
        await on.clock.advance(60)
        await on.sees("◐ THROTTLED")
        await on.sees_no("STALE")


@pytest.mark.parametrize("size", [(40, 10), (59, 24), (80, 14), (1, 1)])
async def test_a_terminal_that_is_too_small_says_so(size: tuple[int, int]) -> None:
    async with stage(size=(80, 24)) as on:
        await calm(on)
        await on.pilot.resize_terminal(*size)
        await on.until(lambda: on.app.screen.has_class("-too-small"), "the message")
        if size[0] >= 40:
            await on.sees("mttui needs more room", f"now {size[0]}×{size[1]}, at least 60×15")
        await on.pilot.resize_terminal(80, 24)
        await on.sees("● ACTIVE", "Queues")


async def test_the_hint_of_the_demo_stands_at_the_bottom() -> None:
    async with stage(demo=DemoInfo("bounce-spike", "Wait for the banner", "Press !")) as on:
        await on.sees("DEMO  Wait for the banner")


async def test_remapped_keys_work_and_are_shown() -> None:
    async with stage(config=Config(keys={"go.console": ("f9",), "help": ("f1",)})) as on:
        await calm(on)
        await on.sees("f1 Keys")
        await on.press("f9")
        await on.sees("9 Console")


async def test_keys_lead_where_textual_says_they_do_whatever_has_the_focus() -> None:
    def leads(chain: list[tuple[DOMNode, BindingsMap]]) -> list[tuple[DOMNode, set[str]]]:
        return [(node, set(bindings.key_to_bindings)) for node, bindings in chain]

    ours = 0
    async with stage(size=(120, 40)) as on:
        for keys in (["tab"], ["2"], ["tab", "j"], ["/"], ["a", "d"], ["escape"], ["1"], ["shift+tab"]):
            await on.press(*keys)
            for _ in range(2):
                screen = on.app.screen
                ours += isinstance(screen, Pressing)
                assert leads(screen._binding_chain) == leads(Screen._binding_chain.__get__(screen))
        assert ours >= 8
        on.app.set_keymap({"help": "f1"})
        assert "f1" in {key for _, keys in leads(screen._binding_chain) for key in keys}


async def test_hostile_text_of_the_platform_is_shown_and_crashes_nothing() -> None:
    hostile = "x [/b] [URGENT] \x1b]0;owned\x07 \u202eevil"
    body = {"message": hostile, "code": "[/red]"}
    async with stage(FakePlatform({"/v1/velocity/status": says(body, 403)})) as on:
        await on.sees("x [/b] [URGENT]")
        assert "\x1b" not in on.text()
        assert "\u202e" not in on.text()
        error = on.session.stores.status.snapshot.error
        assert error is not None
        from mttui.screens.saying import say_error

        say_error(on.app, error, doing="Read [b]")
        await on.is_told("Read [b]: x [/b] [URGENT]")


async def test_after_long_without_focus_the_screen_sleeps_until_somebody_looks() -> None:
    async with stage() as on:
        await calm(on)
        on.app._fall_asleep()
        on.platform.asked.clear()
        await on.clock.advance(60)
        assert "GET /v1/sending-queues" not in on.platform.asked
        assert "GET /v1/velocity/status" in on.platform.asked
        on.app.watch_app_focus(focus=True)
        await on.until(lambda: "GET /v1/sending-queues" in on.platform.asked, "polls again")
