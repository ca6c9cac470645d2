"""The levers of the incident room: asked, carried out once, read back, written down as it was."""

from __future__ import annotations

import errno
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from mttui.api.errors import ReadOnly
from mttui.sandbox.scenarios.bounce_spike import CAMPAIGN_ID
from mttui.sandbox.web.faults import Fault
from mttui.stores.incident import Incident
from mttui.stores.timeline import Moment, Outcome
from tests.flows.world import World, at_the_banner, open_world

FAST = 10.0
READ_BACK_FOR = 30
"""Seconds after which it is said that an action did not take."""


@asynccontextmanager
async def incident_room(**options: Any) -> AsyncIterator[tuple[World, Incident]]:
    """Open the room of the bounce spike, soon after the banner."""
    async with open_world("bounce-spike", time_scale=FAST, **options) as world:
        await at_the_banner(world)
        await world.press("!")
        assert world.incident is not None
        yield world, world.incident


def only(world: World, incident: Incident, operation: str) -> Moment:
    (moment,) = world.moments(incident, operation)
    return moment


# What came of it.


async def test_what_does_not_take_is_said() -> None:
    async with incident_room() as (world, incident):
        world.sandbox.faults.set("campaigns.cancel", Fault(status=200))
        await world.press("c", "y")
        await world.advance(2)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.ASKED
        world.expect("… Cancel campaign .*asked, reading back")
        await world.advance(READ_BACK_FOR)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.NOT_CONFIRMED
        world.expect("NOT CONFIRMED")
        world.expect("the platform does not show that")
        assert len(world.network.changes("/cancel")) == 1


async def test_a_platform_that_goes_on_showing_it_is_not_believed() -> None:
    def still_sending(request: httpx.Request, response: httpx.Response) -> httpx.Response:
        if request.url.path.endswith(CAMPAIGN_ID):
            return httpx.Response(200, json={"data": {"id": CAMPAIGN_ID, "stage": "SENDING"}})
        return response

    async with incident_room() as (world, incident):
        world.network.spoil = still_sending
        await world.press("c", "y")
        await world.advance(READ_BACK_FOR + 2)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.NOT_CONFIRMED


