from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from mttui.local.copies import Copies
from mttui.local.database import Database
from mttui.local.draft import Seen, new_draft
from mttui.local.drafts import Drafts
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.outgoing import Outgoing, State

from .contest import contend
from .copies_of_mttui import START, Hands, Living

DUE = START + timedelta(seconds=10)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def living() -> Living:
    return Living("a", "b")


@pytest.fixture
def a(database: Database, living: Living, hands: Hands) -> Outbox:
    return Outbox(database, "a", living, now=hands)


@pytest.fixture
def b(database: Database, living: Living, hands: Hands) -> Outbox:
    return Outbox(database, "b", living, now=hands)


@pytest.fixture
def drafts(database: Database, living: Living, hands: Hands) -> Drafts:
    return Drafts(database, "a", living, now=hands)


def reply(body: str = "Sudah dikirim.", *, draft: str = "", profile: str = "live") -> Outgoing:
    return Outgoing(profile=profile, thread="t1", body=body, due_at=DUE, draft=draft)


def state_of(outbox: Outbox, reply: str) -> State:
    kept = outbox.get(reply)
    assert kept is not None
    return kept.state


def begun(outbox: Outbox, hands: Hands, body: str = "Sudah dikirim.") -> Outgoing:
    kept = outbox.put(reply(body))
    hands.at = max(hands.at, DUE)
    started = outbox.begin(kept.id)
    assert started is not None
    return started


def test_all_of_a_reply_comes_back(a: Outbox) -> None:
    full = Outgoing(
        profile="live", thread="t1", body="Halo\n\U0001f44b \ud800", due_at=DUE, cc=("a@example.com",),
        bcc=("b@example.com",), then_status="snoozed", then_labels=("refund", "vip"),
        then_snooze=timedelta(days=3), seen=Seen(4, "m9"),
    )  # fmt: skip
    kept = a.put(full)
    assert kept.id
    assert kept.idempotency_key
    assert (kept.owner, kept.created_at, kept.state) == ("a", START, State.WAITING)
    assert a.get(kept.id) == replace(kept, body="Halo\n\U0001f44b ?")
    assert a.pending("live") == a.recent("live") == [a.get(kept.id)]
    assert a.pending("staging") == []


def test_a_reply_goes_out_once_its_time_has_come(a: Outbox, hands: Hands) -> None:
    kept = a.put(reply())
    hands.at = DUE - timedelta(microseconds=1)
    assert a.due("live") == []
    assert a.begin(kept.id) is None
    hands.at = DUE
    assert a.due("live") == [kept]
    started = a.begin(kept.id)
    assert started == replace(kept, state=State.SENDING, attempts=1)
    assert a.begin(kept.id) is None
    assert a.due("live") == []
    assert a.pending("live") == [started]
    hands.move(seconds=1)
    assert a.sent(kept.id)
    assert not a.sent(kept.id)
    assert a.pending("live") == []
    (sent,) = a.recent("live")
    assert (sent.state, sent.sent_at) == (State.SENT, hands.at)
    assert a.unfinished("live") == []


def test_only_the_copy_that_sends_says_what_came_of_it(a: Outbox, b: Outbox, hands: Hands) -> None:
    started = begun(a, hands)
    assert not b.sent(started.id)
    assert not b.refused(started.id, "422")
    assert not b.doubt(started.id, "cut")
    assert not b.postpone(started.id, "429", hands.at)
    assert state_of(a, started.id) is State.SENDING


