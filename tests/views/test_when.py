from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mttui.views.when import HINT, LONGEST_AHEAD, BadWhen, When, parse_when, suggestions

JAKARTA = ZoneInfo("Asia/Jakarta")
NEW_YORK = ZoneInfo("America/New_York")
BERLIN = ZoneInfo("Europe/Berlin")
MONDAY_TEN = datetime(2026, 3, 2, 10, 0, tzinfo=JAKARTA)

ZONES = st.sampled_from(
    [
        JAKARTA,
        NEW_YORK,
        BERLIN,
        UTC,
        ZoneInfo("Australia/Lord_Howe"),
        ZoneInfo("Pacific/Apia"),
        timezone(timedelta(hours=5, minutes=45)),
    ]
)
NOWS = st.integers(0, 11 * 365 * 86_400).map(
    lambda seconds: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


def local(text: str, now: datetime = MONDAY_TEN) -> str:
    when = parse_when(text, now, now.tzinfo or UTC)
    return f"{when.at.astimezone(now.tzinfo):%a %Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # How long from now.
        ("3h", "Mon 2026-03-02 13:00"),
        ("45m", "Mon 2026-03-02 10:45"),
        ("90 min", "Mon 2026-03-02 11:30"),
        ("in 3 hours", "Mon 2026-03-02 13:00"),
        ("1h30m", "Mon 2026-03-02 11:30"),
        ("1.5h", "Mon 2026-03-02 11:30"),
        ("1,5 jam", "Mon 2026-03-02 11:30"),
        ("half an hour", "Mon 2026-03-02 10:30"),
        ("setengah jam lagi", "Mon 2026-03-02 10:30"),
        ("3 jam", "Mon 2026-03-02 13:00"),
        ("3 jam lagi", "Mon 2026-03-02 13:00"),
        ("30 menit", "Mon 2026-03-02 10:30"),
        ("sejam", "Mon 2026-03-02 11:00"),
        ("an hour from now", "Mon 2026-03-02 11:00"),
        ("2d", "Wed 2026-03-04 10:00"),
        ("2 hari", "Wed 2026-03-04 10:00"),
        ("2 hari lagi jam 8", "Wed 2026-03-04 08:00"),
        ("1d 2h", "Tue 2026-03-03 12:00"),
        ("1w", "Mon 2026-03-09 10:00"),
        ("seminggu", "Mon 2026-03-09 10:00"),
        ("2 minggu", "Mon 2026-03-16 10:00"),
        ("in a week", "Mon 2026-03-09 10:00"),
        ("in 1 week 9:00", "Mon 2026-03-09 09:00"),
        ("1 month", "Thu 2026-04-02 10:00"),
        ("sebulan", "Thu 2026-04-02 10:00"),
        # A time: the next.
        ("9", "Tue 2026-03-03 09:00"),
        ("9am", "Tue 2026-03-03 09:00"),
        ("9 pm", "Mon 2026-03-02 21:00"),
        ("12am", "Tue 2026-03-03 00:00"),
        ("12 pm", "Mon 2026-03-02 12:00"),
        ("10", "Tue 2026-03-03 10:00"),
        ("11", "Mon 2026-03-02 11:00"),
        ("14:00", "Mon 2026-03-02 14:00"),
        ("14.30", "Mon 2026-03-02 14:30"),
        ("at 4.30pm", "Mon 2026-03-02 16:30"),
        ("jam 9", "Tue 2026-03-03 09:00"),
        ("pukul 14.30", "Mon 2026-03-02 14:30"),
        ("jam 4 sore", "Mon 2026-03-02 16:00"),
        ("jam 12 siang", "Mon 2026-03-02 12:00"),
        ("jam 1 siang", "Mon 2026-03-02 13:00"),
        ("jam 12 malam", "Tue 2026-03-03 00:00"),
        ("noon", "Mon 2026-03-02 12:00"),
        ("midnight", "Tue 2026-03-03 00:00"),
        ("tengah malam", "Tue 2026-03-03 00:00"),
        ("pagi", "Tue 2026-03-03 09:00"),
        ("14:00 utc", "Mon 2026-03-02 21:00"),
        ("jam 9 wib", "Tue 2026-03-03 09:00"),
        ("jam 13 wit", "Mon 2026-03-02 11:00"),
        # Today and the next days.
        ("today 15:00", "Mon 2026-03-02 15:00"),
        ("hari ini jam 3 sore", "Mon 2026-03-02 15:00"),
        ("tonight", "Mon 2026-03-02 20:00"),
        ("tonight 9", "Mon 2026-03-02 21:00"),
        ("this evening", "Mon 2026-03-02 18:00"),
        ("this afternoon", "Mon 2026-03-02 14:00"),
        ("nanti malam", "Mon 2026-03-02 20:00"),
        ("nanti sore", "Mon 2026-03-02 16:00"),
        ("malam ini", "Mon 2026-03-02 20:00"),
        ("nanti jam 3 sore", "Mon 2026-03-02 15:00"),
        ("tomorrow", "Tue 2026-03-03 09:00"),
        ("tomorrow 9", "Tue 2026-03-03 09:00"),
        ("tomorrow, 14:00", "Tue 2026-03-03 14:00"),
        ("9 tomorrow", "Tue 2026-03-03 09:00"),
        ("tomorrow morning", "Tue 2026-03-03 09:00"),
        ("tomorrow at noon", "Tue 2026-03-03 12:00"),
        ("day after tomorrow 8", "Wed 2026-03-04 08:00"),
        ("besok", "Tue 2026-03-03 09:00"),
        ("besok 9", "Tue 2026-03-03 09:00"),
        ("BESOK  Pagi", "Tue 2026-03-03 09:00"),
        ("besok siang", "Tue 2026-03-03 12:00"),
        ("besok sore", "Tue 2026-03-03 16:00"),
        ("besok malam", "Tue 2026-03-03 20:00"),
        ("besok malam jam 8", "Tue 2026-03-03 20:00"),
        ("besok pagi jam 7.30", "Tue 2026-03-03 07:30"),
        ("lusa", "Wed 2026-03-04 09:00"),
        # Days of the week.
        ("monday", "Mon 2026-03-09 09:00"),
        ("mon 9", "Mon 2026-03-09 09:00"),
        ("mon 14:00", "Mon 2026-03-02 14:00"),
        ("senin", "Mon 2026-03-09 09:00"),
        ("hari senin", "Mon 2026-03-09 09:00"),
        ("fri", "Fri 2026-03-06 09:00"),
        ("jum'at 16:00", "Fri 2026-03-06 16:00"),
        ("this fri 8", "Fri 2026-03-06 08:00"),
        ("next mon 14:00", "Mon 2026-03-09 14:00"),
        ("next fri", "Fri 2026-03-13 09:00"),
        ("senin depan jam 8", "Mon 2026-03-09 08:00"),
        ("jumat depan", "Fri 2026-03-13 09:00"),
        ("minggu", "Sun 2026-03-08 09:00"),
        ("hari minggu jam 10", "Sun 2026-03-08 10:00"),
        ("hari minggu depan", "Sun 2026-03-15 09:00"),
        ("minggu depan", "Mon 2026-03-09 09:00"),
        ("next week", "Mon 2026-03-09 09:00"),
        ("next week 8:15", "Mon 2026-03-09 08:15"),
        ("next month", "Wed 2026-04-01 09:00"),
        ("bulan depan", "Wed 2026-04-01 09:00"),
        ("weekend", "Sat 2026-03-07 09:00"),
        ("this weekend", "Sat 2026-03-07 09:00"),
        ("akhir pekan", "Sat 2026-03-07 09:00"),
        ("akhir pekan depan", "Sat 2026-03-14 09:00"),
        ("next weekend", "Sat 2026-03-14 09:00"),
        # Dates.
        ("2026-12-01", "Tue 2026-12-01 09:00"),
        ("2026-12-01 09:30", "Tue 2026-12-01 09:30"),
        ("2026-12-01T14:00", "Tue 2026-12-01 14:00"),
        ("2026-12-01T14:00Z", "Tue 2026-12-01 21:00"),
        ("2026-12-01T14:00+07:00", "Tue 2026-12-01 14:00"),
        ("1 dec", "Tue 2026-12-01 09:00"),
        ("dec 1", "Tue 2026-12-01 09:00"),
        ("1 des 10:00", "Tue 2026-12-01 10:00"),
        ("tgl 1 desember jam 10", "Tue 2026-12-01 10:00"),
        ("1 december 2027", "Wed 2027-12-01 09:00"),
        ("tue 1 dec 10:00", "Tue 2026-12-01 10:00"),
        ("31/12", "Thu 2026-12-31 09:00"),
        ("31/12/2027 17:00", "Fri 2027-12-31 17:00"),
        ("1 mar", "Mon 2027-03-01 09:00"),
        ("2 mar 11:00", "Mon 2026-03-02 11:00"),
    ],
)
def test_times_are_read_as_people_mean_them(text: str, expected: str) -> None:
    assert local(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "nanti", "25", "25:00", "9:60", "13pm", "31 feb", "31/13", "2026-02-30", "2026-13-01",
     "1999-01-01 00:00", "9 10", "mon tue", "tomorrow besok", "next", "jam", "besok pagi 14:00", "tonight 3",
     "3h 9:00", "besok 3 jam", "0.5d", "3h3h", "next dec", "1 dec 99", "a", "١٢", "\x1b[2J", "9" * 500, "z",
     "2026-12-32T14:00Z", "mon 1 dec", "9:00:30", "12 pagi"],
)  # fmt: skip
def test_what_is_no_time_is_refused_with_what_would_be_one(text: str) -> None:
    with pytest.raises(BadWhen) as refused:
        parse_when(text, MONDAY_TEN, JAKARTA)
    assert HINT in str(refused.value)
    assert str(refused.value).isprintable()


