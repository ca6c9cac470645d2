"""Walking over pages."""

from __future__ import annotations

import pytest

from mttui.api.pages import Page, every_row


def pages(total: int | None, per_page: int, rows: int) -> tuple[list[int], list[Page[int]]]:
    """Cut ``rows`` numbers into pages; returns a list that notes what is fetched, and the pages."""
    cut = [tuple(range(begin, min(begin + per_page, rows))) for begin in range(0, rows, per_page)] or [()]
    return [], [
        Page(part, number=None if total is None else place, per_page=per_page, total=total)
        for place, part in enumerate(cut, 1)
    ]


async def walk(
    total: int | None, per_page: int, rows: int, most: int | None = None
) -> tuple[list[int], list[int]]:
    fetched, all_pages = pages(total, per_page, rows)

    async def fetch(number: int) -> Page[int]:
        fetched.append(number)
        return all_pages[number - 1] if number <= len(all_pages) else Page((), number, per_page, total)

    return [row async for row in every_row(fetch, most=most)], fetched


@pytest.mark.parametrize(
    ("rows", "per_page", "asked"),
    [(0, 10, [1]), (7, 10, [1]), (10, 10, [1]), (11, 10, [1, 2]), (30, 10, [1, 2, 3])],
)
async def test_every_row_of_every_page(rows: int, per_page: int, asked: list[int]) -> None:
    assert await walk(rows, per_page, rows) == (list(range(rows)), asked)


async def test_a_list_without_a_total_is_one_page() -> None:
    assert await walk(None, 10, 10) == (list(range(10)), [1])


@pytest.mark.parametrize(("most", "asked"), [(0, []), (10, [1]), (11, [1, 2]), (99, [1, 2, 3])])
async def test_no_more_pages_than_needed(most: int, asked: list[int]) -> None:
    rows, fetched = await walk(30, 10, 30, most)
    assert rows == list(range(min(most, 30)))
    assert fetched == asked


async def test_rows_that_vanish_while_walking_end_it() -> None:
    assert await walk(50, 10, 20) == (list(range(20)), [1, 2, 3])


def test_a_page_is_a_sequence() -> None:
    page = Page((1, 2, 3), number=1, per_page=3, total=3)
    assert (len(page), page[1], list(page[1:]), list(page), 2 in page) == (3, 2, [2, 3], [1, 2, 3], True)
    assert page.is_last
