from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mttui.text import (
    ago,
    clock_utc,
    count,
    duration,
    percent,
    plural,
    short,
    size,
    stamp,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0"), (999, "999"), (1000, "1.0k"), (12_345, "12.3k"), (99_949, "99.9k"),
        (99_950, "100k"), (999_499, "999k"), (999_500, "1.0M"), (1_234_567, "1.2M"),
        (2.6e9, "2.6G"), (-1500, "-1.5k"), (999.6, "1.0k"), (None, "–"), (math.nan, "–"),
    ],
)  # fmt: skip
def test_short(value: float | None, shown: str) -> None:
    assert short(value) == shown


@given(st.floats(min_value=-9e14, max_value=9e14))
def test_short_is_short(value: float) -> None:
    assert len(short(value)) <= 6


@pytest.mark.parametrize(
    ("value", "shown"),
    [(7.2, "7.2 %"), (0, "0.0 %"), (0.08, "0.08 %"), (0.996, "1.0 %"), (100, "100.0 %"),
     (-0.5, "-0.50 %"), (None, "–"), (math.inf, "–")],
)  # fmt: skip
def test_percent(value: float | None, shown: str) -> None:
    assert percent(value) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0s"), (3.9, "3s"), (59.99, "59s"), (60, "1m"), (3599, "59m"), (3600, "1h"),
     (86_400, "1d"), (999 * 86_400, "999d"), (1_000 * 86_400, "2y"), (20_782 * 86_400, "56y"),
     (-5, "0s"), (None, "–")],
)  # fmt: skip
def test_ago(seconds: float | None, shown: str) -> None:
    assert ago(seconds) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0s"), (59.6, "1m 00s"), (252, "4m 12s"), (3_900, "1h 05m"), (273_600, "3d 4h"),
     (-12, "-12s"), (None, "–")],
)  # fmt: skip
def test_duration(seconds: float | None, shown: str) -> None:
    assert duration(seconds) == shown


def test_the_rest() -> None:
    assert count(12_345) == "12,345"
    assert count(None) == "–"
    assert size(812) == "812 B"
    assert size(1_234) == "1.2 kB"
    assert size(None) == "–"
    assert plural(1, "campaign") == "1 campaign"
    assert plural(2_000, "address", "addresses") == "2,000 addresses"


def test_times_are_in_utc() -> None:
    moment = datetime(2026, 11, 22, 9, 40, 13, tzinfo=timezone(timedelta(hours=7)))
    assert clock_utc(moment) == "02:40:13"
    assert stamp(moment) == "2026-11-22 02:40:13"
    assert clock_utc(moment) == clock_utc(moment.astimezone(UTC))
    assert clock_utc(None) == "–"
