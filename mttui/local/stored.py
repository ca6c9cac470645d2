"""Times, text and lists as they stand in the state file."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta


def stamp(at: datetime) -> str:
    """A time as UTC to the microsecond, in a form that sorts as text.

    Raises:
        ValueError: it has no time zone.
    """
    if at.tzinfo is None:
        raise ValueError("a time that is kept needs its time zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def moment(text: str) -> datetime:
    """The time of a stamp, in UTC."""
    return datetime.fromisoformat(text)


def storable(text: str) -> str:
    """Text as SQLite takes it: lone surrogates, which UTF-8 cannot hold, become "?"."""
    return text.encode(errors="replace").decode()


def packed(words: Iterable[str]) -> str:
    """A list of words in one column, as JSON."""
    return json.dumps(list(words))


def unpacked(text: str) -> tuple[str, ...]:
    """The words of a packed list."""
    return tuple(json.loads(text))


def span(seconds: float | None) -> timedelta | None:
    """A length of time from its seconds."""
    return None if seconds is None else timedelta(seconds=seconds)


def seconds(length: timedelta | None) -> float | None:
    """A length of time in seconds."""
    return None if length is None else length.total_seconds()


def now_utc() -> datetime:
    """The real time."""
    return datetime.now(UTC)
