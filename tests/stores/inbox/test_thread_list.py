"""The rows of a split: of what the platform lists, what was done here, and what is looked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import httpx
import pytest

from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.local.inbox_settings import SplitSettings
from mttui.stores.inbox.splits import Split
from mttui.stores.inbox.thread_list import SCAN_PAGES

from .copies import Copy
from .desk import Desk
from .lists import Lists, agrees_with_itself
from .mail_platform import MailPlatform, _ok


class LongPlatform(MailPlatform):
    """A platform with any number of open threads, made up as they are asked for."""

    total = 0
    first = 0
    """Number of the thread that is first: new ones have numbers below."""

    def _list(self, request: httpx.Request) -> httpx.Response:
        asked = request.url.params
        page, size = int(asked.get("page", 1)), int(asked.get("perPage", 20))
        status = asked.get("status", "open")
        total = self.total if status == "open" else 0
        rows = [self.record(at + self.first) for at in range((page - 1) * size, min(page * size, total))]
        return _ok(rows, meta={"page": page, "perPage": size, "total": total})

    def record(self, number: int) -> dict[str, Any]:
        name = f"n{number}"
        return {
            "id": name, "subject": f"Order {number}", "status": "open", "labels": [["vip"], []][number % 2],
            "messageCount": 1, "direction": "inbound",
            "createdAt": f"2026-11-{20 - number % 20:02}T00:00:00Z",
        }  # fmt: skip

    @property
    def pages(self) -> list[int]:
        """The pages of open threads that were asked for."""
        return [int(each.query["page"]) for each in self.asked if each.query.get("status") == "open"]


@pytest.fixture
async def platform(desk: Desk) -> LongPlatform:
    desk.platform = LongPlatform(desk.clock)
    return desk.platform


async def opened(desk: Desk, platform: LongPlatform, total: int, *saved: SplitSettings) -> Lists:
    platform.total = total
    lists = Lists(desk.copy(), *saved)
    lists["Open"].show(0, 20)
    await desk.rest()
    return lists


def names(lists: Lists, name: str = "Open", first: int = 0, last: int = 5) -> list[str]:
    rows = [lists[name].row(at) for at in range(first, last)]
    return ["" if row is None else row.id for row in rows]


def close(copy: Copy, *threads: Thread) -> None:
    copy.triage.change(threads, "Closed", status="closed")


def some(lists: Lists, *places: int) -> list[Thread]:
    found = [lists["Open"].row(at) for at in places]
    return [each for each in found if each is not None]


# As the platform lists it


async def test_what_was_done_leaves_gaps_that_close(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 1_000)
    threads = lists["Open"]
    close(lists.copy, *some(lists, 0, 2, 3))
    assert len(threads) == 997
    assert names(lists) == ["n1", "n4", "n5", "n6", "n7"]
    assert threads.index_of("n4") == 1
    assert threads.index_of("n2") is None
    assert threads.key(1) == "n4"
    assert (threads.key(996), threads.index_of("#999")) == ("#999", 996)
    agrees_with_itself(threads)
    lists.copy.triage.undo()
    assert names(lists) == ["n0", "n1", "n2", "n3", "n4"]
    assert len(threads) == 1_000


async def test_what_comes_in_stands_first_until_the_list_shows_it(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 1_000)
    elsewhere = Thread.model_validate({"id": "x1", "status": "closed", "subject": "Back"})
    lists.copy.triage.change([elsewhere], "Opened", status="open")
    close(lists.copy, *some(lists, 2))
    threads = lists["Open"]
    assert names(lists) == ["x1", "n0", "n2", "n3", "n4"]
    assert len(threads) == 1_000
    assert (threads.key(0), threads.index_of("x1"), threads.index_of("n2")) == ("x1", 0, 2)
    agrees_with_itself(threads)


async def test_what_is_looked_at_is_asked_for_wherever_the_platform_has_it(
    desk: Desk, platform: LongPlatform
) -> None:
    lists = await opened(desk, platform, 1_000)
    assert platform.pages == [1, 2]
    lists.copy.overlay.put(Thread(id="x1", status="open"))
    lists["Open"].show(500, 1)
    await desk.rest()
    assert platform.pages[2:] == [5, 6], "row 500 is the platform's 499"
    lists["Open"].show(0, 1)
    await desk.rest()
    assert len(platform.pages) == 4


async def test_hundreds_that_are_done_with_leave_no_hole(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 1_000)
    for number in range(200):
        lists.copy.overlay.put(Thread(id=f"n{number}", status="closed"))
    lists["Open"].show(0, 20)
    assert names(lists) == ["", "", "", "", ""]
    await desk.rest()
    assert names(lists) == ["n200", "n201", "n202", "n203", "n204"]


async def test_marks_stay_when_rows_are_let_go_or_leave(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 100_000)
    threads = lists["Open"]
    threads.mark_all([(threads.key(at), threads.row(at)) for at in (3, 7)])
    threads.mark("n9", threads.row(9))
    close(lists.copy, *some(lists, 3))
    for first in range(0, 6_000, 100):
        threads.show(first, 20)
        await desk.rest()
    assert threads.row(0) is None
    assert len(threads) == 100_000, "it was refused, and is put back; not shown twice"
    assert list(threads.marks) == ["n3", "n7", "n9"]
    assert threads.marks["n3"].subject == "Order 3"
    threads.unmark("n7", "never")
    assert list(threads.marks) == ["n3", "n9"]
    threads.unmark()
    assert threads.marks == {}


@pytest.mark.parametrize("total", [1_000, 100_000])
async def test_a_long_list_costs_what_a_short_one_does(
    desk: Desk, platform: LongPlatform, total: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = await opened(desk, platform, total)
    threads, copy = lists["Open"], lists.copy
    calls = 0
    seen, fits = copy.overlay.seen, Split.fits

    def count_seen(row: Thread, asked_at: float | None) -> Thread:
        nonlocal calls
        calls += 1
        return seen(row, asked_at)

    def count_fits(split: Any, *args: Any) -> bool:
        nonlocal calls
        calls += 1
        return fits(split, *args)

    monkeypatch.setattr(copy.overlay, "seen", count_seen)
    monkeypatch.setattr(Split, "fits", count_fits)
    for _ in range(10):
        close(copy, *some(lists, 5))
        len(threads)
        [threads.row(at) for at in range(20)]
        threads.index_of("n1")
    await desk.rest(5)
    assert calls < 1_000
    assert len(platform.pages) == 2


async def test_the_oldest_page_says_what_all_pages_know(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 1_000)
    assert Lists(desk.copy())["Open"].oldest is None
    await desk.clock.sleep(10)
    lists["Open"].show(800, 20)
    await desk.rest()
    assert lists["Open"].oldest == 0.0
    lists["Open"].show(0, 1_000)
    await lists["Open"].reload()
    assert lists["Open"].oldest == pytest.approx(10.0, abs=0.1)


# Looking through


async def test_a_search_looks_through_the_latest_pages_and_says_so(
    desk: Desk, platform: LongPlatform
) -> None:
    lists = await opened(desk, platform, 5_000)
    threads = lists["Open"]
    threads.find("  order 99 ")
    assert threads.looks_through
    assert not threads.is_scanned
    assert names(lists, last=2) == ["n99", "n199"], "what is there is looked through at once"
    await threads.scan()
    assert threads.is_scanned
    assert sorted(platform.pages) == list(range(1, max(platform.pages) + 1))
    assert SCAN_PAGES <= max(platform.pages) <= SCAN_PAGES + 1
    found = [row.id for _, row in threads.rows()]
    assert found[:11] == [
        "n99",
        "n199",
        "n299",
        "n399",
        "n499",
        "n599",
        "n699",
        "n799",
        "n899",
        "n990",
        "n991",
    ]
    agrees_with_itself(threads)
    assert threads.index_of("n990") == 9
    assert threads.index_of("n1") is None
    await desk.rest()
    asked = len(platform.pages)
    threads.show(500, 20)
    await desk.rest()
    assert len(platform.pages) == asked, "nothing further is fetched for what is looked through"
    threads.find(" ")
    assert not threads.looks_through
    assert len(threads) == 5_000


async def test_a_saved_filter_is_read_again_from_the_top(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 450, SplitSettings("Vip", labels=("vip",)))
    threads = lists["Vip"]
    await threads.scan()
    assert (len(threads), threads.is_scanned) == (225, True)
    platform.first, platform.total = -2, 452
    await threads.reload()
    assert names(lists, "Vip", last=2) == ["n-2", "n0"]
    assert (len(threads), threads.is_scanned) == (226, True)
    assert sorted(platform.pages[-5:]) == [1, 2, 3, 4, 5]


async def test_a_search_in_a_whole_split_is_read_again_from_the_top(
    desk: Desk, platform: LongPlatform
) -> None:
    lists = await opened(desk, platform, 450)
    threads = lists["Open"]
    threads.find("order")
    await threads.scan()
    platform.first, platform.total = -2, 452
    await threads.reload()
    assert names(lists, last=3) == ["n-2", "n-1", "n0"]


async def test_what_was_done_here_counts_for_a_filter_at_once(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 50, SplitSettings("Vip", labels=("vip",)))
    threads, copy = lists["Vip"], lists.copy
    assert len(threads) == 25
    (odd,) = some(lists, 1)
    copy.triage.change([odd], "Label", labels=lambda each: [*each.labels, "VIP"])
    assert len(threads) == 26
    assert threads.index_of("n1") == 1, "in the order of the list"
    close(copy, odd)
    assert threads.index_of("n1") is None
    agrees_with_itself(threads)


async def test_a_filter_by_what_threads_are_about_takes_none_that_is_not_known(
    desk: Desk, platform: LongPlatform
) -> None:
    saved = SplitSettings("Angry", category="billing", sentiment="negative")
    lists = await opened(desk, platform, 50, saved)
    threads = lists["Angry"]
    assert threads.split.wants_verdicts
    assert len(threads) == 0
    lists.verdicts["n4"] = InboundVerdict(category="Billing", sentiment="NEGATIVE")
    lists.verdicts["n5"] = InboundVerdict(category="billing", sentiment="positive")
    assert names(lists, "Angry", last=2) == ["n4", ""]


async def test_threads_that_no_page_brings_are_shown_where_they_belong(
    desk: Desk, platform: LongPlatform
) -> None:
    lists = await opened(desk, platform, 50)
    threads = lists["Snoozed"]
    slept = {name: Thread(id=name, status="snoozed") for name in ("z1", "z2")}
    threads.also_show(slept)
    revision = threads.revision
    threads.also_show(dict(slept))
    assert threads.revision == revision, "nothing is new"
    assert [row.id for _, row in threads.rows()] == ["z1", "z2"]
    lists.copy.triage.change([slept["z1"]], "Opened", status="open")
    assert [row.id for _, row in threads.rows()] == ["z2"]
    assert lists["Open"].index_of("z1") == 0


async def test_who_is_to_be_answered_first_stands_first(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 45)
    threads = lists["Open"]
    threads.order_by_breach(wanted=True)
    due = [row.created_at for _, row in threads.rows()]
    assert len(due) == 45
    assert due == sorted(each for each in due if each is not None)
    agrees_with_itself(threads)
    answered = threads.row(0)
    assert answered is not None
    changes = {"direction": "both", "waiting_since": None}
    lists.copy.overlay.put(answered.model_copy(update=changes))
    last = threads.row(44)
    assert last is not None
    assert last.id == answered.id, "nobody waits there"
    threads.order_by_breach(wanted=False)
    assert names(lists, last=2) == ["n0", "n1"]


async def test_ages_are_of_the_platforms_time(desk: Desk, platform: LongPlatform) -> None:
    old = SplitSettings("Old", older_than=timedelta(days=2))
    young = SplitSettings("Young", younger_than=timedelta(days=2))
    lists = Lists(desk.copy(), old, young)
    now = desk.clock.now()
    rows = {f"z{days}": Thread(id=f"z{days}", updated_at=now - timedelta(days=days)) for days in range(4)}
    rows["unknown"] = Thread(id="unknown")
    for name in ("Old", "Young"):
        lists[name].also_show(rows)
    assert [row.id for _, row in lists["Old"].rows()] == ["z2", "z3"]
    assert [row.id for _, row in lists["Young"].rows()] == ["z0", "z1"]


async def test_whoever_looks_is_told_of_changes_from_all_sides(desk: Desk, platform: LongPlatform) -> None:
    lists = await opened(desk, platform, 50)
    threads, pokes = lists["Open"], 0

    def poke() -> None:
        nonlocal pokes
        pokes += 1

    end = threads.subscribe(poke)
    changes: list[Callable[[], None]] = [
        lambda: close(lists.copy, *some(lists, 0)),
        lambda: threads.find("order"),
        lambda: threads.mark("n1", None),
        lambda: threads.order_by_breach(wanted=True),
    ]
    for change in changes:
        before, revision = pokes, threads.revision
        change()
        assert pokes > before
        assert threads.revision != revision
    end()
    before = pokes
    threads.find("")
    assert pokes == before
