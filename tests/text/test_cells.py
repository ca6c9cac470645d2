from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len as rich_cell_len

from mttui.text import (
    ELLIPSIS,
    Role,
    Span,
    cell_len,
    fit,
    fit_line,
    line,
    line_width,
    plain,
    printable,
    truncate,
    wrap,
)
from tests.text.samples import OWN
from tests.text.test_printable import ANY, TRICKY

WIDTHS = st.integers(min_value=0, max_value=70)
LINES = st.lists(st.builds(Span, ANY | TRICKY, st.sampled_from(Role)), max_size=5).map(tuple)


@given(ANY | TRICKY, WIDTHS, st.sampled_from(["left", "right"]))
def test_fit_fills_exactly_its_width(text: str, width: int, align: str) -> None:
    shown = fit(text, width, "right" if align == "right" else "left")
    assert rich_cell_len(shown) == width
    assert printable(shown) == shown


@given(ANY | TRICKY)
def test_cell_len_is_the_width_of_what_is_shown(text: str) -> None:
    assert cell_len(text) == rich_cell_len(printable(text))
    assert truncate(text, cell_len(text)) == printable(text)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abcdef", 4, "abc…"),
        ("abcd", 4, "abcd"),
        ("ab", 4, "ab  "),
        ("abc", 1, "…"),
        ("abc", 0, ""),
        ("東京都", 5, "東京…"),
        ("東京都", 4, "東 …"),
        ("👨‍👩‍👧", 6, "👨👩👧"),
        ("\x1b[31m", 6, "␛[31m "),
    ],
)
def test_fit(text: str, width: int, shown: str) -> None:
    assert fit(text, width) == shown


def test_fit_right() -> None:
    assert fit("7", 3, "right") == "  7"


@pytest.mark.parametrize("text", OWN.values(), ids=OWN.keys())
def test_ten_thousand_times_a_sample_fits(text: str) -> None:
    assert rich_cell_len(fit(text * 10_000, 40)) == 40


@given(LINES, WIDTHS, st.sampled_from(["left", "right"]))
def test_fit_line_fills_exactly_its_width(spans: tuple[Span, ...], width: int, align: str) -> None:
    fitted = fit_line(spans, width, "right" if align == "right" else "left")
    assert line_width(fitted) == width


def test_fit_line_keeps_roles_and_shows_what_is_cut() -> None:
    spans = line("queue ", Span("12,345", Role.BAD), " mails")
    assert fit_line(spans, 9) == (Span("queue "), Span("12…", Role.BAD))
    assert fit_line(spans, 12) == (Span("queue "), Span("12,34…", Role.BAD))
    assert fit_line(spans, 20) == (*spans, Span("  "))
    assert plain(fit_line(spans, 20, "right")) == "  queue 12,345 mails"


def test_fit_line_is_not_cut_when_all_fits() -> None:
    assert plain(fit_line(line("ab", "cd", ""), 4)) == "abcd"
    assert plain(fit_line(line("ab", "cd"), 2)) == "a" + ELLIPSIS


@given(ANY | TRICKY, st.integers(min_value=1, max_value=30), st.integers(min_value=1, max_value=5))
def test_wrap_stays_in_its_box(text: str, width: int, lines: int) -> None:
    wrapped = wrap(text, width, lines=lines)
    assert len(wrapped) <= lines
    assert all(0 < cell_len(piece) <= width for piece in wrapped)


def test_wrap_breaks_at_spaces_and_shows_what_is_left_out() -> None:
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("one two three four", 7, lines=2) == ["one two", "three …"]
    assert wrap("unbreakable", 5) == ["unbr…"]
    assert wrap("", 5) == []
