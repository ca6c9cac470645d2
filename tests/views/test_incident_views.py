"""What the incident room says, and the post-mortem."""

from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from mttui.api.errors import NoAnswer
from mttui.api.models.audit_logs import AuditLog
from mttui.stores.evidence import Logs, Senders
from mttui.stores.flow import Flow
from mttui.stores.incident import Incident
from mttui.stores.newcomers import Newcomer, Newcomers
from mttui.stores.platform import PlatformStores
from mttui.stores.store import Snapshot
from mttui.stores.suspects import Facts, Source, SourceKind, Suspect
from mttui.stores.timeline import Outcome, Timeline
from mttui.text import Line, plain
from mttui.views import incident as words
from mttui.views.bounces import class_in_words
from mttui.views.postmortem import escape, post_mortem
from tests.offline import EVENT, fill, offline_stores
from tests.stepped_clock import START, SteppedClock

WIB = timezone(timedelta(hours=7), "WIB")
OVER = Flow(sent=250, delivered=220, bounced=20)
UNDER = Flow(sent=500, delivered=480, bounced=5)
AWAY = NoAnswer("nothing came")


@pytest.fixture
async def stores() -> PlatformStores:
    return offline_stores(SteppedClock())


@pytest.fixture
async def incident(stores: PlatformStores) -> Incident:
    incident = Incident(EVENT, stores, Timeline(EVENT.id, who="rina@ops-1"))
    incident.began()
    return incident


def suspect(**changes: object) -> Suspect:
    given: dict[str, object] = {
        "source": Source(SourceKind.CAMPAIGN, "c1"),
        "facts": Facts("May [promo]", "SENDING", waiting=1200, since=START),
        "bounces": 83,
        "sample": 100,
        "bounce_share": 0.83,
        "traffic_share": 0.4,
        "own_rate": 38.0,
        "rate_without": 0.9,
        "lift": 6.3,
    }
    return Suspect(**{**given, **changes})  # type: ignore[arg-type]  # a mixed bag on purpose


def said(lines: list[Line]) -> str:
    return "\n".join(plain(each) for each in lines)


async def test_the_headline_says_what_how_far_and_since_when(
    incident: Incident, stores: PlatformStores
) -> None:
    fill(stores, OVER)
    text = plain(words.headline(incident, START + timedelta(minutes=3)))
    assert text == "▲ ACTIVE Bounce rate spike  7.2 % > 5.0 %  since 02:40 (3m)  sending ■ PAUSED"
    incident.ended()
    assert plain(words.headline(incident, START)).startswith("✓ OVER")


async def test_the_verdict_gives_the_headroom_in_words(incident: Incident, stores: PlatformStores) -> None:
    assert "not known" in plain(words.verdict(incident))
    fill(stores, OVER)
    assert plain(words.verdict(incident)) == "▲ over 8.0 % of 5.0 %  +3.0 points"
    fill(stores, UNDER)
    assert plain(words.verdict(incident)) == "✓ under 1.0 % of 5.0 %  headroom 4.0"


async def test_resolving_says_what_resumes_and_at_which_rate(
    incident: Incident, stores: PlatformStores
) -> None:
    fill(stores, OVER)
    text = " ".join(words.resume_consequences(incident, 1204))
    assert "RESUMES" in text
    assert "1,204 messages" in text
    assert "still OVER the line of 5.0 %: the rule will fire again" in text
    fill(stores, UNDER)
    assert "under the line" in " ".join(words.resume_consequences(incident, None))


async def test_another_active_event_keeps_sending_held_back(
    incident: Incident, stores: PlatformStores
) -> None:
    fill(stores, UNDER)
    other = EVENT.model_copy(update={"id": "evt_10", "rule_name": "Spam block share"})
    text = " ".join(words.resume_consequences(incident, 12, [other]))
    assert "stays PAUSED: 1 other event stays active: “Spam block share”" in text
    assert "RESUMES" not in text


async def test_the_accusation_gives_the_figures(incident: Incident, stores: PlatformStores) -> None:
    fill(stores, OVER)
    logs = Logs(
        audit=(
            AuditLog.read(
                {
                    "userEmail": "dewi@example.com",
                    "action": "import",
                    "resource": "contacts",
                    "resourceId": "c1",
                    "timestamp": (START - timedelta(minutes=9)).isoformat(),
                }
            ),
        ),
        newcomers=Newcomers(addresses=(Newcomer("203.0.113.9", START, 4, "POST /v1/batches"),)),
    )
    text = said(words.accusation(suspect(addresses=("203.0.113.9",)), incident, logs))
    assert "83 of the last 100 bounces with 40 % of what was sent" in text
    assert "Without it the rate would be 0.90 %" in text or "Without it the rate would be 0.9 %" in text
    assert "1,200 of its messages have yet to go out" in text
    assert "203.0.113.9, an address never seen before" in text
    assert "02:31 dewi import contacts" in text
    assert text.index("never seen before") < text.index("Without it"), "the stronger one first"


