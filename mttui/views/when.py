"""Times as people write them, to snooze a thread until then: `3h`, `tomorrow 9`, `senin depan jam 8`.

What is read is always said back in full, so that no rule below has to be known:

- A time with no date is its next occurrence. A named day with no time is 09:00; days, weeks and months
  from now keep the time of day.
- `monday` or `senin` is the next one after today. On a Monday, with a time that is still ahead, it is today.
  `next mon` and `senin depan` are in the week after this one; weeks begin on Monday.
- A date without a year is the next such date. `31/12` is day and month.
- Times are local. One that the clocks skip is moved on by what they skip; one that comes twice is the first
  that is still ahead.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from mttui.text import duration

from .when_grammar import LONGEST, Asked, NotUnderstood, read

DAY_STARTS = time(9, 0)
"""When a day with no time begins."""
LONGEST_AHEAD = timedelta(days=731)
"""Two years."""

HINT = (
    "3h, 45m, 2d, 1w, tomorrow 9, this evening, mon 14:00, next week, 1 dec 10:00, "
    "besok pagi, lusa, senin depan jam 8, 2026-12-01 09:00"
)
"""What may be typed, in words."""

_WITH_OFFSET = re.compile(
    r"20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})",
    re.IGNORECASE,
)

_SHOWN = 30
_MONTHS = 12
_HOURS = 24


class BadWhen(ValueError):
    """No time can be made of what was typed; the message says why, or what would be understood."""


@dataclass(frozen=True, slots=True)
class When:
    """A moment to come."""

    at: datetime
    """UTC."""
    words: str
    """It in full: `Tue 3 Mar 09:00 WIB · 02:00 UTC · in 15h 00m`."""


def parse_when(text: str, now: datetime, zone: tzinfo) -> When:
    """Read a time to come.

    Args:
        text: as :data:`HINT` says, in English or Indonesian.
        now: aware; what everything is counted from.
        zone: in which the times of day are meant and said back.

    Raises:
        BadWhen: it is not a time, it is past, or more than two years ahead.
    """
    try:
        moment = _moment(text.strip(), now, zone)
    except NotUnderstood as error:
        shown = text.strip()[:_SHOWN]
        why = f"{error}. " if str(error) else ""
        raise BadWhen(f"{shown!r} is not a time yet. {why}Try {HINT}") from None
    if moment <= now:
        raise BadWhen(f"{_local(moment, now, zone)} is past: it is {_local(now, now, zone)}")
    if moment - now > LONGEST_AHEAD:
        raise BadWhen(f"{_local(moment, now, zone)} is more than two years ahead")
    return When(moment, words_for(moment, now, zone))


def words_for(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """Say a moment so that it cannot be mistaken: weekday, local time, UTC where it differs, how far off."""
    utc, far = moment.astimezone(UTC), f"in {duration((moment - now).total_seconds())}"
    if not moment.astimezone(zone).utcoffset():
        return f"{_local(moment, now, zone)} · {far}"
    there = f"{utc:%H:%M} UTC" if utc.date() == moment.astimezone(zone).date() else f"{utc:%a %H:%M} UTC"
    return f"{_local(moment, now, zone)} · {there} · {far}"


def suggestions(now: datetime, zone: tzinfo) -> tuple[tuple[str, When], ...]:
    """Offer what is chosen most, the soonest first; each label may be typed as well and means the same."""
    offered: dict[datetime, tuple[str, When]] = {}
    for label in ("in 3 hours", "this evening", "tomorrow 9:00", "monday 9:00", "in 1 week 9:00"):
        try:
            when = parse_when(label, now, zone)
        except BadWhen:  # the evening is past
            continue
        offered.setdefault(when.at, (label, when))
    return tuple(sorted(offered.values(), key=lambda each: each[1].at))


def _local(moment: datetime, now: datetime, zone: tzinfo) -> str:
    local = moment.astimezone(zone)
    year = "" if local.year == now.astimezone(zone).year else f" {local.year}"
    return f"{local:%a} {local.day} {local:%b}{year} {local:%H:%M %Z}"


def _moment(text: str, now: datetime, zone: tzinfo) -> datetime:
    if len(text) > LONGEST:
        raise NotUnderstood
    if _WITH_OFFSET.fullmatch(text):
        try:
            return datetime.fromisoformat(text.upper()).astimezone(UTC)
        except ValueError:
            raise NotUnderstood("there is no such date") from None
    asked = read(text)
    zone = asked.zone or zone
    return _from_now(asked, now, zone) if asked.amounts else _on_a_day(asked, now, zone)


def _from_now(asked: Asked, now: datetime, zone: tzinfo) -> datetime:
    """Reckon how long from now: days and more on the calendar, hours and minutes as they pass."""
    amounts = asked.amounts
    days = int(amounts.get("day", 0) + 7 * amounts.get("week", 0))
    months = int(amounts.get("month", 0))
    if timedelta(days=days + 28 * months) > LONGEST_AHEAD:
        raise BadWhen("that is more than two years ahead")
    moment = now.astimezone(UTC)
    if days or months or asked.clock:
        here = now.astimezone(zone).replace(tzinfo=None)
        there = _months_on(here.date(), months) + timedelta(days=days)
        moment = (
            _at(there, asked.clock, now, zone)
            if asked.clock
            else _utc(datetime.combine(there, here.time()), now, zone)
        )
    passing = timedelta(hours=amounts.get("hour", 0), minutes=amounts.get("minute", 0))
    return moment + passing


def _on_a_day(asked: Asked, now: datetime, zone: tzinfo) -> datetime:
    today = now.astimezone(zone).date()
    clock = asked.clock or (DAY_STARTS.hour, DAY_STARTS.minute)
    next_today = _at(today, clock, now, zone)
    if asked.day is None:
        return next_today if next_today > now else _at(today + timedelta(days=1), clock, now, zone)
    day = asked.day(today, asked.clock is not None and next_today > now)
    if asked.weekday is not None and day.weekday() != asked.weekday:
        raise NotUnderstood(f"{day.day} {day:%B %Y} is a {day:%A}")
    return _at(day, clock, now, zone)


def _at(day: date, clock: tuple[int, int], now: datetime, zone: tzinfo) -> datetime:
    """Reckon a time on a day; hour 24 is the midnight that ends it."""
    hour, minute = clock
    day += timedelta(days=hour // _HOURS)
    return _utc(datetime.combine(day, time(hour % _HOURS, minute)), now, zone)


def _utc(wall: datetime, now: datetime, zone: tzinfo) -> datetime:
    """Find when the clocks of the zone show `wall`.

    Where the clocks go forward `fold=0` counts on in the old time: 02:30, which they skip, becomes 03:30.
    """
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return second if first <= now < second else first


def _months_on(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
