from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.text import Role, line_width, plain, trend
from mttui.text.chart import bar, nice_ceiling

SAMPLES = st.lists(st.tuples(st.floats(0, 600), st.floats(0, 1e6) | st.just(math.nan)), max_size=40).map(
    sorted
)


def drawn(values: list[float | None], **options: object) -> list[str]:
    """A chart with one column a value, as text."""
    samples = [(at + 0.5, value) for at, value in enumerate(values) if value is not None]
    settings = {"width": len(values), "height": 2, "start": 0, "end": len(values), "hold": 0}
    return [plain(row) for row in trend(samples, **{**settings, **options})]  # type: ignore[arg-type]  # options are passed on


def test_levels_are_eighths_of_a_row() -> None:
    assert drawn([0, 1, 4, 8, 12, 16], high=16) == ["    ▄█", "_▁▄███"]


def test_the_threshold_lies_between_rows_and_what_is_above_stands_above() -> None:
    assert drawn([4.0, 5.0, 5.01, 9.0, None], threshold=5) == ["┄┄▁▆┄", "▆███ "]


def test_a_value_far_above_shrinks_the_scale() -> None:
    rows = trend([(0.5, 400.0)], width=1, height=3, start=0, end=1, threshold=5)
    assert [plain(row) for row in rows] == ["█", "█", "█"]
    assert {span.role for row in rows for span in row} == {Role.BAD}


def test_what_is_above_the_threshold_is_bad_and_the_line_warns() -> None:
    above, below = trend([(0.5, 9.0), (1.5, 2.0)], width=2, height=2, start=0, end=2, threshold=5)
    assert [(span.text, span.role) for span in above] == [("▆", Role.BAD), ("┄", Role.WARN)]
    assert [(span.text, span.role) for span in below] == [("█", Role.BAD), ("▃", Role.CHART)]


def test_the_label_stands_beside_the_line() -> None:
    assert drawn([9.0, 2.0, None, None, None, 2.0], threshold=5, label="5 %") == ["▆┄ 5 %", "█▃    "]


def test_the_highest_of_a_column_counts() -> None:
    rows = trend([(0.1, 1), (0.2, 8), (0.3, 2)], width=1, height=1, start=0, end=1, high=8)
    assert plain(rows[0]) == "█"


def test_a_sample_holds_until_the_next_and_then_nothing_is_known() -> None:
    assert drawn([4, None, None, 8, None, None], height=1, high=8, hold=1.5) == ["▄▄ ██ "]


def test_columns_lie_on_a_fixed_grid() -> None:
    samples = [(float(at), float(at % 7)) for at in range(100)]
    first = trend(samples, width=10, height=2, start=1.0, end=91.0)
    for shift in (0.1, 4, 8.9):
        assert trend(samples[:92], width=10, height=2, start=1.0 + shift, end=91.0 + shift) != []
    same = trend(samples, width=10, height=2, start=5.0, end=95.0)
    assert [plain(row) for row in first] == [plain(row) for row in same]


def test_ascii_only() -> None:
    rows = drawn([4.0, 9.0, 0.0], threshold=5, ascii_only=True, label="5")
    assert all(row.isascii() for row in rows)
    assert rows[0].startswith("+") or "-" in rows[0]


@given(
    SAMPLES,
    st.integers(0, 60),
    st.integers(1, 6),
    st.none() | st.floats(0, 1e5),
    st.sampled_from(["", "5 %"]),
)
def test_a_chart_fills_its_box(
    samples: list[tuple[float, float]],
    width: int,
    height: int,
    threshold: float | None,
    label: str,
) -> None:
    rows = trend(samples, width=width, height=height, start=0, end=600, threshold=threshold, label=label)
    assert len(rows) == height
    least = len(label) + 1 if label and threshold is not None else 0
    assert {line_width(row) for row in rows} == {max(width, least)}


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=20), st.floats(0.5, 50), st.integers(1, 5))
def test_bad_is_what_is_strictly_above(values: list[float], threshold: float, height: int) -> None:
    samples = [(at + 0.5, value) for at, value in enumerate(values)]
    rows = trend(
        samples,
        width=len(values),
        height=height,
        start=0,
        end=len(values),
        threshold=threshold,
        hold=0,
    )
    bottom = [span.role for span in rows[-1] for _ in span.text]
    assert [role is Role.BAD for role in bottom] == [value > threshold for value in values]


@pytest.mark.parametrize(
    ("value", "nice"), [(0, 1), (7, 8), (10, 10), (0.013, 0.015), (99, 100), (-3, 1), (math.inf, 1)]
)
def test_nice_ceiling(value: float, nice: float) -> None:
    assert nice_ceiling(value) == pytest.approx(nice)


@given(st.floats(1e-6, 1e12))
def test_nice_ceiling_is_above_and_near(value: float) -> None:
    assert value * (1 - 1e-6) <= nice_ceiling(value) <= value * 2.01


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "········"),
        (50, "████····"),
        (57, "████▌···"),
        (100, "████████"),
        (130, "███████»"),
        (None, "?       "),
    ],
)
def test_bar(value: float | None, shown: str) -> None:
    assert plain(bar(value, 100, 8)) == shown


@given(st.none() | st.floats(), st.floats(0, 1e6), st.integers(0, 40), st.booleans())
def test_a_bar_has_its_width(
    value: float | None,
    maximum: float,
    width: int,
    ascii_only: bool,
) -> None:
    shown = bar(value, maximum, width, ascii_only=ascii_only)
    assert line_width(shown) == width
