"""The inbox of an account, wired: what it asks, how often, and what it leaves behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import httpx
import pytest

from mttui.api.models.threads import Thread
from mttui.local.draft import new_draft
from mttui.local.inbox_files import InboxFiles
from mttui.local.inbox_settings import InboxSettings, SplitSettings
from mttui.stores.inbox import inbox as module
from mttui.stores.inbox.inbox import _KNOWN_MOST, Inbox, InboxEvents
from mttui.stores.inbox.reply import Report, Turnout
from mttui.stores.inbox.snoozing import LOOK_EVERY

from .copies import PROFILE, Copy, InlineDisk
from .desk import Desk, row_of, until
from .mail_platform import Wire

VIP = SplitSettings("Vip", labels=("vip",))
OLD = SplitSettings("Old", older_than=timedelta(days=1))


class Events:
    """What the person was told."""

    def __init__(self, inbox: Inbox) -> None:
        self.replied: list[Report] = []
        self.woke: list[tuple[Thread, str]] = []
        self.refused: list[str] = []
        self.trouble: list[str] = []
        inbox.events = InboxEvents(
            lambda _thread, words, _deed: self.refused.append(words),
            self.replied.append,
            lambda thread, why: self.woke.append((thread, why)),
            lambda error: self.trouble.append(str(error)),
        )


@pytest.fixture
async def copy(desk: Desk) -> Copy:
    for number, status in enumerate(("open", "open", "pending", "snoozed", "closed")):
        desk.platform.add(f"t{number}", status=status, labels=["vip"] if number == 1 else [])
    return desk.copy()


@pytest.fixture
async def inbox(desk: Desk, copy: Copy, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Inbox]:
    monkeypatch.setattr(module, "OffLoop", lambda _: InlineDisk(lambda: desk.is_full))
    files = InboxFiles(desk.database, on_trouble=copy.told.faults.append, now=desk.clock.now)
    opened = Inbox(
        copy.client, copy.deeds, files, InboxSettings(undo_seconds=5, splits=(VIP, OLD)), {},
        profile=PROFILE, who="budi@ops1", clock=desk.clock, on_fault=copy.told.faults.append,
    )  # fmt: skip
    yield opened
    desk.is_full = False
    await opened.close()
    opened.dispose()


async def test_counts_take_four_requests_and_snoozed_is_what_is_left(desk: Desk, inbox: Inbox) -> None:
    assert [inbox.count_of(split) for split in inbox.splits] == [None] * 6
    inbox.counts.replace(await inbox.counts.fetch(), desk.clock.monotonic())
    assert [inbox.count_of(split) for split in inbox.splits[:4]] == [2, 1, 1, 1]
    assert len(desk.platform.asked) == 4
    assert all(each.query["perPage"] == "1" for each in desk.platform.asked)


async def test_without_all_counts_the_snoozed_are_not_known(desk: Desk, inbox: Inbox, copy: Copy) -> None:
    listed = desk.platform._list

    def without_total(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("status") == "closed":
            return httpx.Response(200, json={"data": []})
        return listed(request)

    desk.platform._list = without_total  # type: ignore[method-assign]
    inbox.counts.replace(await inbox.counts.fetch(), desk.clock.monotonic())
    assert [inbox.count_of(split) for split in inbox.splits[:4]] == [2, 1, None, None]


async def test_a_saved_filter_is_counted_once_it_was_looked_through(desk: Desk, inbox: Inbox) -> None:
    await inbox.scan_saved()
    assert [inbox.count_of(split) for split in inbox.splits[4:]] == [1, 0]
    assert inbox.list_of(inbox.splits[4]).collection is inbox.list_of(inbox.splits[0]).collection
    assert len(desk.platform.asked) == 1, "both filter the open ones"


async def test_a_search_in_a_split_is_kept_fresh_as_a_filter_is(desk: Desk, inbox: Inbox) -> None:
    threads, poll = inbox.list_of(inbox.splits[0]), inbox.poll_of(inbox.splits[0])
    assert inbox.poll_of(inbox.splits[0]) is poll
    end = threads.subscribe(lambda: None)
    await poll.fetch()
    threads.find("t1")
    assert [row.id for _, row in threads.rows()] == ["t1"]
    desk.platform.threads = {"t11": desk.platform.add("t11"), **desk.platform.threads}
    await poll.fetch()
    assert [row.id for _, row in threads.rows()] == ["t11", "t1"]
    end()


async def test_what_all_lists_know_is_forgotten_once_it_is_much(desk: Desk, inbox: Inbox) -> None:
    for number in range(_KNOWN_MOST + 1):
        inbox.overlay.put(Thread(id=f"x{number}", status="closed"), 0.0)
    end = inbox.list_of(inbox.splits[0]).subscribe(lambda: None)
    await desk.clock.sleep(1)
    await inbox.poll_of(inbox.splits[0]).fetch()
    assert len(inbox.overlay) == 0
    end()


async def test_what_one_list_does_not_know_is_kept(desk: Desk, inbox: Inbox) -> None:
    closed = inbox.list_of(inbox.splits[3])
    ends = [closed.subscribe(lambda: None), inbox.list_of(inbox.splits[0]).subscribe(lambda: None)]
    await desk.clock.sleep(1)
    for number in range(_KNOWN_MOST + 1):
        inbox.overlay.put(Thread(id=f"x{number}", status="closed"), desk.clock.monotonic())
    await desk.clock.sleep(1)
    await inbox.poll_of(inbox.splits[0]).fetch()
    assert len(inbox.overlay) == _KNOWN_MOST + 1
    assert len(closed) == _KNOWN_MOST + 2
    for end in ends:
        end()


async def test_it_wakes_snoozes_and_recovers_replies_by_itself(desk: Desk, copy: Copy, inbox: Inbox) -> None:
    await copy.replies.put(desk.reply("t0", "Left over"))
    until_then = desk.clock.now() + timedelta(minutes=5)
    await copy.snoozing.put([desk.thread("t1")], until_then, "Snoozed")
    await copy.triage.close()
    desk.living.tokens.clear()
    await copy.replies.close(send=False)
    events = Events(inbox)
    inbox.start()
    inbox.start()
    await desk.rest()
    assert [each.turnout for each in events.replied] == [Turnout.FOUND]
    await until(lambda: desk.platform.sent("Left over") == 1, desk.clock, within=10)
    assert [each.turnout for each in events.replied] == [Turnout.FOUND, Turnout.SENT]
    await until(lambda: bool(events.woke), desk.clock, within=300 + LOOK_EVERY)
    assert desk.platform.threads["t1"]["status"] == "open"


async def test_a_full_disk_does_not_end_what_it_does_by_itself(desk: Desk, copy: Copy, inbox: Inbox) -> None:
    events = Events(inbox)
    desk.is_full = True
    inbox.start()
    await desk.clock.sleep(LOOK_EVERY * 3)
    assert set(events.trouble) == {"state.db: database or disk is full"}
    desk.is_full = False
    await copy.snoozing.put([desk.thread("t0")], desk.clock.now(), "Snoozed")
    await until(lambda: bool(events.woke), desk.clock, within=LOOK_EVERY * 2)


async def test_a_reply_that_snoozes_its_thread_is_followed_by_that(desk: Desk, inbox: Inbox) -> None:
    await inbox.replies.put(desk.reply("t0", "Later", snooze=timedelta(days=1)))
    await desk.clock.sleep(6)
    assert desk.platform.threads["t0"]["status"] == "snoozed"
    wakes_at = inbox.wakes_at(desk.thread("t0"))
    assert wakes_at is not None
    assert timedelta(hours=23, minutes=59) < wakes_at - desk.clock.now() < timedelta(days=1)
    assert inbox.wakes_at(desk.thread("t1")) is None


async def test_a_discarded_draft_comes_back_with_undo(desk: Desk, inbox: Inbox) -> None:
    draft = new_draft(PROFILE, "t0", body="Half a sen")
    inbox.files.writer.save(draft)
    inbox.discard(draft, desk.thread("t0"))
    assert inbox.files.writer.flush()
    assert inbox.files.drafts.within_reach(PROFILE) == []
    assert inbox.triage.undo() is not None
    assert inbox.files.writer.flush()
    assert [each.body for each in inbox.files.drafts.within_reach(PROFILE)] == ["Half a sen"]


async def test_the_latest_of_a_thread_is_what_was_made_of_it(desk: Desk, inbox: Inbox) -> None:
    thread = desk.thread("t0")
    assert inbox.latest(thread) is thread
    inbox.triage.change([thread], "Closed", status="closed")
    assert inbox.latest(thread).status == "closed"
    assert inbox.clock_of(inbox.latest(thread)) is None


async def test_leaving_sends_what_waits_and_lets_changes_end(desk: Desk, inbox: Inbox, copy: Copy) -> None:
    events = Events(inbox)
    desk.always(Wire(takes=1.0))
    await inbox.replies.put(desk.reply("t0", "Before I go"))
    inbox.triage.change([desk.thread("t1")], "Closed", status="closed")
    await inbox.close(send=True)
    assert desk.platform.sent("Before I go") == 1
    assert desk.platform.threads["t1"]["status"] == "closed"
    assert [each.turnout for each in events.replied] == [Turnout.SENT]
    assert row_of(copy, "Before I go").state.is_settled
    assert not inbox.is_busy
