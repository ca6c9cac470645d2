"""One request to an operation, with the means to read it strictly."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from .keys import Key
from .reply import Refusal, Reply, invalid, required

if TYPE_CHECKING:
    from ..engine.world import World

PER_PAGE, MOST_PER_PAGE = 20, 100
_MOST_DIGITS = 9
"""Of a number in the query; what is longer is no page of anything."""
_DATE_LENGTH = len("2026-04-01")


@dataclass(frozen=True, slots=True)
class Page:
    """Which part of a list is asked for."""

    number: int
    per_page: int

    @property
    def offset(self) -> int:
        """Number of elements before it."""
        return (self.number - 1) * self.per_page

    def reply(self, rows: list[Any], total: int) -> Reply:
        """Return the rows of this page in the paged envelope."""
        return Reply(rows, {"page": self.number, "perPage": self.per_page, "total": total})


@dataclass(slots=True)
class Call:
    """What a handler gets."""

    world: World
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: Any
    """The JSON body; ``None`` when there was none."""
    key: Key
    ip: str
    requests_this_minute: int = 0
    rate_limit: int = 1000
    reset_in: float = 60.0
    """Real seconds until the requests are counted anew."""
    base_url: str = ""
    """Scheme and host as the caller wrote them, for links to files."""

    @property
    def now(self) -> int:
        """The simulated second."""
        return self.world.now

    def page(self) -> Page:
        """Return the page asked for: from 1, 20 a page, at most 100."""
        number = self._whole("page", 1)
        per_page = self._whole("perPage", PER_PAGE)
        return Page(number, min(per_page, MOST_PER_PAGE))

    def _whole(self, name: str, default: int) -> int:
        text = self.query.get(name, "")
        if not text:
            return default
        if not text.isdecimal() or len(text) > _MOST_DIGITS or int(text) < 1:
            raise invalid(name, "must be a whole number from 1")
        return int(text)

    def time_range(self, default_start: int, default_end: int | None = None) -> tuple[int, int]:
        """Return ``dateFrom`` and ``dateTo`` in epoch seconds; the end is not included, now by default.

        Both take a date or an instant; a date as the end means the end of that day.
        """
        start, end = self.query.get("dateFrom", ""), self.query.get("dateTo", "")
        first = instant("dateFrom", start) if start else default_start
        last = self.now + 1 if default_end is None else default_end
        if end:
            last = instant("dateTo", end) + (86400 if len(end) == _DATE_LENGTH else 0)
        if first > last:
            raise invalid("dateFrom", "is after dateTo", "INVALID_DATE_RANGE")
        return first, last

    def fields(self) -> dict[str, Any]:
        """Return the body as an object; an absent one is empty."""
        if self.body is None:
            return {}
        if not isinstance(self.body, dict):
            raise Refusal(422, "INVALID_BODY", "the body must be a JSON object")
        return self.body

    def text(self, name: str, default: str | None = None, *, limit: int = 10_000) -> str:
        """Return a text field; without a default it is required."""
        value = self.fields().get(name, default)
        if value is None or value == "":
            raise required(name)
        if not isinstance(value, str):
            raise invalid(name, "must be a text")
        if len(value) > limit:
            raise invalid(name, f"is longer than {limit} characters")
        return value

    def number(
        self, name: str, default: float | None = None, *, low: float = 0.0, high: float = 1e9
    ) -> float:
        """Return a number within bounds; without a default it is required."""
        value = self.fields().get(name, default)
        if value is None:
            raise required(name)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise invalid(name, "must be a number")
        if not low <= value <= high:
            raise invalid(name, f"must be between {low:g} and {high:g}")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes or no."""
        value = self.fields().get(name, default)
        if not isinstance(value, bool):
            raise invalid(name, "must be true or false")
        return value

    def choice(self, name: str, known: Collection[str], default: str | None = None) -> str:
        """Return one of some words; without a default it is required."""
        value = self.text(name, default)
        if value not in known:
            raise invalid(name, f"must be one of {', '.join(sorted(known))}")
        return value

    def moment(self, name: str) -> int:
        """Return a required time of the body in epoch seconds."""
        return instant(name, self.text(name))


def instant(name: str, text: str) -> int:
    """Read an ISO date or instant as epoch seconds; without a zone it is UTC.

    Raises:
        Refusal: it is neither; 422 naming the field.
    """
    try:
        read = datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
    except ValueError:
        raise invalid(name, "must be an ISO 8601 date or time") from None
    if read.tzinfo is None:
        read = read.replace(tzinfo=UTC)
    return int((read - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(seconds=1))
