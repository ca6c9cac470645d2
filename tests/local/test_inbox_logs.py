"""What is kept to be counted later: opinions on classifications, and response times."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mttui.local.database import Database
from mttui.local.opinions import Agreement, Decision, Opinion, Opinions
from mttui.local.response_log import Response, Responses, Turn

from .copies_of_mttui import START


def test_an_opinion_comes_back(database: Database) -> None:
    opinions = Opinions(database)
    full = Opinion(
        "live", "t1", START, Decision.CHANGED, category="billing", labels=("billing", "refund"),
        reason="asks for money", confidence=0.81, decided=("vip",), who="budi@ops1",
    )  # fmt: skip
    number = opinions.add(full)
    opinions.add(replace(full, profile="staging"))
    assert opinions.rows("live") == [replace(full, id=number)]


def test_opinions_from_a_time_on_oldest_first(database: Database) -> None:
    opinions = Opinions(database)
    for minutes in (5, 0, 9):
        opinions.add(Opinion("live", f"t{minutes}", START + timedelta(minutes=minutes), Decision.ACCEPTED))
    assert [row.thread for row in opinions.rows("live")] == ["t0", "t5", "t9"]
    later = opinions.rows("live", since=START + timedelta(minutes=5))
    assert [row.thread for row in later] == ["t5", "t9"]


def test_agreement_is_counted(database: Database) -> None:
    opinions = Opinions(database)
    assert opinions.agreement("live") == Agreement()
    assert opinions.agreement("live").share is None
    for decision in (Decision.ACCEPTED, Decision.ACCEPTED, Decision.ACCEPTED, Decision.CHANGED):
        opinions.add(Opinion("live", "t1", START, decision))
    opinions.add(Opinion("staging", "t1", START, Decision.DISMISSED))
    assert opinions.agreement("live") == Agreement(accepted=3, changed=1)
    assert opinions.agreement("live").share == 0.75
    assert opinions.agreement("staging") == Agreement(dismissed=1)


def response(minutes: float, *, target: timedelta | None = timedelta(minutes=30)) -> Response:
    return Response("live", "t1", Turn.FIRST, "Billing", START, START + timedelta(minutes=minutes), target)


def test_responses_come_back_with_whether_the_target_was_met(database: Database) -> None:
    responses = Responses(database)
    given = [response(10), response(30), response(31), response(40, target=None)]
    for one in reversed(given):
        responses.add(one)
    assert responses.rows("live", START) == given
    assert [one.met for one in given] == [True, True, False, None]
    assert responses.rows("live", START + timedelta(minutes=31)) == given[2:]
    assert responses.rows("staging", START) == []


def test_times_without_a_zone_are_refused(database: Database) -> None:
    naive = START.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"):
        Opinions(database).add(Opinion("live", "t1", naive, Decision.ACCEPTED))
    with pytest.raises(ValueError, match="time zone"):
        Responses(database).add(replace(response(1), asked_at=naive))