def test_the_reason_is_given_where_there_is_one() -> None:
    def why(text: str) -> str:
        with pytest.raises(BadWhen) as refused:
            parse_when(text, MONDAY_TEN, JAKARTA)
        return str(refused.value)

    assert "1 December 2026 is a Tuesday" in why("mon 1 dec")
    assert "day/month" in why("12/31")
    assert "not in that part of the day" in why("besok pagi 14:00")
    assert why("today 9") == "Mon 2 Mar 09:00 WIB is past: it is Mon 2 Mar 10:00 WIB"
    assert why("2026-03-01").startswith("Sun 1 Mar 09:00 WIB is past")
    assert why("2 mar").startswith("Mon 2 Mar 09:00 WIB is past")
    assert why("0m").endswith("is past: it is Mon 2 Mar 10:00 WIB")
    assert "more than two years" in why("3000d")
    assert "more than two years" in why("99999 months")
    assert "more than two years" in why("99999h")
    assert "more than two years" in why("1 jan 2029")
    assert "more than two years" in why("2099-01-01T00:00Z")


def test_it_is_said_back_in_full() -> None:
    evening = datetime(2026, 3, 2, 18, 0, tzinfo=JAKARTA)
    assert parse_when("besok 9", evening, JAKARTA) == When(
        datetime(2026, 3, 3, 2, 0, tzinfo=UTC), "Tue 3 Mar 09:00 WIB · 02:00 UTC · in 15h 00m"
    )
    assert parse_when("besok 5", evening, JAKARTA).words == "Tue 3 Mar 05:00 WIB · Mon 22:00 UTC · in 11h 00m"
    assert parse_when("1 mar", evening, JAKARTA).words.startswith("Mon 1 Mar 2027 09:00 WIB · 02:00 UTC")


