"""Reading a time as people write it into what was asked for; nothing is reckoned here.

A time is a few things in any order: a day, a part of the day, a time on the clock, or how long from now::

    asked   = thing { thing } [ "utc" | "wib" | … ]
    thing   = amount unit | day | part | clock
    day     = "today" | "besok" | [ "next" ] weekday [ "depan" ] | "next week" | "weekend"
            | 2026-12-01 | 1 dec [ 2027 ] | dec 1 | 31/12[/2027]
    clock   = [ "jam" ] 9 | 14:00 | 14.30 | 9 am | "noon" | "midnight"
    part    = "morning" | "pagi" | "siang" | "sore" | "malam" | …
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta, timezone

from .when_words import (
    CLOCK_WORDS,
    CLOCKS,
    DAYS_AHEAD,
    FILLERS,
    MONTHS,
    NEXT,
    PARTS,
    PHRASES,
    THIS,
    UNITS,
    WEEKDAYS,
    ZONES,
    Part,
    Unit,
)

Day = Callable[[date, bool], date]
"""Finds the day, given today and whether the time asked for is still ahead today. May raise ValueError."""

LONGEST = 80
"""Characters that are read; no time that people write is longer."""

_TOKEN = re.compile(
    r"""[ ,]*(
        [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
      | [0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{4})?
      | [0-9]{1,2}[:.][0-9]{2}(?![0-9])
      | [0-9]{1,3}[.,][0-9](?![0-9])
      | [0-9]{1,5}(?![0-9])
      | [a-z]+
    )[ ,]*""",
    re.VERBOSE,
)
_AMOUNT = re.compile(r"[0-9]+(?:[.,][0-9])?")
_CLOCK = re.compile(r"([0-9]{1,2})(?:[:.]([0-9]{2}))?")
_YEAR = re.compile(r"20[0-9]{2}")
_DAYS_A_WEEK = 7
_SATURDAY = 5
_FACE, _HOURS, _MINUTES = 12, 24, 60
_YEARS_LOOKED_AT = 8
"""A 29 February comes within eight years."""


class NotUnderstood(ValueError):
    """What was typed is not a time; the message says why where that is known."""


@dataclass(slots=True)
class Asked:
    """What was asked for, as it was written."""

    day: Day | None = None
    weekday: int | None = None
    """The day must be this one, where a weekday and a date were both written."""
    part: Part | None = None
    clock: tuple[int, int] | None = None
    """Hour and minute; hour 24 is the midnight that ends the day."""
    amounts: dict[Unit, float] = field(default_factory=dict)
    zone: timezone | None = None
    """In which it is meant, where that was written."""


def read(text: str) -> Asked:
    """Read a time.

    Raises:
        NotUnderstood: it is none.
    """
    reader = _Reader(_tokens(text))
    while not reader.at_end:
        reader.read_thing()
    return reader.finish()


def _tokens(text: str) -> list[str]:
    typed = " ".join(text.casefold().replace("'", "").replace("’", "").split())
    for phrase, simple in PHRASES:
        typed = re.sub(rf"\b{phrase}\b", simple, typed)
    tokens, at = [], 0
    while at < len(typed):
        found = _TOKEN.match(typed, at)
        if found is None:
            raise NotUnderstood
        tokens.append(found[1])
        at = found.end()
    return tokens


class _Reader:
    """Goes through the words from left to right, once."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0
        self._asked = Asked()
        self._dated = False

    @property
    def at_end(self) -> bool:
        return self._at >= len(self._tokens)

    def _peek(self, ahead: int = 0) -> str:
        at = self._at + ahead
        return self._tokens[at] if at < len(self._tokens) else ""

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def _take_one_of(self, words: frozenset[str]) -> bool:
        if self._peek() not in words:
            return False
        self._at += 1
        return True

    def read_thing(self) -> None:
        """Read the next word or words.

        Raises:
            NotUnderstood: they mean nothing here.
        """
        word = self._peek()
        if word[0].isdigit():
            self._number()
        elif word in CLOCK_WORDS:
            self._take()
            self._clock()
        elif word in THIS:
            self._this()
        elif word in NEXT:
            self._take()
            self._next()
        elif word in ("a", "an") and self._peek(1) in UNITS:
            self._take()
            self._amount(1.0)
        else:
            self._word(self._take())

    def _word(self, word: str) -> None:
        if word in PARTS:
            self._set_part(PARTS[word])
        elif word in DAYS_AHEAD:
            self._set_day(_ahead(DAYS_AHEAD[word]))
        elif word in WEEKDAYS:
            self._weekday(WEEKDAYS[word])
        elif word == "weekend":
            self._set_day(_weekday(_SATURDAY, following=self._take_one_of(NEXT)))
        elif word in CLOCKS:
            self._set_clock((CLOCKS[word], 0))
        elif word in MONTHS and self._peek().isdecimal():
            self._day_of_month(int(self._take()), MONTHS[word])
        elif word in ZONES:
            self._asked.zone = timezone(timedelta(hours=ZONES[word]))
        elif word not in FILLERS and not (word == "t" and self._dated):
            raise NotUnderstood

    def _number(self) -> None:
        token, following = self._peek(), self._peek(1)
        if "-" in token:
            self._take()
            self._set_date(*(int(digits) for digits in token.split("-")))
        elif "/" in token:
            self._take()
            day, month, *year = (int(digits) for digits in token.split("/"))
            self._day_of_month(day, month, *year)
        elif following in UNITS and _AMOUNT.fullmatch(token):
            self._take()
            self._amount(float(token.replace(",", ".")))
        elif following in MONTHS and token.isdecimal():
            self._take()
            self._day_of_month(int(token), MONTHS[self._take()])
        else:
            self._clock()

    def _amount(self, number: float) -> None:
        unit = UNITS[self._take()]
        if unit in self._asked.amounts or (unit not in ("minute", "hour") and not number.is_integer()):
            raise NotUnderstood
        self._asked.amounts[unit] = number

    def _clock(self) -> None:
        token = self._take() if not self.at_end else ""
        digits = _CLOCK.fullmatch(token)
        if digits is None:
            raise NotUnderstood
        hour, minute = int(digits[1]), int(digits[2] or 0)
        half = self._peek()
        if half in ("am", "pm"):
            self._take()
            if not 1 <= hour <= _FACE:
                raise NotUnderstood(f"{hour} {half} is no time of day")
            hour = hour % _FACE + (_FACE if half == "pm" else 0)
        if hour >= _HOURS or minute >= _MINUTES:
            raise NotUnderstood(f"{token} is no time of day")
        self._set_clock((hour, minute))

    def _this(self) -> None:
        """Read "this evening", "nanti sore", "malam ini", "this fri", "nanti jam 9"."""
        after_part = self._take() == "ini" and self._asked.part is not None
        if (after_part or self._peek() in PARTS) and self._asked.day is None:
            self._set_day(_ahead(0))

    def _next(self) -> None:
        word = self._take() if not self.at_end else ""
        if word == "week":
            self._set_day(_next_week)
        elif word == "month":
            self._set_day(_next_month)
        elif word == "weekend":
            self._set_day(_weekday(_SATURDAY, following=True))
        elif word in WEEKDAYS:
            self._set_day(_weekday(WEEKDAYS[word], following=True))
        else:
            raise NotUnderstood

    def _weekday(self, weekday: int) -> None:
        if self._take_one_of(NEXT):
            self._set_day(_weekday(weekday, following=True))
        elif self._asked.weekday is None:
            self._asked.weekday = weekday
        else:
            raise NotUnderstood

    def _day_of_month(self, day: int, month: int, year: int | None = None) -> None:
        if not 1 <= month <= _FACE:
            raise NotUnderstood(f"there is no month {month}: dates are day/month, as in 31/12")
        if year is None and _YEAR.fullmatch(self._peek()):
            year = int(self._take())
        if year is None:
            self._set_day(_day_of_month(day, month))
            self._dated = True
        else:
            self._set_date(year, month, day)

    def _set_date(self, year: int, month: int, day: int) -> None:
        if not _YEAR.fullmatch(str(year)):
            raise NotUnderstood(f"{year} is not a year to come")
        try:
            asked = date(year, month, day)
        except ValueError:
            raise NotUnderstood("there is no such date") from None
        self._set_day(lambda _today, _ahead: asked)
        self._dated = True

    def _set_day(self, day: Day) -> None:
        if self._asked.day is not None:
            raise NotUnderstood
        self._asked.day = day

    def _set_part(self, part: Part) -> None:
        if self._asked.part is not None:
            raise NotUnderstood
        self._asked.part = part

    def _set_clock(self, clock: tuple[int, int]) -> None:
        if self._asked.clock is not None:
            raise NotUnderstood
        self._asked.clock = clock

    def finish(self) -> Asked:
        """Put together what belongs together: the weekday with the day, the part with the clock."""
        asked = self._asked
        if asked.day is None and asked.weekday is not None:
            asked.day, asked.weekday = _weekday(asked.weekday, following=False), None
        timed = asked.clock is not None or asked.part is not None
        by_the_clock = asked.amounts.keys() & {"minute", "hour"}
        if not (timed or asked.day or asked.amounts):
            raise NotUnderstood
        if (asked.day and asked.amounts) or (timed and by_the_clock):
            raise NotUnderstood("that is two times")
        if asked.part is not None:
            asked.clock = _in_part(asked.part, asked.clock)
        return asked


def _in_part(part: Part, clock: tuple[int, int] | None) -> tuple[int, int]:
    if clock is None:
        return part.hour, 0
    hour = part.hour_of(clock[0])
    if hour is None or (hour == _HOURS and clock[1]):
        raise NotUnderstood(f"{clock[0]:02}:{clock[1]:02} is not in that part of the day")
    return hour, clock[1]


def _ahead(days: int) -> Day:
    return lambda today, _ahead: today + timedelta(days=days)


def _weekday(weekday: int, *, following: bool) -> Day:
    """Find a weekday: the next one, or the one in the week after this one (weeks begin on Monday).

    Today counts only when the time is still ahead: a look too early costs less than a week too late.
    """

    def find(today: date, ahead: bool) -> date:  # noqa: FBT001 (the shape of Day)
        if following:
            return _next_week(today, ahead) + timedelta(days=weekday)
        days = (weekday - today.weekday()) % _DAYS_A_WEEK
        return today + timedelta(days=days if days or ahead else _DAYS_A_WEEK)

    return find


def _next_week(today: date, _ahead: bool) -> date:  # noqa: FBT001 (the shape of Day)
    return today + timedelta(days=_DAYS_A_WEEK - today.weekday())


def _next_month(today: date, _ahead: bool) -> date:  # noqa: FBT001 (the shape of Day)
    return date(today.year + today.month // _FACE, today.month % _FACE + 1, 1)


def _day_of_month(day: int, month: int) -> Day:
    """Find the next such date, today included."""

    def find(today: date, _ahead: bool) -> date:  # noqa: FBT001 (the shape of Day)
        for year in range(today.year, today.year + _YEARS_LOOKED_AT + 1):
            try:
                found = date(year, month, day)
            except ValueError:
                continue
            if found >= today:
                return found
        raise NotUnderstood("there is no such date")

    return find
