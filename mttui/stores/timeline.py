"""What happened in an incident and what was done about it, in order, with times asked and confirmed."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from mttui.local.journal import Outcome

__all__ = ["Moment", "Outcome", "Timeline", "TimelineKeeper"]


@dataclass(frozen=True, slots=True)
class Moment:
    """One entry. Times are the platform's, in UTC."""

    key: int
    at: datetime
    text: str
    outcome: Outcome
    who: str = ""
    confirmed_at: datetime | None = None
    detail: str = ""
    """What the platform said, or why it failed."""
    operation: str = ""


class TimelineKeeper(Protocol):
    """Keeps moments for good; the journal is one."""

    def save(self, incident: str, moment: Moment) -> None:
        """Keep a moment, or its new state, by its key; must not block."""

    def load(self, incident: str) -> tuple[Moment, ...]:
        """Return what was kept of an incident, oldest first."""


class Timeline:
    """The moments of one incident.

    Args:
        incident: id of the velocity event.
        who: the person at the keyboard, as ``user@host``.
        keeper: keeps it over a restart; ``None`` for memory only.
    """

    def __init__(self, incident: str, *, who: str, keeper: TimelineKeeper | None = None) -> None:
        self.incident = incident
        self._who = who
        self._keeper = keeper
        kept = keeper.load(incident) if keeper else ()
        self._moments = {moment.key: moment for moment in kept}
        self._keys = itertools.count(max(self._moments, default=0) + 1)
        self._pokes: list[Callable[[], None]] = []

    @property
    def moments(self) -> tuple[Moment, ...]:
        """All moments, oldest first."""
        return tuple(sorted(self._moments.values(), key=lambda moment: (moment.at, moment.key)))

    def subscribe(self, poke: Callable[[], None]) -> Callable[[], None]:
        """Call ``poke`` whenever a moment is added or changes; returns what ends that."""
        self._pokes.append(poke)
        return lambda: self._pokes.remove(poke)

    def seen(self, at: datetime, text: str) -> Moment:
        """Note an observation; the same one at the same time is noted once."""
        for moment in self._moments.values():
            if moment.outcome is Outcome.SEEN and (moment.at, moment.text) == (at, text):
                return moment
        return self._put(Moment(next(self._keys), at, text, Outcome.SEEN))

    def note(self, at: datetime, text: str) -> Moment:
        """Note what a person wrote."""
        return self._put(Moment(next(self._keys), at, text, Outcome.NOTE, who=self._who))

    def asked(self, at: datetime, text: str, *, operation: str) -> Moment:
        """Note that the platform is asked for something."""
        return self._put(
            Moment(next(self._keys), at, text, Outcome.ASKED, who=self._who, operation=operation)
        )

    def settle(self, moment: Moment, outcome: Outcome, at: datetime | None, detail: str = "") -> Moment:
        """Note how what was asked for ended."""
        return self._put(replace(moment, outcome=outcome, confirmed_at=at, detail=detail))

    def _put(self, moment: Moment) -> Moment:
        self._moments[moment.key] = moment
        if self._keeper is not None:
            self._keeper.save(self.incident, moment)
        for poke in tuple(self._pokes):
            poke()
        return moment
