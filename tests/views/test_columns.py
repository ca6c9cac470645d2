from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mttui.views.columns import GAP, Column, lay_out

COLUMNS = (
    Column("id", "Id", 10, priority=9),
    Column("name", "Name", 12, weight=2, priority=8),
    Column("note", "Note", 8, weight=1),
    Column("sent", "Sent", 6, align="right", priority=5),
)


def widths(room: int) -> dict[str, int]:
    return {each.column.id: each.width for each in lay_out(COLUMNS, room)}


def test_all_have_their_least_and_the_rest_goes_by_weight() -> None:
    assert widths(39) == {"id": 10, "name": 12, "note": 8, "sent": 6}
    assert widths(49) == {"id": 10, "name": 18, "note": 12, "sent": 6}


def test_the_lowest_priority_goes_first() -> None:
    assert widths(38) == {"id": 10, "name": 20, "sent": 6}
    assert widths(29) == {"id": 10, "name": 18}
    assert widths(20) == {"id": 10}


def test_the_last_column_is_cut() -> None:
    assert widths(4) == {"id": 4}


@given(
    st.lists(
        st.builds(
            Column,
            st.just("c"),
            st.just(""),
            st.integers(1, 30),
            weight=st.integers(0, 3),
            priority=st.integers(0, 3),
        ),
        min_size=1,
        max_size=8,
    ),
    st.integers(0, 200),
)
def test_no_cell_is_lost_or_taken_twice(columns: list[Column], room: int) -> None:
    placed = lay_out(columns, room)
    used = sum(each.width for each in placed) + GAP * (len(placed) - 1)
    assert used <= room
    if any(each.column.weight for each in placed):
        assert used == room
    assert [each.at for each in placed] == sorted(each.at for each in placed)
