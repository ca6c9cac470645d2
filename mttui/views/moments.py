"""Times as people type them: ISO 8601, and the few words that one uses for what is near."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

_UNITS = {"m": 60, "min": 60, "minute": 60, "h": 3600, "hour": 3600, "d": 86400, "day": 86400, "w": 604800,
          "week": 604800}  # fmt: skip
"""Seconds."""
_FROM_NOW = re.compile(r"(?:in\s+|\+)(\d{1,5})\s*([a-z]+?)s?")
_DAY_AND_TIME = re.compile(r"(today|tomorrow|mon|tue|wed|thu|fri|sat|sun)?[a-z]*\s*(?:(\d{1,2})[:.](\d{2}))?")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LOCAL = " local"
_LAST_HOUR, _LAST_MINUTE = 23, 59

HINT = "2026-04-15T10:00Z, in 2 hours, tomorrow 09:00, fri 18:00; UTC unless local or an offset follows"
"""What may be typed, in words."""


def moment_from_text(text: str, *, now: datetime, local: tzinfo) -> datetime | None:
    """Read a time; ``None`` where it is none.

    Args:
        text: as :data:`HINT` says.
        now: what words like ``tomorrow`` are counted from.
        local: the zone that ``local`` means.
    """
    typed = " ".join(text.casefold().split())
    zone: tzinfo = UTC
    if typed.endswith(_LOCAL):
        typed, zone = typed.removesuffix(_LOCAL), local
    if typed == "now":
        return now.astimezone(UTC)
    if found := _FROM_NOW.fullmatch(typed):
        seconds = _UNITS.get(found[2])
        return None if seconds is None else (now + timedelta(seconds=int(found[1]) * seconds)).astimezone(UTC)
    try:
        moment = datetime.fromisoformat(typed.upper())
    except ValueError:
        return _day_and_time(typed, now.astimezone(zone))
    return (moment.replace(tzinfo=zone) if moment.tzinfo is None else moment).astimezone(UTC)


def _day_and_time(typed: str, now: datetime) -> datetime | None:
    found = _DAY_AND_TIME.fullmatch(typed)
    if found is None or not any(found.groups()):
        return None
    day, hour, minute = found[1], int(found[2] or 0), int(found[3] or 0)
    if hour > _LAST_HOUR or minute > _LAST_MINUTE:
        return None
    moment = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
    if day == "tomorrow":
        moment += timedelta(days=1)
    elif day in _WEEKDAYS:
        ahead = (_WEEKDAYS.index(day) - now.weekday()) % 7
        moment += timedelta(days=ahead or 7)
    elif day is None and moment <= now:
        moment += timedelta(days=1)
    return moment.astimezone(UTC)
