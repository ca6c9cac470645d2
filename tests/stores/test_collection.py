"""A list of any length: little is asked, little is kept, marks and cursor keep to their rows."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest

from mttui.api.catalogue import find
from mttui.api.client import Mailtarget
from mttui.stores.arranging import Filter, Sort
from mttui.stores.collection import RETRY_AFTER, Collection
from mttui.stores.kept_pages import PAGES_KEPT
from mttui.views.describe import view_of
from mttui.views.fields import value_at
from tests.api.harness import client, refusal
from tests.stepped_clock import SteppedClock, settle


class Rows:
    """A platform with a list of any length, which is worked out as it is asked for."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.first = 0
        """Number of the row that is first: rows above it are gone."""
        self.asked: list[dict[str, str]] = []
        self.broken = False

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.method != "GET":
            return httpx.Response(200, json={"message": "done"})
        self.asked.append(dict(request.url.params))
        if self.broken:
            return refusal(400)
        page = int(request.url.params.get("page", 1))
        size = int(request.url.params.get("perPage", self.total))
        total = 3 if request.url.params.get("search") else self.total
        first, last = (page - 1) * size, min(page * size, total)
        rows = [
            {"_id": f"c{at + self.first}", "subject": f"Mail {at}", "sentCount": at * 7 % 1000}
            for at in range(first, last)
        ]
        return httpx.Response(
            200, json={"data": rows, "meta": {"page": page, "perPage": size, "total": total}}
        )

    @property
    def pages(self) -> list[int]:
        return [int(each.get("page", 1)) for each in self.asked]


class Opened:
    """A collection on such a platform, with somebody who looks at it."""

    def __init__(self, api: Mailtarget, rows: Rows, operation: str, clock: SteppedClock) -> None:
        declared = find(operation)
        assert declared is not None
        self.api, self.platform, self.clock = api, rows, clock
        self.faults: list[BaseException] = []
        self.rows = Collection(
            api,
            declared,
            identity=view_of(declared).identity,
            clock=clock,
            text_of=lambda row: f"{row.subject or row.name}",
            on_fault=self.faults.append,
        )

    async def look(self, first: int, rows: int = 20, *, down: bool = True) -> None:
        self.rows.show(first, rows, down=down)
        await self.rest()

    async def rest(self) -> None:
        """Wait until all that is wanted has come."""
        while (task := self.rows._task) is not None:
            await asyncio.wait((task,))
        await settle()

    def names(self, first: int, last: int) -> list[str]:
        return [self.rows.row(at).subject if self.rows.row(at) else "" for at in range(first, last)]


@asynccontextmanager
async def opened(total: int = 1_000, operation: str = "campaigns.list") -> AsyncIterator[Opened]:
    platform, clock = Rows(total), SteppedClock()
    api, _ = client(platform, clock=clock)
    each = Opened(api, platform, operation, clock)
    leave = each.rows.subscribe(lambda: None)
    await each.look(0)
    yield each
    leave()
    each.rows.close()
    await api.aclose()
    assert each.faults == []


