"""What went out in the last five minutes: the figures that the velocity rules look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

WINDOW = timedelta(minutes=5)
"""The rolling window of the platform's own rules (platform-facts, section 8)."""
LEAST_SENT = 100
"""Messages sent in the window before a rule may fire (platform-facts, section 8)."""


class Counts(Protocol):
    """A row of statistics."""

    @property
    def sent(self) -> int | None:
        """Messages handed to the network."""

    @property
    def delivered(self) -> int | None:
        """Messages the receiving side took."""

    @property
    def bounced(self) -> int | None:
        """Messages sent back."""

    @property
    def complained(self) -> int | None:
        """Messages reported as spam."""

    @property
    def delayed(self) -> int | None:
        """Messages that wait for another try."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Messages in a window of time, by how they ended."""

    sent: int = 0
    """Handed to the network: injections."""
    delivered: int = 0
    bounced: int = 0
    complained: int = 0
    delayed: int = 0

    @classmethod
    def of(cls, rows: Iterable[Counts]) -> Flow:
        """Add up rows of statistics; what a row leaves out counts as none."""
        rows = tuple(rows)
        return cls(
            sent=sum(row.sent or 0 for row in rows),
            delivered=sum(row.delivered or 0 for row in rows),
            bounced=sum(row.bounced or 0 for row in rows),
            complained=sum(row.complained or 0 for row in rows),
            delayed=sum(row.delayed or 0 for row in rows),
        )

    @property
    def bounce_rate(self) -> float | None:
        """Bounces in percent of what was sent; ``None`` when nothing was."""
        return _percent(self.bounced, self.sent)

    @property
    def complaint_rate(self) -> float | None:
        """Complaints in percent of what was delivered; ``None`` when nothing was."""
        return _percent(self.complained, self.delivered)

    @property
    def delivery_rate(self) -> float | None:
        """Deliveries in percent of what was sent; ``None`` when nothing was."""
        return _percent(self.delivered, self.sent)

    @property
    def counts_for_rules(self) -> bool:
        """Whether enough was sent for a rule to look at it."""
        return self.sent >= LEAST_SENT


def _percent(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None


_RATES: dict[str, Callable[[Flow], float | None]] = {
    "bounce_rate": lambda flow: flow.bounce_rate,
    "complaint_rate": lambda flow: flow.complaint_rate,
}
"""How the rate of a rule's metric follows from the window's figures."""


def rate_of(metric: str | None, flow: Flow | None) -> float | None:
    """Return the current rate of a metric in percent; ``None`` where the API does not give it.

    The reference names only ``bounce_rate``; a rule without a metric is taken for one of it.
    """
    if flow is None:
        return None
    measure = _RATES.get((metric or "bounce_rate").casefold())
    return measure(flow) if measure else None
