"""The story "page": from the banner to sending again, by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from mttui.sandbox.scenarios.bounce_spike import CAMPAIGN_ID
from mttui.stores.incident import Incident
from mttui.stores.timeline import Outcome
from mttui.stores.watch import Sending
from tests.flows.world import World, at_the_banner, open_world, top

MOST_PRESSES = 8
"""Key presses from the banner to sending again, confirmations included (issue: to show it works)."""
FAST = 10.0
"""Simulated seconds for each of the stepped clock, where nothing is counted by the minute."""
HEADINGS = [
    "What Happened",
    "Contributing Factors",
    "Resolution",
    "Impact",
    "Responders",
    "Timeline",
    "How'd We Do?",
    "Action Items",
    "Messaging",
]
"""PagerDuty's, as the reference of this program gives them."""


@pytest.fixture(autouse=True)
def state_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


async def test_from_a_calm_minute_to_sending_again_in_eight_keys(state_home: Path) -> None:
    async with open_world("bounce-spike", time_scale=FAST) as world:
        assert world.sending() is Sending.ACTIVE
        assert not world.shows("INCIDENT")
        await at_the_banner(world)
        world.expect("PAUSED")
        world.expect("▲ 1 incident")
        incident = await open_the_room(world)
        await stop_the_campaign(world, incident)

        await world.until(lambda: (incident.rate or 100) < 5.0, within=60)
        world.expect("✓ under")
        assert world.sending() is Sending.PAUSED
        await world.press("r")
        world.expect("Sending RESUMES at once")
        world.expect(r"The rate is [0-4]\.\d %, under the line of 5.0 %")
        await world.press("y")
        await world.until(lambda: incident.is_over and world.sending() is Sending.ACTIVE, within=5)
        await world.beat()
        world.expect("✓ OVER Bounce rate spike")
        assert not world.shows("▲ INCIDENT")
        assert world.presses <= MOST_PRESSES
        assert [each.path.rpartition("/")[2] for each in world.network.changes()] == ["cancel", "resolve"]

        await world.advance(60)
        assert world.incident is None, "it does not fire again"
        await world.press("E")
        exported = (state_home / "mttui" / "exports").glob("*.md")
        text = next(exported).read_text()
    assert [line[3:] for line in text.splitlines() if line.startswith("## ")] == HEADINGS
    assert "Kami kangen" in text
    assert "Cancel campaign" in text
    assert "confirmed" in text


async def open_the_room(world: World) -> Incident:
    """One key, and everything that can be known is there."""
    await world.press("!")
    incident = world.incident
    assert incident is not None
    assert not world.shows("asking|not known yet|No suspect"), "all evidence is there at once"
    assert top(world).source.id == CAMPAIGN_ID
    assert top(world).is_accused
    world.expect("▸ ▲ campaign .*SENDING")
    return incident


async def stop_the_campaign(world: World, incident: Incident) -> None:
    """Asked once, and read back."""
    await world.press("c")
    world.expect("Cancel campaign “Kami kangen!")
    world.expect("cannot be undone")
    world.expect(r"About 12,\d{3} messages will not be sent")
    assert world.network.changes() == []
    await world.press("y")
    await world.advance(2)
    (sent,) = world.network.changes("/cancel")
    assert sent.idempotency_key
    (cancelled,) = world.moments(incident, "campaigns.cancel")
    assert cancelled.outcome is Outcome.CONFIRMED
    assert cancelled.confirmed_at is not None
    assert cancelled.confirmed_at >= cancelled.at
    world.expect("✓ Cancel campaign .*confirmed")
    world.expect("DRAFT")


async def test_resolving_before_the_cause_is_gone_fires_again() -> None:
    async with open_world("bounce-spike", time_scale=FAST) as world:
        await at_the_banner(world)
        first = world.incident
        assert first is not None
        await world.press("!", "r")
        world.expect("still OVER the line of 5.0 %: the rule will fire again")
        await world.press("y")
        await world.until(lambda: first.is_over, within=10)
        await world.until(lambda: world.incident not in (None, first), within=30)
        await world.beat()
        world.expect("▲ INCIDENT Bounce rate spike")
        assert world.shows("✓ OVER"), "the room of the first one stays"
        await world.press("!")
        world.expect("▲ ACTIVE Bounce rate spike")
        second = world.incident
        assert second is not None
        assert second.event.id != first.event.id


async def test_a_false_alarm_is_dismissed_and_keeps_quiet() -> None:
    async with open_world("bounce-spike", time_scale=FAST) as world:
        await at_the_banner(world)
        incident = world.incident
        assert incident is not None
        await world.press("!", "d")
        world.expect("false alarm")
        world.expect("Sending RESUMES")
        await world.press("y")
        await world.until(lambda: incident.is_over and world.sending() is Sending.ACTIVE, within=10)
        await world.advance(30)
        assert world.incident is None, "it is still over the line, but within its cooldown"
        (moment,) = world.moments(incident, "velocity.events.dismiss")
        assert moment.outcome is Outcome.CONFIRMED
        await world.press("r")
        world.expect("The event is over already")
        assert len(world.network.changes()) == 1


async def test_a_leaked_key_shows_itself_and_is_cut_off() -> None:
    async with open_world("leaked-key", time_scale=FAST) as world:
        await at_the_banner(world)
        await world.until(lambda: world.sending() is Sending.PAUSED, within=30)
        world.presses = 0
        await world.press("!")
        incident = world.incident
        assert incident is not None
        suspect = top(world)
        assert suspect.source.kind == "SMTP credential"
        assert suspect.is_accused
        address = suspect.addresses[0]
        logs = incident.evidence.logs.snapshot.value
        assert logs is not None
        assert address in {each.value for each in logs.newcomers.addresses}
        world.expect(f"Sent from {address}, an address never seen before")
        world.expect(f"NEW address {address}")

        await world.press("c")
        world.expect("Delete SMTP credential")
        await world.press("y")
        await world.advance(2)
        (sent,) = world.network.changes()
        assert (sent.method, sent.path) == ("DELETE", f"/v1/smtp-credentials/{suspect.source.id}")
        (moment,) = world.moments(incident, "smtp_credentials.delete")
        assert moment.outcome is Outcome.CONFIRMED
        await world.until(lambda: (incident.rate or 100) < (incident.threshold or 0), within=60)
        await world.press("r")
        world.expect("Sending stays PAUSED: 1 other event stays active: “Spam block share”")
        await world.press("y")
        await world.until(lambda: incident.is_over, within=10)
        await world.press("!", "r")
        world.expect("Sending RESUMES at once")
        await world.press("y")
        await world.until(lambda: world.sending() is Sending.ACTIVE, within=10)
        assert world.presses <= MOST_PRESSES
        await world.advance(30)
        assert world.incident is None
