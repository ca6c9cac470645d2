from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.watch import Sending
from mttui.text import line_width, plain
from mttui.views.alarm import banner_line, ended_words, title_of

BEGAN = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)
EVENT = VelocityEvent(
    id="evt_1", rule_name="Bounce rate spike", metric_value=7.2, threshold=5.0, triggered_at=BEGAN
)


def banner(width: int, *events: VelocityEvent) -> str:
    now = BEGAN + timedelta(seconds=12)
    return plain(banner_line(events or (EVENT,), Sending.PAUSED, now=now, key="!", width=width))


def test_with_room_it_says_what_how_far_since_when_and_what_to_press() -> None:
    assert " ".join(banner(110).split()) == (
        "▲ INCIDENT Bounce rate spike: 7.2 % > 5.0 %, sending PAUSED since 02:40 (12s) press ! to open"
    )


def test_80_columns_hold_the_rule_the_rate_the_state_and_the_key() -> None:
    shown = banner(80)

    for words in ("Bounce rate spike: 7.2 % > 5.0 %", "PAUSED", "12s", "press ! to open"):
        assert words in shown, shown


@pytest.mark.parametrize("width", [0, 5, 20, 40, 80, 200])
def test_it_takes_exactly_the_width(width: int) -> None:
    event = EVENT.model_copy(update={"rule_name": "x" * 500})

    assert len(banner(width, event)) == width


def test_several_are_counted() -> None:
    assert "(+1 more)" in banner(120, EVENT, EVENT)


def test_an_event_without_figures_or_time_is_said_by_its_id() -> None:
    assert "INCIDENT evt_9, sending PAUSED" in banner(100, VelocityEvent(id="evt_9"))


def test_no_byte_of_a_rule_s_name_controls_the_terminal() -> None:
    event = EVENT.model_copy(update={"rule_name": "\x1b]0;owned\x07"})

    assert "\x1b" not in banner(120, event)
    assert "\x1b" not in ended_words(event, Sending.ACTIVE)
    assert line_width(banner_line((event,), Sending.PAUSED, now=BEGAN, key="!", width=80)) == 80


def test_the_title_says_how_sending_stands_only_while_there_is_an_incident() -> None:
    assert title_of(Sending.PAUSED, incident=True) == "▲ paused — mttui"
    assert title_of(Sending.ACTIVE, incident=False) == "mttui"