def test_a_time_that_the_clocks_skip_is_moved_on() -> None:
    now = datetime(2026, 3, 7, 12, 0, tzinfo=NEW_YORK)
    when = parse_when("tomorrow 2:30", now, NEW_YORK)
    assert when.words == "Sun 8 Mar 03:30 EDT · 07:30 UTC · in 14h 30m"


def test_a_time_that_comes_twice_is_the_first_that_is_ahead() -> None:
    before = datetime(2026, 11, 1, 0, 0, tzinfo=NEW_YORK)
    assert parse_when("1:30", before, NEW_YORK).words.startswith("Sun 1 Nov 01:30 EDT · 05:30 UTC")
    between = datetime(2026, 11, 1, 5, 45, tzinfo=UTC)
    assert parse_when("1:30", between, NEW_YORK).words.startswith("Sun 1 Nov 01:30 EST · 06:30 UTC")


def test_days_keep_the_time_of_day_and_hours_pass() -> None:
    now = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)
    assert local("1d", now) == "Sun 2026-03-29 12:00"
    assert local("24h", now) == "Sun 2026-03-29 13:00"
    assert local("1 month", datetime(2026, 1, 31, 12, 0, tzinfo=BERLIN)) == "Sat 2026-02-28 12:00"


def test_what_is_near_the_end_of_the_year_is_in_the_next() -> None:
    now = datetime(2026, 12, 31, 22, 0, tzinfo=JAKARTA)
    assert local("besok", now) == "Fri 2027-01-01 09:00"
    assert local("next month", now) == "Fri 2027-01-01 09:00"
    assert local("midnight", now) == "Fri 2027-01-01 00:00"
    assert (
        local("29 feb", datetime(2026, 12, 31, tzinfo=JAKARTA) + timedelta(days=60)) == "Tue 2028-02-29 09:00"
    )


