"""Figures in words: counts, shares, ages, durations and times of day.

What is not known, not a number or infinite is shown as an en dash, never as a zero.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime

UNKNOWN = "–"

_MINUTE = 60
_HOUR = 3_600
_DAY = 86_400
_YEAR = 365
_MANY_DAYS = 1_000
_SHORT_UNITS = ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k"))
_THREE_DIGITS = 99.95


def _is_known(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def count(value: float | None) -> str:
    """Write a whole number in full: `12,345`."""
    if value is None or not _is_known(value):
        return UNKNOWN
    return f"{round(value):,}"


def short(value: float | None) -> str:
    """Write a number in at most four digits and a unit: `999`, `12.3k`, `1.2M`."""
    if value is None or not _is_known(value):
        return UNKNOWN
    rounded = round(value)
    for factor, unit in _SHORT_UNITS:
        # 999,500 and more would round to "1000k".
        if abs(rounded) >= factor * (1 if factor == 1e3 else 0.9995):  # noqa: PLR2004 (both are of this rule)
            scaled = rounded / factor
            return f"{scaled:.0f}{unit}" if abs(scaled) >= _THREE_DIGITS else f"{scaled:.1f}{unit}"
    return str(rounded)


def percent(value: float | None) -> str:
    """Write a share given in percent: `7.2 %`, with two decimals below 1 %: `0.08 %`."""
    if value is None or not _is_known(value):
        return UNKNOWN
    decimals = 2 if 0 < abs(value) < 0.995 else 1  # noqa: PLR2004 (0.995 rounds to 1.00)
    return f"{value:.{decimals}f} %"


def size(value: float | None) -> str:
    """Write a number of bytes: `812 B`, `1.2 kB`, `3.4 MB`."""
    shown = short(value)
    if shown == UNKNOWN:
        return shown
    return f"{shown[:-1]} {shown[-1]}B" if shown[-1].isalpha() else f"{shown} B"


def ago(seconds: float | None) -> str:
    """Write an age in its largest unit: `3s`, `4m`, `2h`, `5d`, `3y` from a thousand days on.

    The future has no age: `0s`.
    """
    if seconds is None or not _is_known(seconds):
        return UNKNOWN
    whole = max(0, int(seconds))
    if whole >= _MANY_DAYS * _DAY:
        return f"{whole // (_YEAR * _DAY)}y"
    for length, unit in ((_DAY, "d"), (_HOUR, "h"), (_MINUTE, "m")):
        if whole >= length:
            return f"{whole // length}{unit}"
    return f"{whole}s"


def duration(seconds: float | None) -> str:
    """Write a length of time in its two largest units: `12s`, `4m 12s`, `1h 05m`, `3d 4h`."""
    if seconds is None or not _is_known(seconds):
        return UNKNOWN
    if seconds < 0:
        return f"-{duration(-seconds)}"
    whole = round(seconds)
    if whole < _MINUTE:
        return f"{whole}s"
    if whole < _HOUR:
        return f"{whole // _MINUTE}m {whole % _MINUTE:02}s"
    if whole < _DAY:
        return f"{whole // _HOUR}h {whole % _HOUR // _MINUTE:02}m"
    return f"{whole // _DAY}d {whole % _DAY // _HOUR}h"


def clock_utc(moment: datetime | None) -> str:
    """Write the time of day in UTC: `02:40:13`."""
    return UNKNOWN if moment is None else moment.astimezone(UTC).strftime("%H:%M:%S")


def clock_local(moment: datetime | None) -> str:
    """Write the time of day where this runs: `09:40:13`."""
    return UNKNOWN if moment is None else moment.astimezone().strftime("%H:%M:%S")


def stamp(moment: datetime | None) -> str:
    """Write date and time in UTC: `2026-11-22 02:40:13`."""
    return UNKNOWN if moment is None else moment.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")


def plural(number: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun: `1 campaign`, `2,000 campaigns`."""
    return f"{count(number)} {one if number == 1 else many or one + 's'}"
