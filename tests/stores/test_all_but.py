"""A long list of which some rows are left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.stores.arranging import AllBut

LENGTHS = st.integers(0, 300)
GAPS = st.lists(st.integers(-5, 320))


@given(LENGTHS, GAPS)
def test_it_is_the_list_without_them(length: int, left_out: list[int]) -> None:
    expected = [each for each in range(length) if each not in left_out]
    found = AllBut(length, left_out)
    assert len(found) == len(expected)
    assert [found[place] for place in range(len(found))] == expected
    assert [found.place_of(number) for number in expected] == list(range(len(expected)))
    assert all(found.place_of(number) is None for number in left_out)


def test_a_place_beyond_it_is_an_error() -> None:
    with pytest.raises(IndexError):
        AllBut(3, [1])[2]
