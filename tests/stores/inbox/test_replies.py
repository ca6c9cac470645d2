"""Replies, one thing at a time: what is sent, what is said, and how their threads are shown meanwhile."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from itertools import pairwise

import pytest

from mttui.api.models.threads import Thread
from mttui.local.draft import Seen
from mttui.local.errors import DatabaseError
from mttui.local.outgoing import Outgoing, State
from mttui.local.response_log import Turn
from mttui.stores.inbox.clocks import ResponseClock, clock_of
from mttui.stores.inbox.replies import RETRY_FIRST, RETRY_MOST
from mttui.stores.inbox.reply import Turnout
from mttui.stores.inbox.splits import Split

from .copies import PROFILE, Copy
from .desk import DAY, WINDOW, Desk, on_desk, row_of, turnouts
from .mail_platform import Wire

OPEN = Split("Open", "open", timedelta(hours=4), timedelta(hours=8))
NO_CONNECTION = Wire(refused=True)
CUT_UNDONE, CUT_DONE = Wire(done_after=None, cut=True), Wire(cut=True)
REFUSAL = Wire(done_after=None, status=422)
CONFLICT = Wire(done_after=None, status=409)
LIMITED = Wire(done_after=None, status=429, retry_after=30)


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    desk.platform.add("t1")
    return desk.copy()


def posts(desk: Desk) -> list[float]:
    """When replies were posted."""
    return [each.at for each in desk.platform.asked if each.method == "POST"]


def reads(desk: Desk) -> list[float]:
    """When the thread was read."""
    return [each.at for each in desk.platform.asked if each.path.endswith("/messages")]


# When, and how often


async def test_it_goes_out_when_its_window_is_over_and_not_before(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    (waiting,) = copy.replies.waiting
    assert copy.replies.seconds_left(waiting) == WINDOW
    await desk.clock.sleep(WINDOW - 0.01)
    assert reads(desk) == posts(desk) == []
    await desk.clock.sleep(0.02)
    assert reads(desk) == posts(desk) == [WINDOW]
    assert turnouts(copy) == [Turnout.SENT]
    assert (copy.replies.waiting, copy.replies.under_way) == ((), 0)
    assert row_of(copy, "Halo").state is State.SENT
    assert on_desk(copy) == []


async def test_the_key_is_in_the_file_before_anything_is_sent(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    key = row_of(copy, "Halo").idempotency_key
    await desk.clock.sleep(WINDOW + 1)
    (post,) = desk.platform.attempts("Halo")
    assert post.key == key


async def test_copies_and_nothing_else_go_with_it(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", cc=("a@x.example",), bcc=("b@x.example", "c@x.example")))
    await desk.clock.sleep(WINDOW + 1)
    (post,) = desk.platform.attempts("Halo")
    assert post.body == {"text": "Halo", "cc": ["a@x.example"], "bcc": ["b@x.example", "c@x.example"]}


async def test_a_time_of_day_that_runs_slow_or_is_set_back_holds_nothing_up(desk: Desk, copy: Copy) -> None:
    desk.clock.rate = 0.99
    await copy.replies.put(desk.reply("t1", "Halo"))
    await desk.clock.sleep(2)
    desk.clock.set_back = timedelta(hours=1)
    await desk.clock.sleep(WINDOW)
    assert desk.platform.sent("Halo") == 1


async def test_the_same_draft_put_on_its_way_twice_goes_out_once(desk: Desk, copy: Copy) -> None:
    reply = desk.reply("t1", "Halo")
    await copy.replies.put(reply)
    await copy.replies.put(reply)
    assert copy.replies.under_way == 1
    await desk.clock.sleep(WINDOW + 1)
    assert len(posts(desk)) == 1
    assert copy.replies.under_way == 0


# Taking back


async def test_called_back_it_is_a_draft_again(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Too early"))
    (waiting,) = copy.replies.waiting
    back = await copy.replies.call_back(waiting.id)
    assert back is not None
    assert await copy.replies.call_back(waiting.id) is None
    assert turnouts(copy) == [Turnout.CALLED_BACK]
    assert on_desk(copy) == ["Too early"]
    await desk.clock.sleep(WINDOW * 3)
    assert posts(desk) == []


async def test_undo_calls_back_only_what_can_be(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    act = copy.triage.last_act
    assert act is not None
    assert act.is_reply
    await desk.clock.sleep(WINDOW + 1)
    assert copy.triage.undo() is None


async def test_undo_of_a_full_disk_says_so_and_the_reply_stays_on_its_way(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    desk.is_full = True
    assert copy.triage.undo() is not None
    await desk.rest()
    assert [str(each) for each in copy.told.trouble] == ["state.db: database or disk is full"]
    assert len(copy.replies.waiting) == 1
    desk.is_full = False
    await desk.clock.sleep(WINDOW + 1)
    assert desk.platform.sent("Halo") == 1


async def test_what_is_being_sent_cannot_be_called_back(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=5.0), "/reply")
    await copy.replies.put(desk.reply("t1", "Halo"))
    (waiting,) = copy.replies.waiting
    await desk.clock.sleep(WINDOW + 1)
    assert copy.replies.waiting == ()
    assert copy.replies.under_way == 1
    assert await copy.replies.call_back(waiting.id) is None
    await desk.clock.sleep(5)
    assert turnouts(copy) == [Turnout.SENT]


# What came in meanwhile


async def test_what_came_in_since_it_was_written_holds_it(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "My answer"))
    desk.platform.write("t1", "inbound", "Never mind")
    await desk.clock.sleep(WINDOW + 1)
    (report,) = copy.told.reports
    assert report.turnout is Turnout.HELD
    assert [mail.message.body_text for mail in report.came_in] == ["Never mind"]
    assert posts(desk) == []
    assert on_desk(copy) == ["My answer"]


async def test_what_a_colleague_sent_meanwhile_does_not(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "My answer"))
    desk.platform.write("t1", "outbound", "I have it")
    await desk.clock.sleep(WINDOW + 1)
    assert turnouts(copy) == [Turnout.SENT]


async def test_a_thread_that_is_gone_gives_the_reply_back(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    del desk.platform.threads["t1"]
    await desk.clock.sleep(WINDOW + 1)
    assert turnouts(copy) == [Turnout.REFUSED]
    assert on_desk(copy) == ["Halo"]


# Trouble on the wire


async def test_without_a_connection_it_is_tried_ever_more_seldom_and_said_once(
    desk: Desk, copy: Copy
) -> None:
    desk.always(NO_CONNECTION)
    await copy.replies.put(desk.reply("t1", "Halo"))
    await desk.clock.sleep(1_000)
    assert turnouts(copy) == [Turnout.WAITING]
    (waiting,) = copy.replies.waiting
    assert "no connection" in copy.replies.trouble_of(waiting)
    tries = [each.at for each in desk.platform.asked]
    assert max(later - one for one, later in pairwise(tries)) < RETRY_MOST + 5
    assert len(tries) < 100
    desk.spoil("")
    await desk.clock.sleep(RETRY_MOST + 1)
    assert desk.platform.sent("Halo") == 1


@pytest.mark.parametrize("doubt", [CUT_UNDONE, CUT_DONE, Wire(status=500), Wire(done_after=None, status=502)])
async def test_after_a_doubt_it_is_read_back_and_then_sent_if_it_is_not_there(
    desk: Desk, copy: Copy, doubt: Wire
) -> None:
    desk.spoil("/reply", doubt)
    await copy.replies.put(desk.reply("t1", "Once"))
    await desk.clock.sleep(WINDOW + 0.1)
    assert turnouts(copy) == [Turnout.DOUBTFUL]
    assert row_of(copy, "Once").state is State.DOUBTFUL
    await desk.clock.sleep(60)
    assert turnouts(copy) == [Turnout.DOUBTFUL, Turnout.SENT]
    assert desk.platform.sent("Once") == 1
    was_done = doubt.done_after is not None
    assert len(posts(desk)) == (1 if was_done else 2)
    assert reads(desk)[1] == WINDOW + RETRY_FIRST
    assert len({each.key for each in desk.platform.attempts("Once")}) == 1


async def test_what_was_done_after_it_was_read_back_is_found_right_before_the_next_attempt(
    desk: Desk, copy: Copy
) -> None:
    """A platform without keys: this is all that keeps it from a second mail."""
    desk.platform.honours_keys = False
    desk.spoil("/reply", Wire(done_after=RETRY_FIRST + 1, cut=True))
    await copy.replies.put(desk.reply("t1", "Once"))
    await desk.clock.sleep(60)
    assert len(posts(desk)) == 1
    assert turnouts(copy) == [Turnout.DOUBTFUL, Turnout.SENT]
    assert row_of(copy, "Once").state is State.SENT


async def test_a_reply_is_found_with_what_the_platform_puts_around_it(desk: Desk, copy: Copy) -> None:
    desk.spoil("/reply", CUT_UNDONE)
    await copy.replies.put(desk.reply("t1", "It left today.\n\nSari"))
    await desk.clock.sleep(WINDOW + 0.5)
    wrapped = "It left today.\r\n\r\nSari\r\n\r\nOn Mon, 1 Jun 2026, Budi wrote:\r\n> Where is it?\r\n"
    desk.platform.write("t1", "outbound", wrapped)
    await desk.clock.sleep(60)
    assert turnouts(copy) == [Turnout.DOUBTFUL, Turnout.SENT]
    assert len(posts(desk)) == 1


async def test_the_same_words_from_before_it_was_written_are_not_taken_for_it(desk: Desk, copy: Copy) -> None:
    desk.platform.write("t1", "outbound", "Thanks!")
    desk.platform.write("t1", "inbound", "And?")
    desk.spoil("/reply", CUT_UNDONE)
    await copy.replies.put(desk.reply("t1", "Thanks!"))
    await desk.clock.sleep(60)
    assert desk.platform.sent("Thanks!") == 2


async def test_a_limit_is_heeded_and_it_can_be_called_back_meanwhile(desk: Desk, copy: Copy) -> None:
    desk.always(LIMITED, "/reply")
    await copy.replies.put(desk.reply("t1", "Halo"))
    # The transport itself waits twice for as long as it is asked to.
    await desk.clock.sleep(WINDOW + 61)
    assert turnouts(copy) == [Turnout.WAITING]
    (waiting,) = copy.replies.waiting
    assert await copy.replies.call_back(waiting.id) is not None
    assert on_desk(copy) == ["Halo"]


async def test_a_refusal_gives_it_back_with_the_reason(desk: Desk, copy: Copy) -> None:
    desk.spoil("/reply", REFUSAL)
    await copy.replies.put(desk.reply("t1", "Halo"))
    await desk.clock.sleep(WINDOW + 1)
    (report,) = copy.told.reports
    assert report.turnout is Turnout.REFUSED
    assert "422" in report.words
    assert (row_of(copy, "Halo").state, on_desk(copy)) == (State.REFUSED, ["Halo"])


@pytest.mark.parametrize("refusal", [REFUSAL, CONFLICT])
async def test_a_refusal_after_a_doubt_is_no_proof_that_nothing_went_out(
    desk: Desk, copy: Copy, refusal: Wire
) -> None:
    """The first attempt is done so late that the second one is refused before."""
    desk.spoil("/reply", Wire(done_after=RETRY_FIRST * 2 + 1, cut=True), refusal)
    await copy.replies.put(desk.reply("t1", "Once"))
    await desk.clock.sleep(120)
    assert turnouts(copy)[-1] is Turnout.SENT
    assert Turnout.REFUSED not in turnouts(copy)
    assert (desk.platform.sent("Once"), on_desk(copy)) == (1, [])


async def test_a_conflict_with_an_attempt_that_the_platform_is_still_at_is_waited_out(
    desk: Desk, copy: Copy
) -> None:
    desk.spoil("/reply", Wire(done_after=40.0, cut=True), *[CONFLICT] * 20)
    await copy.replies.put(desk.reply("t1", "Once"))
    await desk.clock.sleep(300)
    assert turnouts(copy)[-1] is Turnout.SENT
    assert Turnout.REFUSED not in turnouts(copy)
    assert (desk.platform.sent("Once"), on_desk(copy)) == (1, [])


async def test_a_refusal_after_a_doubt_in_which_nothing_went_out_gives_it_back(
    desk: Desk, copy: Copy
) -> None:
    desk.spoil("/reply", CUT_UNDONE, REFUSAL)
    await copy.replies.put(desk.reply("t1", "Once"))
    await desk.clock.sleep(60)
    assert turnouts(copy) == [Turnout.DOUBTFUL, Turnout.REFUSED]
    assert (desk.platform.sent("Once"), on_desk(copy)) == (0, ["Once"])


async def test_a_thread_that_is_gone_after_a_doubt_gives_it_back(desk: Desk, copy: Copy) -> None:
    desk.spoil("/reply", CUT_UNDONE)
    await copy.replies.put(desk.reply("t1", "Halo"))
    await desk.clock.sleep(WINDOW + 0.5)
    del desk.platform.threads["t1"]
    await desk.clock.sleep(60)
    assert turnouts(copy) == [Turnout.DOUBTFUL, Turnout.REFUSED]
    assert copy.replies.under_way == 0


# Trouble with the state file


async def test_a_full_disk_takes_nothing_over(desk: Desk, copy: Copy) -> None:
    desk.is_full = True
    with pytest.raises(DatabaseError, match="full"):
        await copy.replies.put(desk.reply("t1", "Halo"))
    desk.is_full = False
    await desk.clock.sleep(60)
    assert (posts(desk), copy.replies.under_way) == ([], 0)
    assert copy.overlay.version("t1") is None


async def test_several_are_taken_over_together_or_not_at_all(desk: Desk, copy: Copy) -> None:
    desk.platform.add("t2")
    calls = iter([False, True])
    copy.disk.is_full = lambda: next(calls, False)
    with pytest.raises(DatabaseError):
        await copy.replies.put(desk.reply("t1", "One"), desk.reply("t2", "Two"))
    await desk.clock.sleep(60)
    assert (posts(desk), on_desk(copy)) == ([], ["One"])


async def test_what_cannot_be_taken_out_again_is_seen_and_can_be_called_back(desk: Desk, copy: Copy) -> None:
    desk.platform.add("t2")
    calls = iter([False, True, True])
    copy.disk.is_full = lambda: next(calls, False)
    with pytest.raises(DatabaseError):
        await copy.replies.put(desk.reply("t1", "One"), desk.reply("t2", "Two"))
    assert [each.body for each in copy.replies.waiting] == ["One"]
    assert copy.triage.undo() is not None
    await desk.clock.sleep(60)
    assert (posts(desk), on_desk(copy)) == ([], ["One"])


async def test_it_is_not_begun_before_that_can_be_written_down(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    desk.is_full = True
    await desk.clock.sleep(300)
    assert posts(desk) == []
    assert turnouts(copy) == [Turnout.KEPT], "said once"
    desk.is_full = False
    await desk.clock.sleep(RETRY_MOST + 1)
    assert desk.platform.sent("Halo") == 1
    assert turnouts(copy) == [Turnout.KEPT, Turnout.SENT]


@pytest.mark.parametrize(
    ("wire", "ends"),
    [(Wire(takes=1.0), State.SENT), (Wire(takes=1.0, cut=True), State.SENT), (REFUSAL, State.REFUSED)],
)
async def test_what_came_of_it_is_written_down_once_the_disk_takes_it(
    desk: Desk, copy: Copy, wire: Wire, ends: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.always(wire, "/reply")
    await copy.replies.put(desk.reply("t1", "Halo"))
    begun = copy.outbox.begin

    def begin(reply: str) -> Outgoing | None:
        desk.is_full = True
        return begun(reply)

    monkeypatch.setattr(copy.outbox, "begin", begin)
    await desk.clock.sleep(120)
    assert row_of(copy, "Halo").state is State.SENDING
    assert copy.told.trouble
    assert len(posts(desk)) == 1
    desk.is_full = False
    desk.spoil("")
    await desk.clock.sleep(RETRY_MOST * 2)
    assert row_of(copy, "Halo").state is ends
    assert desk.platform.sent("Halo") == (ends is State.SENT)
    assert copy.replies.under_way == 0


# The end of the program, and the next one


async def test_what_a_killed_copy_left_can_be_called_back_for_a_whole_window(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Left"))
    await desk.clock.sleep(WINDOW - 1)
    await copy.kill(desk.family)
    later = desk.copy()
    await later.replies.recover()
    assert turnouts(later) == [Turnout.FOUND]
    (waiting,) = later.replies.waiting
    assert later.replies.seconds_left(waiting) == pytest.approx(WINDOW)
    act = later.triage.undo()
    assert act is not None
    await desk.rest()
    assert turnouts(later) == [Turnout.FOUND, Turnout.CALLED_BACK]
    assert on_desk(later) == ["Left"]


async def test_what_a_copy_was_killed_over_is_read_back(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=5.0), "/reply")
    copy.do(copy.replies.put(desk.reply("t1", "Once")))
    await desk.clock.sleep(WINDOW + 1)
    await copy.kill(desk.family)
    later = desk.copy()
    later.do(later.replies.recover())
    await desk.clock.sleep(RETRY_FIRST + 1)
    assert turnouts(later) == [Turnout.DOUBTFUL, Turnout.SENT]
    assert len(posts(desk)) == 1


async def test_a_copy_that_runs_keeps_what_it_has(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Mine"))
    other = desk.copy()
    assert await other.replies.recover() == []
    assert await copy.replies.recover() == []
    assert copy.replies.under_way == 1


async def test_closing_keeps_what_waits(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Kept"))
    await copy.replies.close(send=False)
    await desk.clock.sleep(60)
    assert posts(desk) == []
    assert row_of(copy, "Kept").state is State.WAITING


async def test_closing_sends_what_waits_where_that_is_wanted(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Now", status="closed"))
    began = desk.clock.monotonic()
    await copy.replies.close(send=True)
    assert desk.clock.monotonic() - began < 1
    assert desk.platform.sent("Now") == 1
    assert desk.platform.threads["t1"]["status"] == "closed"


@pytest.mark.parametrize("send", [True, False])
@pytest.mark.parametrize(
    "trouble",
    [NO_CONNECTION, CUT_UNDONE, Wire(done_after=None, status=500), Wire(done_after=None, status=429)],
)
async def test_closing_does_not_wait_for_better_times(
    desk: Desk, copy: Copy, trouble: Wire, send: bool
) -> None:
    await copy.replies.put(desk.reply("t1", "Stuck"))
    desk.always(trouble)
    await desk.clock.sleep(WINDOW + 0.5 if not send else 1)
    began = desk.clock.monotonic()
    await copy.replies.close(send=send)
    assert desk.clock.monotonic() - began < 20
    assert not row_of(copy, "Stuck").state.is_settled


async def test_closing_with_a_full_disk_does_not_hang(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Stuck"))
    desk.is_full = True
    began = desk.clock.monotonic()
    await copy.replies.close(send=True)
    assert desk.clock.monotonic() - began < 5


async def test_closing_waits_for_the_answer_to_what_is_being_sent(desk: Desk, copy: Copy) -> None:
    desk.always(Wire(takes=5.0), "/reply")
    await copy.replies.put(desk.reply("t1", "Half way"))
    await desk.clock.sleep(WINDOW + 1)
    await copy.replies.close(send=False)
    assert row_of(copy, "Half way").state is State.SENT


async def test_closing_while_it_is_taken_over_sends_it_too(desk: Desk, copy: Copy) -> None:
    put = copy.do(copy.replies.put(desk.reply("t1", "At the door")))
    await asyncio.sleep(0)
    put.cancel()  # the composer is gone; what it handed over is not
    await copy.replies.close(send=True)
    assert desk.platform.sent("At the door") == 1


# How its thread is shown


def shown(copy: Copy, thread_id: str = "t1") -> Thread:
    version = copy.overlay.version(thread_id)
    assert version is not None
    return version.thread


async def test_its_clock_stops_and_it_leaves_its_split_at_once(desk: Desk, copy: Copy) -> None:
    before = desk.thread("t1")
    assert clock_of(before, OPEN) is not None
    await copy.replies.put(desk.reply("t1", "Halo"))
    assert shown(copy).status == "open"
    assert clock_of(shown(copy), OPEN) is None
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    assert clock_of(shown(copy), OPEN) == clock_of(before, OPEN)
    for status, asked in (("closed", {"status": "closed"}), ("snoozed", {"snooze": DAY})):
        await copy.replies.put(desk.reply("t1", f"Then {status}", **asked))
        assert shown(copy).status == status
        (waiting,) = copy.replies.waiting
        await copy.replies.call_back(waiting.id)
        assert shown(copy).status == "open"


async def test_once_it_is_out_lists_that_are_read_later_are_believed(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo"))
    version = copy.overlay.version("t1")
    assert version is not None
    assert version.settled_at is None
    await desk.clock.sleep(WINDOW + 1)
    asked_at = desk.clock.monotonic()
    desk.platform.write("t1", "inbound", "Thanks, but")
    row = desk.thread("t1")
    assert copy.overlay.seen(row, asked_at) is row


async def test_what_was_done_to_the_thread_meanwhile_stays_when_it_is_called_back(
    desk: Desk, copy: Copy
) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    copy.triage.change([shown(copy)], "Label", labels=lambda each: [*each.labels, "vip"])
    await desk.rest()
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    assert (shown(copy).status, shown(copy).labels) == ("open", ("vip",))
    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    copy.triage.change([shown(copy)], "Pending", status="pending")
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    assert shown(copy).status == "pending"


async def test_two_replies_to_one_thread_do_not_undo_each_other(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "First"))
    await copy.replies.put(desk.reply("t1", "Second", status="closed"))
    first, second = copy.replies.waiting
    assert await copy.replies.call_back(first.id)
    assert shown(copy).status == "closed"
    assert clock_of(shown(copy).model_copy(update={"status": "open"}), OPEN) is None
    await copy.replies.put(desk.reply("t1", "Third", status="pending"))
    assert shown(copy).status == "pending"
    assert await copy.replies.call_back(second.id)
    assert shown(copy).status == "pending"
    (third,) = copy.replies.waiting
    assert await copy.replies.call_back(third.id)
    assert (shown(copy).status, shown(copy).waiting_since) == ("open", desk.thread("t1").waiting_since)


async def test_counts_follow_what_is_shown(desk: Desk, copy: Copy) -> None:
    def counts() -> tuple[int | None, int | None]:
        return copy.triage.counted("open", 5, 0.0), copy.triage.counted("closed", 2, 0.0)

    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    assert counts() == (4, 3)
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    assert counts() == (5, 2)
    await copy.replies.put(desk.reply("t1", "Halo again", status="closed"))
    await desk.clock.sleep(WINDOW + 1)
    assert counts() == (4, 3)


async def test_how_long_they_waited_is_noted_when_it_is_known_to_be_out(desk: Desk, copy: Copy) -> None:
    asked_at = desk.clock.now() - timedelta(hours=1)
    clock = ResponseClock(Turn.FIRST, asked_at, timedelta(hours=4))
    desk.spoil("/reply", CUT_DONE)
    await copy.replies.put(desk.reply("t1", "Halo", clock))
    await desk.clock.sleep(60)
    (row,) = copy.responses.rows(PROFILE, asked_at)
    assert (row.turn, row.split, row.target) == (Turn.FIRST, "Open", timedelta(hours=4))
    assert row.took == timedelta(hours=1, seconds=WINDOW + RETRY_FIRST)
    await copy.replies.put(desk.reply("t1", "Called back", clock))
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    assert len(copy.responses.rows(PROFILE, asked_at)) == 1


async def test_nothing_seen_is_nothing_read(desk: Desk, copy: Copy) -> None:
    """A reply by somebody who has not read the thread is held by all that is in it."""
    await copy.replies.put(desk.reply("t1", "Blind", seen=Seen()))
    await desk.clock.sleep(WINDOW + 1)
    assert turnouts(copy) == [Turnout.HELD]