def test_the_draft_is_put_away_with_it(a: Outbox, drafts: Drafts, hands: Hands) -> None:
    typed = drafts.save(new_draft("live", "t1", body="Halo {{name}}"))
    kept = a.put(reply("Halo Sari", draft=typed.id))
    assert drafts.for_thread("live", "t1") == []
    drafts.save(replace(typed, body="Halo {{name}}!"))  # a keystroke that was still on its way
    assert drafts.for_thread("live", "t1") == []
    assert a.call_back(kept.id)
    (found,) = drafts.for_thread("live", "t1")
    assert (found.draft.id, found.draft.body, found.draft.owner) == (typed.id, "Halo {{name}}!", "a")
    assert state_of(a, kept.id) is State.CALLED_BACK
    hands.at = DUE
    assert a.due("live") == []
    assert a.begin(kept.id) is None
    assert not a.call_back(kept.id)


def test_a_draft_that_was_never_written_down_does_not_come_up_later(a: Outbox, drafts: Drafts) -> None:
    typed = new_draft("live", "t1", body="Halo")
    kept = a.put(reply("Halo", draft=typed.id))
    drafts.save(typed)
    assert drafts.for_thread("live", "t1") == []
    assert drafts.offered("live") == []
    assert kept.draft == typed.id


def test_a_reply_without_a_draft_becomes_one_when_called_back(a: Outbox, drafts: Drafts) -> None:
    kept = a.put(replace(reply(), cc=("a@example.com",), then_status="closed", then_labels=("refund",)))
    assert a.call_back(kept.id)
    (found,) = drafts.for_thread("live", "t1")
    assert found.draft.body == "Sudah dikirim."
    assert (found.draft.cc, found.draft.status, found.draft.labels) == (
        ("a@example.com",), "closed", ("refund",),
    )  # fmt: skip


def test_a_draft_that_is_forgotten_or_back_already_is_made_anew(
    a: Outbox, drafts: Drafts, hands: Hands
) -> None:
    typed = drafts.save(new_draft("live", "t1", body="typed"))
    kept = a.put(reply("sent", draft=typed.id))
    assert drafts.restore(typed.id)
    assert a.call_back(kept.id)
    found = {thread.draft.body: thread.draft.id for thread in drafts.for_thread("live", "t1")}
    assert found.keys() == {"typed", "sent"}
    back = a.get(kept.id)
    assert back is not None
    assert back.draft == found["sent"] != typed.id


def test_a_draft_is_not_put_on_its_way_twice(a: Outbox, drafts: Drafts) -> None:
    typed = drafts.save(new_draft("live", "t1", body="Halo"))
    first = a.put(reply("Halo", draft=typed.id))
    assert a.put(reply("Halo", draft=typed.id)) == first
    assert len(a.pending("live")) == 1
    assert a.call_back(first.id)
    again = a.put(reply("Halo Bu", draft=typed.id))
    assert again.idempotency_key != first.idempotency_key
    assert [kept.body for kept in a.pending("live")] == ["Halo Bu"]


def test_a_forked_draft_is_put_away_and_the_other_one_stays(a: Outbox, database: Database) -> None:
    """Another copy has the draft by now; what was typed here lies in a fork of it."""
    mine, other = (Drafts(database, owner, Living()) for owner in ("a", "b"))
    typed = mine.save(new_draft("live", "t1", body="Halo"))
    assert other.take(typed.id)
    fork = mine.save(replace(typed, body="Halo from a"))
    kept = a.put(reply("Halo from a", draft=typed.id))
    assert kept.draft == fork.id
    assert [found.draft.body for found in other.for_thread("live", "t1")] == ["Halo"]
    never_saved = other.save(new_draft("live", "t1", body="of b"))
    sent = a.put(reply("of a", draft=never_saved.id))
    assert sent.draft != never_saved.id
    assert len(other.for_thread("live", "t1")) == 2


def test_a_draft_stays_when_the_reply_cannot_be_written_down(
    a: Outbox, drafts: Drafts, database: Database
) -> None:
    typed = drafts.save(new_draft("live", "t1", body="Halo"))
    database.query("PRAGMA max_page_count = 1")
    with pytest.raises(DatabaseError, match="full"):
        a.put(reply("Halo " * 20_000, draft=typed.id))
    assert [found.draft for found in drafts.for_thread("live", "t1")] == [typed]
    assert a.pending("live") == []


