"""Arrangements: every panel within the screen, none over another, least sizes kept while there is room."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.views.arrangement import Area, Part, Slot, across, down, place, share

SIZES = st.integers(0, 60)


def slots(name: str) -> st.SearchStrategy[Slot]:
    return st.builds(
        Slot,
        st.just(name),
        least=st.integers(0, 8),
        weight=st.integers(0, 4),
        most=st.none() | st.integers(0, 20),
    )


@st.composite
def parts(draw: st.DrawFn) -> Part:
    rows = [
        across(*(draw(slots(f"{row}.{column}")) for column in range(draw(st.integers(1, 3)))))
        for row in range(draw(st.integers(1, 4)))
    ]
    return down(*rows)


@given(parts(), SIZES, SIZES)
def test_panels_lie_within_the_area_and_beside_each_other(part: Part, width: int, height: int) -> None:
    areas = [area for _, area in place(part, Area(0, 0, width, height))]
    for area in areas:
        assert area.x >= 0
        assert area.y >= 0
        assert area.x + area.width <= width
        assert area.y + area.height <= height
    for one, other in combinations(areas, 2):
        beside = one.x + one.width <= other.x or other.x + other.width <= one.x
        below = one.y + one.height <= other.y or other.y + other.height <= one.y
        assert beside or below


@given(st.lists(slots("p"), min_size=1, max_size=6), SIZES)
def test_shares_never_exceed_the_room_nor_the_most(found: list[Slot], room: int) -> None:
    sizes = share(found, room)
    assert sum(sizes) <= room
    for slot, size in zip(found, sizes, strict=True):
        if slot.most is not None:
            assert size <= max(slot.most, slot.least)


@pytest.mark.parametrize(
    ("room", "expected"), [(0, [0, 0]), (3, [3, 0]), (5, [3, 2]), (9, [4, 5]), (20, [4, 16])]
)
def test_least_comes_first_then_weight_up_to_most(room: int, expected: list[int]) -> None:
    assert share([Slot("a", least=3, most=4), Slot("b", least=2, weight=3)], room) == expected


def test_nothing_is_left_over_when_something_can_grow() -> None:
    assert sum(share([Slot("a", weight=3), Slot("b", weight=4), Slot("c", most=5)], 100)) == 100
