from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.stores.watch import Sending
from mttui.text import line_width, plain
from mttui.views.footer import FooterItem, footer_line
from mttui.views.header import HeaderFacts, header_line

FULL = HeaderFacts(
    profile="acme-main",
    production=True,
    read_only=True,
    sending=Sending.PAUSED,
    stale=True,
    pending=1_234_567,
    incidents=2,
    requests=41,
    budget=60,
    utc="02:40",
    local="09:40 WIB",
)


def test_at_80_columns_it_says_everything_that_matters() -> None:
    shown = plain(header_line(FULL, 80))

    assert len(shown) == 80
    for words in ("PRODUCTION", "acme-main", "READ-ONLY", "■ PAUSED STALE", "▲ 2 incidents", "02:40 UTC"):
        assert words in shown, shown


def test_with_room_it_says_all() -> None:
    shown = plain(header_line(FULL, 140))

    for words in ("queue 1,234,567", "req 41/60", "09:40 WIB"):
        assert words in shown


def test_the_status_and_an_incident_outlast_everything_else() -> None:
    shown = plain(header_line(replace(FULL, read_only=False, stale=False), 45))

    assert "■ PAUSED" in shown
    assert "▲ 2 incidents" in shown


def test_a_spent_budget_has_a_sign() -> None:
    assert "60/60!" in plain(header_line(replace(FULL, requests=60), 140))


def test_a_long_name_is_cut() -> None:
    assert "…" in plain(header_line(replace(FULL, profile="x" * 50), 140))


@given(width=st.integers(0, 200), name=st.text(max_size=30), pending=st.none() | st.integers(0, 10**12))
def test_it_takes_exactly_the_width(width: int, name: str, pending: int | None) -> None:
    assert line_width(header_line(replace(FULL, profile=name, pending=pending), width)) == width


ITEMS = [
    FooterItem("enter", "Open", 2),
    FooterItem("c", "Cancel", 3, off=True),
    FooterItem("?", "Keys", 1),
    FooterItem("L", "Requests", 11),
]


def test_the_footer_shows_keys_in_their_order_and_what_is_off_in_brackets() -> None:
    assert plain(footer_line(ITEMS, 60)).rstrip() == " enter Open  (c Cancel)  ? Keys  L Requests"


def test_the_footer_keeps_the_first_places_where_room_is_short() -> None:
    assert plain(footer_line(ITEMS, 20)).rstrip() == " enter Open  ? Keys"


@pytest.mark.parametrize("width", [0, 1, 10, 80])
def test_the_footer_takes_exactly_the_width(width: int) -> None:
    assert line_width(footer_line(ITEMS, width)) == width