def test_what_is_refused_is_a_draft_again(a: Outbox, drafts: Drafts, hands: Hands) -> None:
    typed = drafts.save(new_draft("live", "t1", body="Halo"))
    kept = a.put(reply("Halo", draft=typed.id))
    hands.at = DUE
    a.begin(kept.id)
    assert a.refused(kept.id, "422: cc is not an address \ud800")
    assert [found.draft.body for found in drafts.for_thread("live", "t1")] == ["Halo"]
    (refused,) = a.recent("live")
    assert (refused.state, refused.last_error) == (State.REFUSED, "422: cc is not an address ?")
    assert a.pending("live") == []


def test_what_did_not_go_out_is_tried_again_with_the_same_key(a: Outbox, hands: Hands) -> None:
    started = begun(a, hands)
    assert a.postpone(started.id, "429", hands.at + timedelta(seconds=30))
    assert a.due("live") == []
    hands.move(seconds=30)
    again = a.begin(started.id)
    assert again is not None
    assert (again.attempts, again.last_error) == (2, "429")
    assert again.idempotency_key == started.idempotency_key


def test_a_doubtful_reply_waits_for_the_thread_to_be_read(a: Outbox, b: Outbox, hands: Hands) -> None:
    gone, lost = begun(a, hands, "gone"), begun(a, hands, "lost")
    assert not a.resolve_doubt(gone.id, was_sent=True)
    for started in (gone, lost):
        assert a.doubt(started.id, "cut in mid-answer")
    hands.move(hours=1)
    assert a.due("live") == []
    assert a.begin(gone.id) is None
    assert not a.call_back(gone.id)
    assert {kept.state for kept in a.pending("live")} == {State.DOUBTFUL}
    assert not b.resolve_doubt(lost.id, was_sent=False)
    assert a.resolve_doubt(gone.id, was_sent=True)
    assert a.resolve_doubt(lost.id, was_sent=False)
    assert not a.resolve_doubt(lost.id, was_sent=False)
    assert state_of(a, gone.id) is State.SENT
    assert [kept.body for kept in a.due("live")] == ["lost"]
    again = a.begin(lost.id)
    assert again is not None
    assert (again.idempotency_key, again.attempts) == (lost.idempotency_key, 2)


def test_what_a_dead_copy_had_on_its_way_is_taken_over(
    a: Outbox, b: Outbox, living: Living, hands: Hands
) -> None:
    other = b.put(reply("of another account", profile="staging"))
    sending, doubtful = begun(b, hands, "sending"), begun(b, hands, "doubtful")
    b.doubt(doubtful.id, "cut")
    waiting = b.put(reply("waiting"))
    later = b.put(replace(reply("later"), due_at=hands.at + timedelta(days=1)))
    hands.move(hours=8)
    hold = hands.at + timedelta(seconds=10)
    assert a.recover("live", hold_until=hold) == []
    living.tokens.remove("b")
    taken = {kept.body: kept for kept in a.recover("live", hold_until=hold)}
    assert {body: (kept.state, kept.owner) for body, kept in taken.items()} == {
        "sending": (State.DOUBTFUL, "a"), "doubtful": (State.DOUBTFUL, "a"),
        "waiting": (State.WAITING, "a"), "later": (State.WAITING, "a"),
    }  # fmt: skip
    assert taken["waiting"] == replace(waiting, owner="a", due_at=hold)
    assert taken["later"].due_at == later.due_at
    assert taken["sending"].idempotency_key == sending.idempotency_key
    assert a.recover("live", hold_until=hold) == []
    assert a.get(other.id) == other
    hands.at = hold
    assert [kept.body for kept in a.due("live")] == ["waiting"]


def test_without_a_hold_what_waited_is_due_as_it_was(a: Outbox, b: Outbox, living: Living) -> None:
    kept = b.put(reply())
    living.tokens.remove("b")
    assert a.recover("live") == [replace(kept, owner="a")]


