"""Response times to take along: a table that no spreadsheet takes for formulas, and one sentence."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings

from mttui.local.opinions import Agreement
from mttui.local.response_log import Response, Turn
from mttui.views.response_times import response_rows, response_words

from .inbox_samples import HOSTILE_WORDS

ASKED = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def response(
    took: timedelta = HOUR,
    target: timedelta | None = HOUR * 4,
    turn: Turn = Turn.FIRST,
    thread: str = "t1",
    split: str = "Open",
) -> Response:
    return Response("live", thread, turn, split, ASKED, ASKED + took, target)


def test_the_table_has_a_head_and_a_line_an_answer() -> None:
    rows = list(response_rows([response(), response(HOUR * 5), response(target=None, turn=Turn.NEXT)]))
    assert rows == [
        ("thread", "turn", "split", "asked_at", "answered_at", "seconds", "target_seconds", "met"),
        (
            "t1",
            "first",
            "Open",
            "2026-11-22T12:00:00+00:00",
            "2026-11-22T13:00:00+00:00",
            "3600",
            "14400",
            "yes",
        ),
        (
            "t1",
            "first",
            "Open",
            "2026-11-22T12:00:00+00:00",
            "2026-11-22T17:00:00+00:00",
            "18000",
            "14400",
            "no",
        ),
        ("t1", "next", "Open", "2026-11-22T12:00:00+00:00", "2026-11-22T13:00:00+00:00", "3600", "", ""),
    ]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_cell_is_a_formula(sign: str) -> None:
    formula = f'{sign}HYPERLINK("https://evil.example")'
    (_, row) = response_rows([response(thread=formula, split=formula)])
    assert row[0] == row[2] == f"'{formula}"


@given(text=HOSTILE_WORDS)
@settings(max_examples=80, deadline=None)
def test_what_is_written_is_read_back(text: str) -> None:
    written = io.StringIO(newline="")
    rows = list(response_rows([response(split=text)]))
    csv.writer(written).writerows(rows)
    read = list(csv.reader(io.StringIO(written.getvalue(), newline="")))
    assert [tuple(each) for each in read] == rows
    assert read[1][2].removeprefix("'") == text.removeprefix("'")


def test_one_sentence_says_how_many_came_in_time() -> None:
    rows = [
        response(), response(HOUR * 5), response(turn=Turn.NEXT), response(target=None, turn=Turn.NEXT),
    ]  # fmt: skip
    assert response_words(rows, Agreement()) == (
        "first answers in time: 50.0 % (1 of 2) · further answers in time: 100.0 % (1 of 1)"
    )
    assert response_words(rows[:1], Agreement(accepted=3, changed=1)).endswith(
        "suggestions taken: 75.0 % of 4"
    )
    assert response_words([response(target=None)], Agreement()) == ""
