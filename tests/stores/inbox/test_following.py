"""What follows a reply: status, labels and snooze of its thread, once, also over a crash."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mttui.local.outgoing import State
from mttui.stores.inbox.following import RETRY_EVERY

from .copies import PROFILE, Copy
from .desk import DAY, WINDOW, Desk, row_of
from .mail_platform import Asked, Wire

SENT_AT = WINDOW
REFUSAL = Wire(done_after=None, status=422)
NO_CONNECTION = Wire(refused=True)


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    desk.platform.add("t1", labels=["vip"])
    return desk.copy()


def patches(desk: Desk) -> list[Asked]:
    return [each for each in desk.platform.asked if each.method == "PATCH"]


async def test_status_and_labels_are_set_once_the_reply_is_out_and_not_before(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", status="closed", labels=("refund",)))
    await desk.clock.sleep(SENT_AT - 0.1)
    assert patches(desk) == []
    await desk.clock.sleep(1)
    thread = desk.platform.threads["t1"]
    assert (thread["status"], thread["labels"]) == ("closed", ["vip", "refund"])
    assert len(patches(desk)) == 2
    row = row_of(copy, "Halo")
    assert (row.state, row.then_done) == (State.SENT, True)


async def test_a_reply_that_is_called_back_changes_nothing(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", status="closed", labels=("refund",)))
    (waiting,) = copy.replies.waiting
    await copy.replies.call_back(waiting.id)
    await desk.clock.sleep(60)
    assert patches(desk) == []


async def test_it_never_shows_the_thread_open_in_between(desk: Desk, copy: Copy) -> None:
    shown: list[str | None] = []

    def look() -> None:
        version = copy.overlay.version("t1")
        shown.append(version.thread.status if version else None)

    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    copy.overlay.subscribe(look)
    await desk.clock.sleep(60)
    assert set(shown) == {"closed"}


async def test_what_a_person_set_since_is_left(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", status="closed", labels=("refund",)))
    version = copy.overlay.version("t1")
    assert version is not None
    copy.triage.change([version.thread], "Pending", status="pending")
    await desk.clock.sleep(60)
    thread = desk.platform.threads["t1"]
    assert (thread["status"], thread["labels"]) == ("pending", ["vip", "refund"])
    assert row_of(copy, "Halo").then_done


async def test_snoozed_after_the_reply_it_is_not_woken_by_the_reply(desk: Desk, copy: Copy) -> None:
    await copy.replies.put(desk.reply("t1", "Halo", snooze=DAY, labels=("later",)))
    await desk.clock.sleep(SENT_AT + 1)
    assert desk.platform.threads["t1"]["status"] == "snoozed"
    snooze = copy.snooze_of("t1")
    assert snooze is not None
    assert (snooze.until - desk.clock.now()).total_seconds() == pytest.approx(DAY.total_seconds() - 1)
    for _ in range(10):
        await copy.snoozing.look()
        await desk.clock.sleep(60)
    assert desk.platform.threads["t1"]["status"] == "snoozed"
    desk.platform.write("t1", "inbound", "And now?")
    await desk.clock.sleep(60)
    await copy.snoozing.look()
    assert desk.platform.threads["t1"]["status"] == "open"
    assert desk.platform.threads["t1"]["labels"] == ["vip", "later"]


async def test_what_is_refused_is_told_and_not_tried_again(desk: Desk, copy: Copy) -> None:
    desk.always(REFUSAL, "/status")
    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    await desk.clock.sleep(60)
    assert [words for _, words, _ in copy.told.refused] == ["After the reply"]
    version = copy.overlay.version("t1")
    assert version is not None
    assert version.thread.status == "open"
    assert row_of(copy, "Halo").then_done
    await copy.kill(desk.family)
    later = desk.copy()
    assert await later.replies.recover() == []
    await desk.clock.sleep(60)
    assert len(patches(desk)) == 1


async def crashed_before_it_followed(desk: Desk, copy: Copy, **asked: Any) -> Copy:
    """Kill a copy between a reply and what follows it; returns the next one."""
    desk.always(Wire(takes=5.0), "t1/status")
    copy.do(copy.replies.put(desk.reply("t1", "Halo", **asked)))
    await desk.clock.sleep(SENT_AT + 1)
    await copy.kill(desk.family)
    await desk.clock.sleep(10)
    desk.platform.threads["t1"].update(status="open")
    desk.spoil("")
    return desk.copy()


async def test_what_a_crash_cut_short_is_taken_up(desk: Desk, copy: Copy) -> None:
    later = await crashed_before_it_followed(desk, copy, status="closed", labels=("refund",))
    (row,) = await later.replies.recover()
    assert (row.state, row.then_done) == (State.SENT, False)
    await desk.clock.sleep(1)
    thread = desk.platform.threads["t1"]
    assert (thread["status"], thread["labels"]) == ("closed", ["vip", "refund"])
    assert row_of(later, "Halo").then_done
    assert desk.platform.sent("Halo") == 1


async def test_a_snooze_that_a_crash_cut_short_is_taken_up_from_when_it_was_sent(
    desk: Desk, copy: Copy
) -> None:
    copy.disk.is_full = lambda: desk.platform.sent("Halo") > 0 and row_of(copy, "Halo").state is State.SENT
    copy.do(copy.replies.put(desk.reply("t1", "Halo", snooze=DAY)))
    await desk.clock.sleep(SENT_AT + 600)
    assert copy.snooze_of("t1") is None
    await copy.kill(desk.family)
    later = desk.copy()
    await later.replies.recover()
    await desk.clock.sleep(1)
    snooze = later.snooze_of("t1")
    assert snooze is not None
    sent_at = row_of(later, "Halo").sent_at
    assert sent_at is not None
    assert snooze.until == sent_at + DAY
    assert desk.platform.threads["t1"]["status"] == "snoozed"


async def test_a_snooze_that_is_over_by_the_next_start_is_let_be(desk: Desk, copy: Copy) -> None:
    copy.disk.is_full = lambda: desk.platform.sent("Halo") > 0 and row_of(copy, "Halo").state is State.SENT
    copy.do(copy.replies.put(desk.reply("t1", "Halo", snooze=timedelta(hours=1))))
    await desk.clock.sleep(SENT_AT + 1)
    await copy.kill(desk.family)
    await desk.clock.sleep(3_601)
    later = desk.copy()
    await later.replies.recover()
    await desk.clock.sleep(1)
    assert later.snooze_of("t1") is None
    assert desk.platform.threads["t1"]["status"] == "open"
    assert row_of(later, "Halo").then_done


async def test_a_thread_that_cannot_be_read_is_read_later(desk: Desk, copy: Copy) -> None:
    later = await crashed_before_it_followed(desk, copy, status="closed")
    desk.always(NO_CONNECTION)
    await later.replies.recover()
    await desk.clock.sleep(RETRY_EVERY * 3)
    assert not row_of(later, "Halo").then_done
    desk.spoil("")
    await desk.clock.sleep(RETRY_EVERY + 10)
    assert desk.platform.threads["t1"]["status"] == "closed"
    assert row_of(later, "Halo").then_done


async def test_a_thread_that_is_gone_is_given_up(desk: Desk, copy: Copy) -> None:
    later = await crashed_before_it_followed(desk, copy, status="closed")
    del desk.platform.threads["t1"]
    await later.replies.recover()
    await desk.clock.sleep(1)
    assert row_of(later, "Halo").then_done


async def test_closing_leaves_what_waits_to_the_next_start(desk: Desk, copy: Copy) -> None:
    later = await crashed_before_it_followed(desk, copy, status="closed")
    desk.always(NO_CONNECTION)
    await later.replies.recover()
    await desk.clock.sleep(30)
    began = desk.clock.monotonic()
    await later.replies.close(send=True)
    assert desk.clock.monotonic() - began < 1
    assert [row.then_done for row in later.outbox.recent(PROFILE)] == [False]


async def test_a_full_disk_is_told_and_waited_for(desk: Desk, copy: Copy) -> None:
    is_full = True
    copy.disk.is_full = lambda: is_full and desk.platform.threads["t1"]["status"] == "closed"
    await copy.replies.put(desk.reply("t1", "Halo", status="closed"))
    await desk.clock.sleep(60)
    assert copy.told.trouble
    assert not row_of(copy, "Halo").then_done
    is_full = False
    await desk.clock.sleep(RETRY_EVERY)
    assert row_of(copy, "Halo").then_done
    assert len(patches(desk)) == 1