def test_what_follows_a_reply_is_not_forgotten(a: Outbox, b: Outbox, living: Living, hands: Hands) -> None:
    kept = b.put(replace(reply(), then_status="closed"))
    hands.at = DUE
    b.begin(kept.id)
    b.sent(kept.id)
    assert [sent.id for sent in b.unfinished("live")] == [kept.id]
    assert a.unfinished("live") == []
    living.tokens.remove("b")
    ((taken,), again) = a.recover("live"), a.unfinished("live")
    assert again == [taken]
    assert (taken.state, taken.then_status, taken.then_done) == (State.SENT, "closed", False)
    a.finish(kept.id)
    assert a.unfinished("live") == a.recover("live") == []


def test_settled_replies_go_after_a_month(a: Outbox, hands: Hands) -> None:
    sent, waiting = begun(a, hands, "sent"), a.put(reply("waiting"))
    a.sent(sent.id)
    hands.move(days=30)
    assert a.sweep() == 0
    hands.move(seconds=1)
    assert a.sweep() == 1
    assert a.recent("live") == [waiting]


def test_a_time_without_a_zone_is_refused(a: Outbox) -> None:
    with pytest.raises(ValueError, match="time zone"):
        a.put(replace(reply(), due_at=DUE.replace(tzinfo=None)))
    assert a.recent("live") == []


SETUP = "from mttui.local.outbox import Outbox; outbox = Outbox(database, copies.own, copies.is_alive)"


def test_of_two_copies_one_begins_each_reply(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    with Database(state) as database:
        outbox = Outbox(database, "dead", Living())
        ids = [outbox.put(reply(f"{n}")).id for n in range(150)]
        one, other = contend(state, SETUP, "outbox.begin(row)", ids)
        assert not one & other
        assert one | other == set(ids)
        assert {kept.attempts for kept in outbox.pending("live")} == {1}


def test_calling_back_and_beginning_at_once_has_one_winner(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    with Database(state) as database:
        outbox = Outbox(database, "dead", Living())
        ids = [outbox.put(reply(f"{n}")).id for n in range(150)]
        called_back, began = contend(
            state, SETUP, "outbox.begin(row) if number else outbox.call_back(row)", ids
        )
        assert not called_back & began
        assert called_back | began == set(ids)
        assert {kept for kept in ids if state_of(outbox, kept) is State.SENDING} == began
        assert {kept for kept in ids if state_of(outbox, kept) is State.CALLED_BACK} == called_back


SENDER = """
import os, sys; from pathlib import Path
from mttui.local.copies import Copies
from mttui.local.database import Database
from mttui.local.outbox import Outbox
from tests.local.test_outbox import reply
state = Path(sys.argv[1])
copies, database = Copies(state.parent / "copies"), Database(state)
outbox = Outbox(database, copies.own, copies.is_alive)
outbox.put(reply("not begun"))
print(outbox.begin(outbox.put(reply("begun")).id).idempotency_key, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_kill_between_request_and_answer_leaves_a_doubt(tmp_path: Path) -> None:
    state = tmp_path / "mttui.db"
    done = subprocess.run(
        [sys.executable, "-c", SENDER, str(state)], check=False, capture_output=True, text=True
    )
    assert done.returncode == -9, done.stderr
    with Copies(tmp_path / "copies") as copies, Database(state) as database:
        outbox = Outbox(database, copies.own, copies.is_alive)
        taken = {kept.body: kept for kept in outbox.recover("live")}
        assert {body: kept.state for body, kept in taken.items()} == {
            "not begun": State.WAITING, "begun": State.DOUBTFUL,
        }  # fmt: skip
        assert taken["begun"].idempotency_key == done.stdout.strip()
        assert [kept.body for kept in outbox.due("live")] == ["not begun"]