def test_suggestions_on_a_monday_morning() -> None:
    assert [(label, when.words) for label, when in suggestions(MONDAY_TEN, JAKARTA)] == [
        ("in 3 hours", "Mon 2 Mar 13:00 WIB · 06:00 UTC · in 3h 00m"),
        ("this evening", "Mon 2 Mar 18:00 WIB · 11:00 UTC · in 8h 00m"),
        ("tomorrow 9:00", "Tue 3 Mar 09:00 WIB · 02:00 UTC · in 23h 00m"),
        ("monday 9:00", "Mon 9 Mar 09:00 WIB · 02:00 UTC · in 6d 23h"),
    ]


def test_suggestions_on_a_sunday_night_leave_out_what_is_past_or_the_same() -> None:
    sunday = datetime(2026, 3, 1, 23, 0, tzinfo=JAKARTA)
    assert [label for label, _ in suggestions(sunday, JAKARTA)] == [
        "in 3 hours",
        "tomorrow 9:00",
        "in 1 week 9:00",
    ]


WORDS = st.lists(
    st.sampled_from(
        ["3h", "45m", "2d", "1w", "9", "9am", "14:00", "14.30", "25", "0", "tomorrow", "besok", "lusa",
         "pagi", "siang", "sore", "malam", "tonight", "nanti", "mon", "senin", "minggu", "depan", "next",
         "week", "weekend", "jam", "in", "at", "1", "31/12", "29/2", "2026-12-01", "2028-02-29", "dec",
         "feb", "utc", "wib", "noon", "midnight", "month", "jum'at", "ini", "99999", "am", "pm", "/",
         "-", ":", "T", "Z"]
    ),
    max_size=5,
).map(" ".join)  # fmt: skip


@given(WORDS | st.text(max_size=20), NOWS, ZONES)
@example("2:30", datetime(2026, 10, 25, 0, 45, tzinfo=UTC), BERLIN)
def test_a_time_is_never_past_nor_too_far(text: str, now: datetime, zone: ZoneInfo) -> None:
    try:
        when = parse_when(text, now, zone)
    except BadWhen:
        return
    assert now < when.at <= now + LONGEST_AHEAD
    assert when.at.utcoffset() == timedelta(0)


@given(WORDS, NOWS, ZONES)
def test_the_words_name_the_moment(text: str, now: datetime, zone: ZoneInfo) -> None:
    """Its local part, typed in, is the same minute; its UTC part is the same time."""
    try:
        when = parse_when(text, now, zone)
    except BadWhen:
        return
    said, *utc, _ = when.words.split(" · ")
    minute = when.at.replace(second=0, microsecond=0)
    is_utc = not when.at.astimezone(zone).utcoffset()
    assert [each.removesuffix(" UTC")[-5:] for each in utc] == ([] if is_utc else [f"{when.at:%H:%M}"])
    typed = re.sub(r"(\d\d:\d\d) .*", r"\1", said)
    wall = minute.astimezone(zone).replace(tzinfo=None)
    twice = wall.replace(tzinfo=zone, fold=0).utcoffset() != wall.replace(tzinfo=zone, fold=1).utcoffset()
    if minute <= now or twice:
        return
    assert parse_when(typed, now, zone).at == minute


@given(NOWS, ZONES, st.integers(0, 23), st.integers(0, 59))
def test_a_time_of_day_is_its_next_occurrence(now: datetime, zone: ZoneInfo, hour: int, minute: int) -> None:
    at = parse_when(f"{hour}:{minute:02}", now, zone).at
    assert at - now <= timedelta(hours=25)
    shown = at.astimezone(zone)
    if (shown.hour, shown.minute) != (hour, minute):  # the clocks skip it
        asked = datetime.combine(shown.date(), time(hour, minute), tzinfo=zone)
        assert asked.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != asked.replace(tzinfo=None)


@given(NOWS, ZONES, st.sampled_from(["monday", "tue", "rabu", "kamis", "fri", "sabtu", "minggu"]))
def test_a_weekday_is_within_the_next_seven_days(now: datetime, zone: ZoneInfo, name: str) -> None:
    found = parse_when(name, now, zone).at.astimezone(zone).date()
    today = now.astimezone(zone).date()
    assert today < found <= today + timedelta(days=7)
    if name == "monday":
        assert found.weekday() == date(2026, 3, 2).weekday()


@given(NOWS, ZONES)
def test_suggestions_are_what_their_labels_say(now: datetime, zone: ZoneInfo) -> None:
    offered = suggestions(now, zone)
    assert len(offered) >= 3
    moments = [when.at for _, when in offered]
    assert moments == sorted(set(moments))
    assert all(parse_when(label, now, zone) == when for label, when in offered)
