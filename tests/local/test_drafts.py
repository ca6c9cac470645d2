from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from mttui.local.database import Database
from mttui.local.draft import Draft, Seen, new_draft
from mttui.local.drafts import Drafts

from .copies_of_mttui import START, Hands, Living


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def living() -> Living:
    return Living("a", "b")


@pytest.fixture
def a(database: Database, living: Living, hands: Hands) -> Drafts:
    return Drafts(database, "a", living, now=hands)


@pytest.fixture
def b(database: Database, living: Living, hands: Hands) -> Drafts:
    return Drafts(database, "b", living, now=hands)


def draft(body: str = "Halo Bu", *, thread: str = "t1", profile: str = "live") -> Draft:
    return new_draft(profile, thread, body=body)


def bodies(drafts: Drafts) -> list[str]:
    return sorted(found.draft.body for found in drafts.for_thread("live", "t1"))


def test_all_of_a_draft_comes_back(a: Drafts) -> None:
    full = Draft(
        id="d1", profile="live", thread="t1", body="Halo\n\x00 \U0001f44b", cursor=(1, 3),
        cc=("a@example.com",), bcc=("b@example.com", "c@example.com"), labels=("refund",), status="snoozed",
        snooze=timedelta(days=3), answer="refund", seen=Seen(4, "m9"),
    )  # fmt: skip
    kept = a.save(full)
    assert kept == replace(full, updated_at=START, owner="a")
    assert a.get("d1") == kept


def test_saving_again_replaces_the_text(a: Drafts, hands: Hands) -> None:
    first = draft("Ha")
    a.save(first)
    hands.move(seconds=1)
    a.save(replace(first, body="Halo", cursor=(0, 4)))
    (found,) = a.for_thread("live", "t1")
    assert (found.draft.body, found.draft.cursor, found.draft.updated_at) == ("Halo", (0, 4), hands.at)


def test_text_that_utf8_cannot_hold_is_kept_as_far_as_it_goes(a: Drafts) -> None:
    kept = a.save(draft("before \ud800 after"))
    assert kept.body == "before ? after"
    assert a.get(kept.id) == kept


def test_an_empty_draft_is_removed(a: Drafts) -> None:
    first = draft()
    a.save(first)
    a.save(replace(first, body=" \n"))
    assert a.get(first.id) is None
    a.save(replace(first, body="", cc=("a@example.com",)))
    assert a.get(first.id) is not None


def test_offered_is_what_no_running_copy_holds(a: Drafts, b: Drafts, living: Living, hands: Hands) -> None:
    b.save(draft("of b"))
    a.save(draft("ours"))
    hands.move(seconds=1)
    b.save(draft("of b, newer", thread="t2"))
    b.save(draft("elsewhere", profile="staging"))
    assert a.offered("live") == []
    living.tokens.remove("b")
    assert [found.body for found in a.offered("live")] == ["of b, newer", "of b"]


def test_a_thread_says_who_else_is_typing(a: Drafts, b: Drafts, living: Living) -> None:
    b.save(draft("of b"))
    (found,) = a.for_thread("live", "t1")
    assert (found.elsewhere, found.draft.owner) == (True, "b")
    assert a.elsewhere("live") == {"t1": "b"}
    assert b.elsewhere("live") == {}
    assert not b.for_thread("live", "t1")[0].elsewhere
    living.tokens.remove("b")
    assert not a.for_thread("live", "t1")[0].elsewhere
    assert a.elsewhere("live") == {}


def test_taking_from_a_dead_copy(a: Drafts, b: Drafts, living: Living) -> None:
    left = b.save(draft("left behind"))
    assert a.take(left.id) is None
    living.tokens.remove("b")
    taken = a.take(left.id)
    assert taken == replace(left, owner="a")
    assert a.take(left.id) == taken
    assert a.offered("live") == []
    assert a.take("never-seen") is None


def test_who_lost_a_draft_goes_on_in_a_new_row(a: Drafts, b: Drafts, living: Living, hands: Hands) -> None:
    """Copy b was taken for dead (its file was deleted) and types on."""
    first = b.save(draft("Halo"))
    living.tokens.remove("b")
    assert a.take(first.id)
    a.save(replace(first, body="Halo from a"))
    hands.move(seconds=1)
    fork = b.save(replace(first, body="Halo from"))
    assert fork.id != first.id
    again = b.save(replace(first, body="Halo from b"))
    assert again.id == fork.id
    assert bodies(a) == ["Halo from a", "Halo from b"]
    adopted = b.save(replace(again, body="Halo from b."))
    assert adopted.id == fork.id
    a.save(replace(first, body="Halo from a."))
    assert bodies(a) == ["Halo from a.", "Halo from b."]
    assert b.save(replace(first, body="")).id == fork.id
    assert bodies(a) == ["Halo from a."]


def test_letting_go(a: Drafts, b: Drafts) -> None:
    first = a.save(draft())
    assert not b.release(first.id)
    assert a.release(first.id)
    assert not a.release(first.id)
    assert [found.id for found in b.offered("live")] == [first.id]
    assert b.take(first.id)
    assert a.take(first.id) is None


def test_throwing_away_and_having_it_back(a: Drafts, b: Drafts) -> None:
    first = a.save(draft())
    assert not b.discard(first.id)
    assert a.restore(first.id) is None
    assert a.discard(first.id)
    assert not a.discard(first.id)
    assert a.for_thread("live", "t1") == []
    assert b.restore(first.id) is None
    assert a.take(first.id) is None
    assert a.restore(first.id) == first
    assert bodies(a) == ["Halo Bu"]


def test_late_keystrokes_do_not_put_a_discarded_draft_back(a: Drafts) -> None:
    first = a.save(draft("Hal"))
    a.discard(first.id)
    a.save(replace(first, body="Halo"))
    a.save(replace(first, body=""))
    assert a.for_thread("live", "t1") == []
    restored = a.restore(first.id)
    assert restored is not None
    assert restored.body == "Halo"


def test_what_a_dead_copy_left_can_be_thrown_away(a: Drafts, b: Drafts, living: Living) -> None:
    left = b.save(draft())
    living.tokens.remove("b")
    assert a.discard(left.id)
    assert a.restore(left.id) == replace(left, owner="a")


def test_discarded_drafts_go_after_a_week(a: Drafts, hands: Hands) -> None:
    gone, kept = a.save(draft("gone")), a.save(draft("kept"))
    a.discard(gone.id)
    hands.move(days=7)
    assert a.sweep() == 0
    hands.move(seconds=1)
    assert a.sweep() == 1
    assert a.get(gone.id) is None
    assert a.get(kept.id) == kept
