"""Splits of the inbox: the statuses of a thread, and the filters that the config saves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from mttui.api.models.inbound import InboundVerdict
from mttui.api.models.threads import Thread
from mttui.local.inbox_settings import InboxSettings, SplitSettings

OPEN, PENDING, SNOOZED, CLOSED, ANY = "open", "pending", "snoozed", "closed", "any"
_LISTED = frozenset({OPEN, PENDING, CLOSED})
"""Statuses that the platform can list by (the reference: ``snoozed`` cannot be asked for)."""


@dataclass(frozen=True, slots=True)
class Split:
    """A part of the inbox, with the response times that are aimed at in it."""

    name: str
    status: str
    """The status that its threads have; :data:`ANY` for all of them."""
    first: timedelta
    """Within which a person who writes for the first time is to be answered."""
    next: timedelta
    """Within which one who writes again is."""
    saved: SplitSettings | None = None
    """The filter that the config saves; ``None`` for a status as a whole."""

    @property
    def asks_for(self) -> str | None:
        """The status that the platform is asked for; ``None`` asks for all threads."""
        return self.status if self.status in _LISTED else None

    @property
    def is_whole(self) -> bool:
        """Whether it is just what the platform lists, so that nothing has to be looked for."""
        return self.saved is None and self.status in _LISTED

    @property
    def wants_verdicts(self) -> bool:
        """Whether it looks at what threads are about."""
        saved = self.saved
        return saved is not None and any((saved.category, saved.sentiment, saved.priority))

    def fits(self, thread: Thread, verdict: InboundVerdict | None, now: datetime) -> bool:
        """Say whether a thread belongs in it.

        Args:
            thread: as it is known to be.
            verdict: what it is about; a filter for that takes no thread of which it is not known.
            now: the platform's time, for the ages of a filter.
        """
        if self.status not in (ANY, status_of(thread)):
            return False
        return self.saved is None or _fits(self.saved, thread, verdict, now)


def status_of(thread: Thread) -> str:
    """Return the status of a thread in small letters; one without is open."""
    return (thread.status or OPEN).casefold()


def splits_of(settings: InboxSettings) -> tuple[Split, ...]:
    """Return the splits of an inbox: the four statuses, then those of the config."""
    first, following = settings.targets.first, settings.targets.next
    whole = [Split(each.title(), each, first, following) for each in (OPEN, PENDING, SNOOZED, CLOSED)]
    saved = [
        Split(each.name, each.status, each.first or first, each.next or following, each)
        for each in settings.splits
    ]
    return (*whole, *saved)


def split_for(
    thread: Thread, splits: Iterable[Split], verdict: InboundVerdict | None, now: datetime
) -> Split:
    """Return the split whose response times count for a thread: the first saved one that it fits."""
    listed = tuple(splits)
    saved = (each for each in listed if each.saved is not None and each.fits(thread, verdict, now))
    return next(saved, listed[0])


def _fits(saved: SplitSettings, thread: Thread, verdict: InboundVerdict | None, now: datetime) -> bool:
    labels = {each.casefold() for each in thread.labels}
    if not {each.casefold() for each in saved.labels} <= labels:
        return False
    told = (
        (saved.category, verdict.category if verdict else None),
        (saved.sentiment, verdict.sentiment if verdict else None),
        (saved.priority, verdict.priority if verdict else None),
    )
    if any(wanted and wanted.casefold() != (found or "").casefold() for wanted, found in told):
        return False
    age = None if thread.updated_at is None else now - thread.updated_at
    if saved.older_than is not None and (age is None or age < saved.older_than):
        return False
    return saved.younger_than is None or (age is not None and age < saved.younger_than)