async def test_a_timeline_shows_asked_and_confirmed_times_and_what_did_not_take(incident: Incident) -> None:
    timeline = incident.timeline
    asked = timeline.asked(START + timedelta(seconds=5), "Cancel campaign", operation="campaigns.cancel")
    assert "reading back" in said(words.timeline(timeline.moments))
    timeline.settle(asked, Outcome.CONFIRMED, START + timedelta(seconds=7))
    other = timeline.asked(START + timedelta(seconds=9), "Resolve", operation="velocity.events.resolve")
    timeline.settle(other, Outcome.NOT_CONFIRMED, None, "after 30 s it is still active")
    newest, middle, oldest = (plain(row) for row in words.timeline(timeline.moments))
    assert newest == "02:40:09 ✗ Resolve  NOT CONFIRMED: after 30 s it is still active"
    assert middle == "02:40:05 ✓ Cancel campaign  confirmed 02:40:07"
    assert "Rule “Bounce rate spike” fired: 7.2 % > 5.0 %, action pause" in oldest


async def test_where_room_is_short_what_came_of_it_is_still_to_be_read(incident: Incident) -> None:
    timeline = incident.timeline
    asked = timeline.asked(START, "Cancel campaign “A subject as long as subjects are”", operation="x")
    timeline.settle(asked, Outcome.CONFIRMED, START + timedelta(seconds=2))
    (newest, *_) = words.timeline(timeline.moments, width=60)
    assert plain(newest) == "02:40:00 ✓ Cancel campaign “A subject a…  confirmed 02:40:02"
    timeline.settle(asked, Outcome.NOT_CONFIRMED, None, "after 30 s the platform does not show that")
    (newest, *_) = words.timeline(timeline.moments, width=60)
    assert plain(newest).startswith("02:40:00 ✗ Cancel campaign “A subj…  NOT CONFIRMED: after 30 s")


@pytest.mark.parametrize(
    ("code", "expected"),
    [("10", "10 invalid recipient (hard)"), ("51", "51 spam block (block)"), ("77", "77"), ("²", "²")],
)
def test_bounce_classes_are_named_and_unknown_ones_shown_as_they_are(code: str, expected: str) -> None:
    assert class_in_words(code) == expected


async def test_the_post_mortem_has_every_heading_and_the_figures(
    incident: Incident, stores: PlatformStores
) -> None:
    fill(stores, OVER)
    asked = incident.timeline.asked(START + timedelta(seconds=5), "Cancel", operation="campaigns.cancel")
    incident.timeline.settle(asked, Outcome.CONFIRMED, START + timedelta(seconds=7))
    text = post_mortem(
        incident,
        suspects=[suspect(), suspect(lift=0.0, facts=Facts("innocent"))],
        flow=OVER,
        local=WIB,
        now=START + timedelta(minutes=5),
        profile="prod",
    )
    for heading in (
        "What Happened",
        "Contributing Factors",
        "Resolution",
        "Impact",
        "Responders",
        "Timeline",
        "How'd We Do?",
        "Action Items",
        "Messaging",
    ):
        assert f"\n## {heading}\n" in text
    assert "83 of the last 100 bounces" in text
    assert "innocent" not in text
    assert "Duration: 5m" in text
    assert "| 2026-11-22 02:40:05 | 09:40:05 WIB | Cancel | rina@ops-1 | confirmed 02:40:07 |" in text


@pytest.mark.parametrize(
    "hostile",
    ["[x](javascript:alert)", "<script>", "a|b", "# head", "*bold*", "- item", "1. item", "\x1b[31m"],
)
def test_text_of_the_platform_is_no_markdown(hostile: str) -> None:
    text = escape(hostile)
    assert "\x1b" not in text
    unescaped = text
    for mark in "\\`*_{}[]<>#|~-.":
        unescaped = unescaped.replace("\\" + mark, "")
    assert not set("`*_[]<>#|~") & set(unescaped)
    assert not text.startswith(("#", "- ", "1."))


@pytest.mark.parametrize(
    ("facts", "senders", "reason"),
    [
        (Facts("Promo", "SENDING"), Snapshot(Senders()), None),
        (Facts("Promo", "SENT", stoppable=False), Snapshot(Senders()), "Promo is SENT: nothing to stop."),
        (Facts(stoppable=False), Snapshot(), "What c1 is doing is still being asked."),
        (Facts(stoppable=False), Snapshot(error=AWAY), f"What c1 is doing could not be read: {AWAY.short}."),
        (
            Facts(stoppable=False),
            Snapshot(Senders()),
            "The platform does not list c1 as sending: nothing to stop.",
        ),
    ],
)
def test_nothing_is_said_to_be_over_before_that_is_known(
    facts: Facts, senders: Snapshot[Senders], reason: str | None
) -> None:
    assert words.nothing_to_stop(suspect(facts=facts), senders) == reason