@pytest.mark.parametrize("total", [1_000, 1_000_000])
async def test_moving_costs_the_same_however_long_the_list_is(total: int) -> None:
    async with opened(total) as each:
        assert len(each.rows) == total
        assert each.platform.pages == [1, 2], "what is shown, and one page ahead"
        await each.look(total - 20)
        last = total // 100
        assert each.platform.pages == [1, 2, last]
        await each.look(total // 2, down=False)
        assert each.platform.pages[3:] == [last // 2 + 1, last // 2]
        assert each.names(total - 2, total) == [f"Mail {total - 2}", f"Mail {total - 1}"]


async def test_it_keeps_few_pages() -> None:
    async with opened(1_000_000) as each:
        for at in range(0, 10_000, 100):
            await each.look(at)
        assert each.rows.loaded <= PAGES_KEPT * 100
        assert len(each.rows._kept._index) == each.rows.loaded
        assert each.rows.row(0) is None
        assert each.rows.key(0) == "#0"
        await each.look(0)
        assert each.names(0, 2) == ["Mail 0", "Mail 1"]


async def test_pages_that_were_passed_by_are_not_asked_for() -> None:
    async with opened(1_000_000) as each:
        before = len(each.platform.asked)
        for at in range(1_000, 200_000, 100):
            each.rows.show(at, 20)
        await each.rest()
        assert each.platform.pages[before:] == [2_000, 2_001]


async def test_a_page_is_asked_for_once_at_a_time() -> None:
    async with opened() as each:
        for _ in range(10):
            each.rows.show(500, 20)
        await each.rest()
        assert each.platform.pages == [1, 2, 6, 7]


async def test_without_anybody_looking_nothing_is_asked() -> None:
    platform, clock = Rows(10), SteppedClock()
    api, _ = client(platform, clock=clock)
    each = Opened(api, platform, "campaigns.list", clock)
    await each.look(0)
    assert platform.asked == []
    each.rows.subscribe(lambda: None)
    await each.rest()
    assert platform.pages == [1]
    await api.aclose()


async def test_an_error_stands_beside_what_came_before() -> None:
    async with opened() as each:
        each.platform.broken = True
        await each.look(700)
        assert each.rows.error is not None
        assert each.names(0, 1) == ["Mail 0"]
        asked = len(each.platform.asked)
        await each.look(700)
        assert len(each.platform.asked) == asked, "not again at once"
        each.platform.broken = False
        await each.clock.advance(RETRY_AFTER)
        await each.look(700)
        assert each.rows.error is None
        assert each.names(700, 701) == ["Mail 700"]


async def test_a_refresh_reads_what_is_looked_at_and_finds_rows_by_key() -> None:
    async with opened() as each:
        await each.look(300)
        key, asked = each.rows.key(310), len(each.platform.asked)
        each.platform.first = -5  # five new rows above
        each.rows.refresh()
        assert each.names(300, 301) == ["Mail 300"], "what is there stays meanwhile"
        await each.rest()
        assert each.platform.pages[asked:] == [4, 5]
        assert each.rows.index_of(key) == 315
        assert each.rows.key(315) == key


async def test_a_change_of_the_resource_puts_it_out_of_date() -> None:
    async with opened() as each:
        asked = len(each.platform.asked)
        await each.api.campaigns.cancel("c1")
        await each.rest()
        assert each.platform.pages[asked:] == [1, 2]
        await each.api.velocity.rules.delete("r1")
        await each.rest()
        assert len(each.platform.asked) == asked + 2, "not its business"


async def test_the_server_searches_where_it_can() -> None:
    async with opened() as each:
        assert each.rows.search_argument == "search"
        each.rows.find("sale")
        await each.rest()
        assert each.platform.asked[-1]["search"] == "sale"
        assert len(each.rows) == 3
        each.rows.find("")
        await each.rest()
        assert "search" not in each.platform.asked[-1]
        assert len(each.rows) == 1_000


async def test_without_a_search_the_filter_looks_at_what_is_loaded() -> None:
    async with opened(operation="single_sends.list") as each:
        assert each.rows.search_argument == ""
        with pytest.raises(ValueError, match="no search"):
            each.rows.find("sale")
        each.rows.keep(Filter("mail 11 !112"))
        assert each.rows.loaded == 200
        assert [each.rows.row(at).subject for at in range(3)] == ["Mail 11", "Mail 110", "Mail 111"]
        assert each.rows.row(3).subject == "Mail 113"
        assert len(each.rows) == 10
        assert each.rows.index_of(each.rows.key(3)) == 3
        asked = len(each.platform.asked)
        await each.look(0)
        assert len(each.platform.asked) == asked
        each.rows.keep(None)
        assert len(each.rows) == 1_000


async def test_marks_stay_with_rows_that_are_filtered_or_let_go() -> None:
    async with opened(100_000) as each:
        key = each.rows.key(7)
        each.rows.mark(key, each.rows.row(7))
        for at in range(0, 10_000, 100):
            await each.look(at)
        each.rows.find("sale")
        await each.rest()
        assert list(each.rows.marks) == [key]
        assert each.rows.marks[key].subject == "Mail 7"
        each.rows.unmark()
        assert not each.rows.marks


def by_count(*, down: bool = False) -> Sort:
    return Sort("sent_count", lambda row: value_at(row, "sent_count"), down)


async def test_what_is_all_loaded_is_sorted_here() -> None:
    async with opened(100, "single_sends.list") as each:
        each.rows.order_by(Sort("subject", lambda row: row.subject, down=True))
        assert [each.rows.row(at).subject for at in range(2)] == ["Mail 99", "Mail 98"]
        assert each.rows.index_of(each.rows.key(5)) == 5
        each.rows.order_by(None)
        assert each.rows.row(0).subject == "Mail 0"


async def test_half_a_list_is_not_sorted_as_if_it_were_all() -> None:
    async with opened() as each:
        with pytest.raises(ValueError, match="only 200 of 1,000 are loaded"):
            each.rows.order_by(by_count())
        assert each.rows.row(0).subject == "Mail 0"


async def test_rows_without_a_value_come_last_either_way() -> None:
    values: dict[str, Any] = {"Mail 0": None, "Mail 1": 2, "Mail 2": 1}
    async with opened(3) as each:
        for down, expected in (
            (False, ["Mail 2", "Mail 1", "Mail 0"]),
            (True, ["Mail 1", "Mail 2", "Mail 0"]),
        ):
            each.rows.order_by(Sort("x", lambda row: values[row.subject], down))
            assert each.names(0, 3) == expected


async def test_a_list_without_pages_is_read_once() -> None:
    async with opened(250, "alerts.list") as each:
        assert each.platform.asked == [{}]
        assert len(each.rows) == 250
        await each.look(240)
        assert each.platform.asked == [{}]
        assert each.rows.all_loaded


async def test_a_shorter_list_after_a_refresh() -> None:
    async with opened(1_000) as each:
        await each.look(900)
        each.platform.total = 50
        each.rows.refresh()
        await each.rest()
        await each.look(0)
        assert len(each.rows) == 50
        assert each.rows.loaded == 50


async def test_one_row_can_be_waited_for() -> None:
    async with opened() as each:
        assert (await each.rows.load(555)).subject == "Mail 555"