def answered_502(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    return response if request.method == "GET" else httpx.Response(502, html="<h1>Bad Gateway</h1>")


async def test_done_in_spite_of_a_502_is_found_out_by_reading_back() -> None:
    async with incident_room() as (world, incident):
        world.network.spoil = answered_502
        await world.press("c", "y")
        await world.advance(3)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.CONFIRMED
        assert len(world.network.changes()) == 1


async def test_done_in_spite_of_a_cut_answer_is_found_out_by_reading_back() -> None:
    async with incident_room() as (world, incident):
        world.sandbox.faults.set("campaigns.cancel", Fault(cut=True))
        await world.press("c", "y")
        await world.advance(3)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.CONFIRMED
        assert len(world.network.changes()) == 1


async def test_a_502_before_anything_was_done_is_asked_again_by_a_person_only() -> None:
    async with incident_room() as (world, incident):
        world.sandbox.faults.set("campaigns.cancel", Fault(status=502, times=1))
        await world.press("c", "y")
        await world.advance(READ_BACK_FOR + 2)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.NOT_CONFIRMED
        assert len(world.network.changes()) == 1
        await world.press("c", "y")
        await world.advance(3)
        assert world.moments(incident, "campaigns.cancel")[-1].outcome is Outcome.CONFIRMED
        first, second = world.network.changes()
        assert first.idempotency_key != second.idempotency_key, "another intention has another key"


async def test_a_change_that_is_repeated_keeps_its_key() -> None:
    async with incident_room() as (world, incident):
        world.sandbox.faults.set("velocity.rules.update", Fault(status=503, times=1))
        await world.press("t", "backspace", "9", "enter", "y")
        await world.advance(5)
        assert only(world, incident, "velocity.rules.update").outcome is Outcome.CONFIRMED
        first, second = world.network.changes()
        assert first.idempotency_key == second.idempotency_key is not None


async def test_a_refusal_is_said_and_what_the_screen_shows_is_asked_for_anew() -> None:
    async with incident_room() as (world, incident):
        event = world.sandbox.world.velocity.active["rule_001"]
        await world.press("r")
        world.sandbox.world.velocity.close(event, "resolved", world.sandbox.world.now)
        world.sandbox.faults.set("velocity.events.resolve", Fault(status=409, times=1))
        await world.press("y")
        await world.advance(0.1)
        moment = only(world, incident, "velocity.events.resolve")
        assert moment.outcome is Outcome.REFUSED
        assert "409" in moment.detail
        world.expect("✗ Resolve “Bounce rate spike”: REFUSED")
        assert incident.is_over, "what the screen shows was evidently wrong"


async def test_what_somebody_else_did_meanwhile_is_taken_as_done() -> None:
    async with incident_room() as (world, incident):
        event = world.sandbox.world.velocity.active["rule_001"]
        await world.press("r")
        world.sandbox.world.velocity.close(event, "resolved", world.sandbox.world.now)
        await world.press("y")
        await world.advance(0.1)
        assert only(world, incident, "velocity.events.resolve").outcome is Outcome.CONFIRMED
        assert incident.is_over


async def test_leaving_the_room_does_not_stop_what_was_asked() -> None:
    async with incident_room() as (world, incident):
        world.sandbox.faults.set("campaigns.cancel", Fault(latency_ms=4000))
        await world.press("c", "y")
        await world.press("q", "2")
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.ASKED
        await world.advance(6)
        assert only(world, incident, "campaigns.cancel").outcome is Outcome.CONFIRMED
        assert len(world.network.changes()) == 1


async def test_a_yes_that_ctrl_c_overtakes_does_not_answer_the_question_whether_to_leave() -> None:
    async with incident_room() as (world, _):
        await world.press("c")
        await world.burst("y", "ctrl+c")
        world.expect("Leave mttui")
        await world.press("n")
        assert not world.shows("Leave mttui")


# Each lever.


async def test_a_dialog_stays_true_while_the_figures_move() -> None:
    async with incident_room() as (world, incident):
        await world.press("c", "y")
        await world.press("r")
        world.expect("still OVER the line of 5.0 %: the rule will fire again")
        await world.until(lambda: (incident.rate or 100) < 4.9, within=60)
        world.expect("under the line of 5.0 %")
        assert not world.shows("still OVER")
        await world.press("escape")
        assert not world.shows("RESUMES")
        assert len(world.network.changes()) == 1, "nothing was resolved"


async def test_tuning_sets_the_threshold_and_wants_a_number() -> None:
    async with incident_room() as (world, incident):
        await world.press("t")
        world.expect("Threshold of “Bounce rate spike” in percent, now 5")
        await world.erase(1)
        await world.type("much")
        await world.press("enter")
        world.expect("! a number in percent")
        await world.erase(4)
        await world.type("12,5")
        await world.press("enter")
        world.expect("from 5 % to 12.5 %")
        await world.press("y")
        await world.advance(3)
        assert only(world, incident, "velocity.rules.update").outcome is Outcome.CONFIRMED
        world.expect("of 12.5 %")
        assert incident.threshold == 12.5


async def test_purging_wants_the_word_and_says_how_many() -> None:
    async with incident_room() as (world, incident):
        await world.press("P")
        world.expect(r"Purge the scheduled queue \(\d+ messages\)")
        world.expect(r"Deletes \d+ messages that wait for their time, of every sender")
        await world.type("yes")
        await world.press("enter")
        world.expect("! That is not the word")
        assert world.network.changes() == []
        await world.erase(3)
        await world.type("purge")
        await world.press("enter")
        await world.advance(3)
        moment = only(world, incident, "sending_queues.scheduled.purge")
        assert moment.outcome is Outcome.CONFIRMED
        await world.press("P")
        world.expect("The scheduled queue is empty")


async def test_a_note_stands_in_the_timeline_as_it_was_typed() -> None:
    async with incident_room() as (world, incident):
        await world.press("m")
        await world.type("Told the shop [/b] owner :) q!")
        await world.press("enter")
        world.expect(r"✎ Told the shop \[/b\] owner :\) q!")
        assert [each.text for each in incident.timeline.moments if each.outcome is Outcome.NOTE] == [
            "Told the shop [/b] owner :) q!"
        ]


# Read-only.


async def test_in_read_only_mode_every_lever_says_why_not() -> None:
    async with incident_room(settings={"read_only": True}) as (world, _):
        world.expect("READ-ONLY|R/O")
        world.expect(r"\(c Cancel\)")
        depth = len(world.app.screen_stack)
        titles = {"c": "Cancel", "P": "Purge", "r": "Resolve", "d": "Dismiss", "t": "Tune", "i": "IP access"}
        for key, title in titles.items():
            await world.press(key)
            world.expect(f"{title}: not in read-only mode")
            assert len(world.app.screen_stack) == depth, "no dialog"
        with pytest.raises(ReadOnly):
            await world.session.client.campaigns.cancel(CAMPAIGN_ID)
        assert world.network.changes() == []


async def test_a_full_disk_loses_no_timeline(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: Path, _text: str) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    async with incident_room() as (world, incident):
        monkeypatch.setattr("mttui.screens.incident_levers.write_privately", full)
        before = len(incident.timeline.moments)
        await world.press("E")
        assert "could not be written" in world.toasts()[-1]
        assert "No space left on device" in world.toasts()[-1]
        assert len(incident.timeline.moments) == before
