"""The rows of the inbox and the splits above them: what they say, and that they keep to their cells."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttui.api.models.inbound import InboundVerdict
from mttui.local.response_log import Turn
from mttui.stores.inbox.clocks import ResponseClock
from mttui.text import Role, Span, cell_len, fit_line, line, line_width, plain, printable
from mttui.views.columns import lay_out
from mttui.views.inbox import (
    THREAD_COLUMNS,
    Leaving,
    RowFacts,
    SplitTab,
    age_of,
    clock_span,
    leaving_line,
    said_line,
    state_span,
    tabs_line,
    thread_cells,
    who,
)
from mttui.views.inbox_words import missing_labels, targets_words, verdict_line, verdict_words
from mttui.views.keyboard import Keyboard

from .inbox_samples import HOSTILE_WORDS, NOW, thread

HOUR = timedelta(hours=1)
WIDTH = {column.id: column.width for column in THREAD_COLUMNS}


def clock(left: timedelta, target: timedelta = HOUR * 4) -> ResponseClock:
    return ResponseClock(Turn.FIRST, NOW + left - target, target)


# Rows


def row(facts: RowFacts | None = None, **fields: Any) -> dict[str, str]:
    cells = thread_cells(thread(**fields), facts or RowFacts(), NOW)
    return {column.id: cell.text for column, cell in zip(THREAD_COLUMNS, cells, strict=True)}


def test_a_row_says_who_what_and_how_long_there_is() -> None:
    shown = row(RowFacts(clock(HOUR)), last_inbound_at=NOW - HOUR * 3)
    assert shown == {
        "state": "● open", "who": "Sari", "subject": "Where is my order?", "preview": "It was to come",
        "clock": "1h 00m", "labels": "order vip", "age": "3h",
    }  # fmt: skip


def test_what_is_not_known_is_not_made_up() -> None:
    shown = row(
        subject=None, contact_name="", contact_email=None, preview=None, labels=(), last_inbound_at=None,
        status=None,
    )  # fmt: skip
    assert shown == {
        "state": "● open", "who": "–", "subject": "(no subject)", "preview": "", "clock": "–", "labels": "",
        "age": "–",
    }  # fmt: skip


def test_the_address_stands_for_a_name_that_is_not_known() -> None:
    assert who(thread(contact_name=None)) == "sari@x.example"


@pytest.mark.parametrize(
    ("facts", "state"),
    [
        (RowFacts(), "◐ pending"),
        (RowFacts(has_draft=True), "✎ draft"),
        (RowFacts(has_draft=True, typed_elsewhere=True), "✎ other"),
        (RowFacts(has_draft=True, typed_elsewhere=True, is_leaving=True), "↗ leaving"),
    ],
)
def test_what_matters_most_of_a_state_is_said(facts: RowFacts, state: str) -> None:
    assert state_span(thread(status="pending"), facts).text == state


@pytest.mark.parametrize("status", ["open", "PENDING", "snoozed", "closed", "strange"])
def test_a_state_is_a_sign_and_a_word_and_fits_its_column(status: str) -> None:
    shown = state_span(thread(status=status)).text
    assert status.casefold() in shown
    assert shown[0] in "●◐☾○?"
    assert cell_len(shown) <= WIDTH["state"]


@given(minutes=st.integers(-60 * 24 * 900, 60 * 24 * 900), seconds=st.integers(0, 59))
@settings(max_examples=200, deadline=None)
def test_a_clock_fits_its_column_and_changes_once_a_minute(minutes: int, seconds: int) -> None:
    left = timedelta(minutes=minutes)
    shown = clock_span(clock(left, timedelta(days=1_000)), NOW)
    assert cell_len(shown.text) <= WIDTH["clock"]
    later = clock_span(clock(left, timedelta(days=1_000)), NOW - timedelta(seconds=seconds))
    assert later.text == shown.text or minutes < 0


@pytest.mark.parametrize(
    ("left", "words", "role"),
    [
        (HOUR * 3, "3h 00m", Role.NORMAL),
        (HOUR, "1h 00m", Role.NORMAL),
        (timedelta(minutes=59), "59m 00s", Role.WARN),
        (timedelta(seconds=30), "1m 00s", Role.WARN),
        (timedelta(), "1m 00s", Role.WARN),
        (timedelta(seconds=-1), "▲ 1m over", Role.BAD),
        (timedelta(minutes=-119), "▲ 1h over", Role.BAD),
        (timedelta(days=-99), "▲ 99d over", Role.BAD),
        (timedelta(days=-400), "▲ 400d", Role.BAD),
    ],
)
def test_a_clock_says_when_time_is_short_and_when_it_is_over(left: timedelta, words: str, role: Role) -> None:
    assert clock_span(clock(left), NOW) == Span(words, role)


@pytest.mark.parametrize(
    ("sleeps", "words"),
    [
        (timedelta(minutes=90), "wakes 1h"),
        (timedelta(days=99), "wakes 99d"),
        (timedelta(days=720), "on reply"),
    ],
)
def test_one_that_sleeps_says_until_when(sleeps: timedelta, words: str) -> None:
    shown = row(RowFacts(clock(HOUR), wakes_at=NOW + sleeps))["clock"]
    assert shown == words
    assert cell_len(shown) <= WIDTH["clock"]


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-30), "now"),
        (timedelta(seconds=59), "now"),
        (timedelta(minutes=1), "1m"),
        (timedelta(days=999), "999d"),
    ],
)
def test_an_age_fits_its_column(ago: timedelta, words: str) -> None:
    assert row(last_inbound_at=NOW - ago)["age"] == words
    assert cell_len(words) <= WIDTH["age"]


def test_an_age_is_that_of_their_last_words() -> None:
    last = thread(last_inbound_at=NOW - HOUR, updated_at=NOW, created_at=NOW - HOUR * 9)
    assert age_of(last, NOW) == 3_600
    assert age_of(thread(last_inbound_at=None, updated_at=NOW - HOUR), NOW) == 3_600
    assert age_of(thread(last_inbound_at=None, created_at=NOW - HOUR), NOW) == 3_600


@given(words=HOSTILE_WORDS, width=st.integers(1, 200))
@settings(max_examples=150, deadline=None)
def test_a_row_keeps_to_its_columns_whatever_it_says(words: str, width: int) -> None:
    hostile = thread(
        subject=words, contact_name=words, preview=words, labels=(words,), status=words, contact_email=words
    )
    cells = thread_cells(hostile, RowFacts(), NOW)
    placed = lay_out(THREAD_COLUMNS, width)
    drawn = [fit_line((cells[each.at],), each.width, each.column.align) for each in placed]
    assert [line_width(each) for each in drawn] == [each.width for each in placed]
    assert sum(each.width for each in placed) + len(placed) - 1 <= max(width, 1)


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (200, ["state", "who", "subject", "preview", "clock", "labels", "age"]),
        (91, ["state", "who", "subject", "preview", "clock", "labels", "age"]),
        (80, ["state", "who", "subject", "clock", "labels", "age"]),
        (50, ["state", "who", "subject", "age"]),
        (20, ["subject"]),
    ],
)
def test_what_says_least_goes_first_where_room_is_short(width: int, columns: list[str]) -> None:
    assert [each.column.id for each in lay_out(THREAD_COLUMNS, width)] == columns


# Splits

TABS = [
    SplitTab("Open", 1_234), SplitTab("Pending", 12), SplitTab("Snoozed", None), SplitTab("Closed", 99_999),
    SplitTab("Vip", 7, is_partial=True), SplitTab("Berlangganan", 0),
]  # fmt: skip
SAID = line(Span("12 s ago", Role.MUTED), Span(" "))


def test_all_splits_stand_above_the_list_where_there_is_room() -> None:
    shown = plain(tabs_line(TABS, 1, SAID, 120))
    assert shown.startswith(
        " 3 Inbox   Open 1,234  ▸Pending 12   Snoozed   Closed 99,999   Vip 7+   Berlangganan 0"
    )
    assert shown.endswith("12 s ago ")
    assert len(shown) == 120


@pytest.mark.parametrize("selected", range(len(TABS)))
@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_selected_one_is_always_there(selected: int, width: int) -> None:
    shown = plain(tabs_line(TABS, selected, SAID, width))
    assert f"▸{TABS[selected].name}" in shown
    assert ("‹" in shown) == ("Open" not in shown)
    assert ("›" in shown) == ("Berlangganan" not in shown)


@given(
    names=st.lists(HOSTILE_WORDS, min_size=1, max_size=8),
    selected=st.integers(0, 7),
    said=HOSTILE_WORDS,
    width=st.integers(0, 160),
    count=st.one_of(st.none(), st.integers(0, 10**9)),
)
@settings(max_examples=150, deadline=None)
def test_the_splits_take_exactly_the_width(
    names: list[str], selected: int, said: str, width: int, count: int | None
) -> None:
    tabs = [SplitTab(name, count, is_partial=True) for name in names]
    assert line_width(tabs_line(tabs, selected % len(tabs), line(said), width)) == width


# What is said below


def test_the_countdown_says_who_when_and_what_calls_it_back() -> None:
    assert plain(leaving_line(Leaving("Sari", 7.4, 0, "u"))) == (
        " ↗ The reply to Sari goes out in 7 s  u calls it back"
    )
    assert "(and 2 more)" in plain(leaving_line(Leaving("Sari", 7.4, 2, "u")))
    stuck = plain(leaving_line(Leaving("Sari", 0, 0, "", trouble="no connection")))
    assert stuck == " ↗ The reply to Sari waits: no connection  "


@given(words=HOSTILE_WORDS, width=st.integers(40, 160), leaves=st.booleans())
@settings(max_examples=60, deadline=None)
def test_what_takes_it_back_is_never_cut_off(words: str, width: int, leaves: bool) -> None:
    leaving = Leaving("Sari", 9.6, 0, "u") if leaves else None
    shown = said_line(line(words), "u", leaving, width)
    assert line_width(shown) <= width
    assert "u takes it back" in plain(shown)
    assert ("↗ 10 s" in plain(shown)) == leaves


# What it is about


def test_a_verdict_says_what_and_why_and_offers_what_is_missing() -> None:
    verdict = InboundVerdict(
        category="billing", sentiment="negative", priority="high", reason="“refund”",
        suggested_labels=("Billing", "order"),
    )  # fmt: skip
    assert verdict_words(verdict) == "billing, negative, high priority (by “refund”)"
    assert missing_labels(verdict, thread()) == ("Billing",)
    (shown,) = verdict_line(verdict, thread(), Keyboard({}), 120)
    assert plain(shown) == " ≈ negative, high priority · c labels it Billing (by “refund”)"
    as_most = InboundVerdict(
        category="order", sentiment="neutral", priority="normal", suggested_labels=("Billing",)
    )
    (shown,) = verdict_line(as_most, thread(), Keyboard({}), 120)
    assert plain(shown) == " ≈ order · c labels it Billing"
    (shown,) = verdict_line(as_most.model_copy(update={"category": "billing"}), thread(), Keyboard({}), 120)
    assert plain(shown) == " ≈ c labels it Billing"
    assert verdict_line(verdict, thread(labels=("billing", "ORDER")), Keyboard({}), 120) == []
    assert verdict_line(InboundVerdict(), thread(), Keyboard({}), 120) == []
    assert verdict_line(None, thread(), Keyboard({}), 120) == []


@given(words=HOSTILE_WORDS, width=st.integers(5, 160))
@settings(max_examples=60, deadline=None)
def test_a_verdict_keeps_to_the_width(words: str, width: int) -> None:
    verdict = InboundVerdict(category=words or "x", reason=words, suggested_labels=(f"{words}!",))
    for shown in verdict_line(verdict, thread(), Keyboard({}), width):
        assert line_width(shown) <= width


def test_what_is_done_to_one_names_it_and_to_several_counts_them() -> None:
    assert targets_words([thread()], "Closed") == "Closed “Where is my order?”"
    assert targets_words([thread(subject=None)], "Closed") == "Closed (no subject) of Sari"
    assert targets_words([thread(), thread()], "Closed") == "Closed 2 threads"


def test_printable_is_what_a_line_is_measured_by() -> None:
    assert line_width(line("\x1b[2J")) == len(printable("\x1b[2J"))
