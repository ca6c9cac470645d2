from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mttui.local.database import Database
from mttui.local.snoozes import Snooze, Snoozes

from .contest import contend
from .copies_of_mttui import START, Hands, Living

LATER = START + timedelta(hours=3)


@pytest.fixture
def living() -> Living:
    return Living("a", "b")


@pytest.fixture
def a(database: Database, living: Living) -> Snoozes:
    return Snoozes(database, "a", living, now=Hands())


@pytest.fixture
def b(database: Database, living: Living) -> Snoozes:
    return Snoozes(database, "b", living, now=Hands())


def snooze(thread: str = "t1", *, hours: float = 3, profile: str = "live") -> Snooze:
    return Snooze(profile, thread, START + timedelta(hours=hours))


def threads(snoozes: list[Snooze]) -> list[str]:
    return [found.thread for found in snoozes]


def test_all_of_a_snooze_comes_back(a: Snoozes, database: Database) -> None:
    full = Snooze(
        "live", "t1", LATER, wake_on_reply=True, messages=4, subject="Refund \ud800", asked_by="b@h"
    )
    a.put(full)
    again = Snoozes(database, "next run", Living())
    assert again.get("live", "t1") == replace(full, subject="Refund ?", at=START)
    assert again.get("live", "t2") is None


def test_the_first_to_come_back_comes_first(a: Snoozes) -> None:
    for thread, hours in (("t1", 3), ("t2", 1), ("t3", 2)):
        a.put(snooze(thread, hours=hours))
    a.put(snooze("t4", profile="staging"))
    assert threads(a.all("live")) == ["t2", "t3", "t1"]
    assert threads(a.due("live", START + timedelta(hours=2))) == ["t2", "t3"]
    a.put(snooze("t2", hours=9))
    assert threads(a.all("live")) == ["t3", "t1", "t2"]
    assert a.drop("live", "t3")
    assert not a.drop("live", "t3")
    assert threads(a.all("live")) == ["t1", "t2"]


def test_one_copy_wakes_it(a: Snoozes, b: Snoozes) -> None:
    a.put(snooze())
    assert b.claim_due("live", LATER - timedelta(microseconds=1)) == []
    assert threads(b.claim_due("live", LATER)) == ["t1"]
    assert a.claim_due("live", LATER) == b.claim_due("live", LATER) == []
    assert not a.woken("live", "t1")
    assert not a.release("live", "t1")
    assert b.release("live", "t1")
    assert threads(a.claim_due("live", LATER)) == ["t1"]
    assert a.woken("live", "t1")
    assert a.all("live") == []


def test_a_reply_wakes_before_the_time(a: Snoozes, b: Snoozes) -> None:
    a.put(snooze())
    claimed = a.claim("live", "t1")
    assert claimed is not None
    assert claimed.until == LATER
    assert b.claim("live", "t1") is None
    assert a.claim("live", "never-seen") is None


def test_what_a_dead_copy_claimed_is_claimed_again(a: Snoozes, b: Snoozes, living: Living) -> None:
    b.put(snooze())
    b.claim_due("live", LATER)
    living.tokens.remove("b")
    assert threads(a.claim_due("live", LATER)) == ["t1"]


def test_what_is_snoozed_anew_while_it_is_woken_stays_snoozed(a: Snoozes, b: Snoozes) -> None:
    a.put(snooze())
    a.claim_due("live", LATER)
    b.put(snooze(hours=9))
    assert not a.woken("live", "t1")
    assert threads(a.all("live")) == ["t1"]


def test_a_time_without_a_zone_is_refused(a: Snoozes) -> None:
    with pytest.raises(ValueError, match="time zone"):
        a.put(replace(snooze(), until=LATER.replace(tzinfo=None)))


def test_of_two_copies_one_claims_each(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    with Database(state) as database:
        for n in range(150):
            Snoozes(database, "dead", Living()).put(snooze(f"t{n}", hours=n))
    setup = (
        "from datetime import timedelta\n"
        "from mttui.local.snoozes import Snoozes\n"
        "from tests.local.test_snoozes import START, threads\n"
        "snoozes = Snoozes(database, copies.own, copies.is_alive)\n"
        "def claim(n): return threads(snoozes.claim_due('live', START + timedelta(hours=n)))"
    )
    claimed = contend(state, setup, "f't{row}' in claim(int(row))", [str(n) for n in range(150)])
    assert not claimed[0] & claimed[1]
    assert claimed[0] | claimed[1] == {str(n) for n in range(150)}
