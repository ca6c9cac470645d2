"""The words in which people write times, English and Indonesian."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Unit = Literal["minute", "hour", "day", "week", "month"]

_FACE = 12
"""Hours on the face of a clock."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the day.

    It also says which half of the day a clock time belongs to: `jam 4 sore` is 16:00.
    """

    hour: int
    """What the name alone means."""
    first: int
    last: int
    """The last full hour; 24 is the midnight that ends the day."""

    def hour_of(self, typed: int) -> int | None:
        """Find the hour from 0 to 24 that is meant; ``None`` where it is not in this part of the day."""
        meant = (typed, typed + _FACE) if typed <= _FACE else (typed,)
        return next((hour for hour in meant if self.first <= hour <= self.last), None)


_MORNING = Part(9, 0, 11)
_MIDDAY = Part(12, 10, 15)
_AFTERNOON = Part(14, 12, 18)
_LATE_AFTERNOON = Part(16, 14, 19)
_EVENING = Part(18, 16, 23)
_NIGHT = Part(20, 18, 24)

PARTS = MappingProxyType(
    {
        "morning": _MORNING, "pagi": _MORNING,
        "siang": _MIDDAY,
        "afternoon": _AFTERNOON,
        "sore": _LATE_AFTERNOON,
        "evening": _EVENING, "petang": _EVENING,
        "night": _NIGHT, "malam": _NIGHT,
    }
)  # fmt: skip

UNITS: MappingProxyType[str, Unit] = MappingProxyType(
    {
        "m": "minute", "min": "minute", "mins": "minute", "minute": "minute", "minutes": "minute",
        "menit": "minute", "mnt": "minute",
        "h": "hour", "hr": "hour", "hrs": "hour", "hour": "hour", "hours": "hour", "jam": "hour",
        "d": "day", "day": "day", "days": "day", "hari": "day",
        "w": "week", "wk": "week", "wks": "week", "week": "week", "weeks": "week", "minggu": "week",
        "pekan": "week",
        "mo": "month", "month": "month", "months": "month", "bulan": "month", "bln": "month",
    }
)  # fmt: skip

WEEKDAYS = MappingProxyType(
    {
        "mon": 0, "monday": 0, "sen": 0, "senin": 0,
        "tue": 1, "tues": 1, "tuesday": 1, "sel": 1, "selasa": 1,
        "wed": 2, "weds": 2, "wednesday": 2, "rab": 2, "rabu": 2,
        "thu": 3, "thur": 3, "thurs": 3, "thursday": 3, "kam": 3, "kamis": 3,
        "fri": 4, "friday": 4, "jum": 4, "jumat": 4,
        "sat": 5, "saturday": 5, "sab": 5, "sabtu": 5,
        "sun": 6, "sunday": 6, "minggu": 6, "ahad": 6,
    }
)  # fmt: skip
"""Monday is 0, as in :meth:`datetime.date.weekday`."""

MONTHS = MappingProxyType(
    {
        "jan": 1, "january": 1, "januari": 1,
        "feb": 2, "february": 2, "februari": 2, "peb": 2,
        "mar": 3, "march": 3, "maret": 3,
        "apr": 4, "april": 4,
        "may": 5, "mei": 5,
        "jun": 6, "june": 6, "juni": 6,
        "jul": 7, "july": 7, "juli": 7,
        "aug": 8, "august": 8, "agu": 8, "agt": 8, "ags": 8, "agustus": 8,
        "sep": 9, "sept": 9, "september": 9,
        "oct": 10, "october": 10, "okt": 10, "oktober": 10,
        "nov": 11, "november": 11, "nop": 11, "nopember": 11,
        "dec": 12, "december": 12, "des": 12, "desember": 12,
    }
)  # fmt: skip

DAYS_AHEAD = MappingProxyType(
    {"today": 0, "tomorrow": 1, "tmr": 1, "tmrw": 1, "besok": 1, "bsk": 1, "esok": 1, "lusa": 2}
)

CLOCKS = MappingProxyType({"noon": 12, "midnight": 24})
"""Hours; midnight is the one that ends the day."""

PHRASES = (
    ("day after tomorrow", "lusa"),
    ("half an hour", "30 m"),
    ("setengah jam", "30 m"),
    ("from now", ""),
    ("hari ini", "today"),
    ("akhir pekan", "weekend"),
    ("akhir minggu", "weekend"),
    ("tengah malam", "midnight"),
    ("tengah hari", "noon"),
    ("besok lusa", "lusa"),
    ("hari minggu", "ahad"),
    ("minggu depan", "next week"),
    ("pekan depan", "next week"),
    ("bulan depan", "next month"),
    ("tonight", "today night"),
    ("sejam", "1 h"),
    ("sehari", "1 d"),
    ("seminggu", "1 w"),
    ("sepekan", "1 w"),
    ("sebulan", "1 mo"),
)
"""What is more than one word, or more than one thing, put simply. Earlier ones first."""

ZONES = MappingProxyType({"utc": 0, "gmt": 0, "z": 0, "wib": 7, "wita": 8, "wit": 9})
"""Hours ahead of UTC; the zones of Indonesia never change theirs."""

FILLERS = frozenset(
    ("at", "on", "the", "by", "in", "dalam", "pada", "hari", "tanggal", "tgl", "lagi", "later", "oclock")
)
"""Words that change nothing."""

CLOCK_WORDS = frozenset(("jam", "pukul", "pkl", "pk"))
THIS = frozenset(("this", "ini", "nanti"))
NEXT = frozenset(("next", "depan"))
