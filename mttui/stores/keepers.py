"""Keeps timelines in the journal and samples in the state file, without making the screen wait."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from mttui.local.journal import Entry
from mttui.local.samples import Samples, SampleWriter

from .journal_writer import JournalWriter
from .timeline import Moment, Outcome
from .trends import Sample


class JournalTimeline(JournalWriter):
    """A :class:`~.timeline.TimelineKeeper` on the journal of this box."""

    def save(self, incident: str, moment: Moment) -> None:
        """Write a moment, or its new state, in the order of the calls."""
        self._later(self._write, incident, moment)

    def load(self, incident: str) -> tuple[Moment, ...]:
        """Return what the journal has of an incident."""
        entries = self._journal.for_incident(self._profile, incident)
        self._rows.update({(incident, entry.id): entry.id for entry in entries})
        return tuple(_moment(entry) for entry in entries)

    def _write(self, incident: str, moment: Moment) -> None:
        row = self._rows.get((incident, moment.key))
        if row is None:
            self._rows[incident, moment.key] = self._journal.record(self._entry(incident, moment))
        else:
            at = moment.confirmed_at or datetime.now(UTC)
            self._journal.confirm(row, at, moment.outcome, moment.detail)

    def _entry(self, incident: str, moment: Moment) -> Entry:
        return Entry(
            at=moment.at,
            who=moment.who or self._who,
            profile=self._profile,
            outcome=moment.outcome,
            text=moment.detail,
            operation=moment.operation or None,
            target=moment.text,
            incident=incident,
        )


def _moment(entry: Entry) -> Moment:
    return Moment(
        key=entry.id,
        at=entry.at,
        text=entry.target or entry.text,
        outcome=entry.outcome,
        who="" if entry.outcome is Outcome.SEEN else entry.who,
        confirmed_at=entry.confirmed_at,
        detail=entry.text if entry.target else "",
        operation=entry.operation or "",
    )


class ProfileSamples:
    """A :class:`~.trends.SampleKeeper` for one account.

    Args:
        profile: the account.
        samples: reads what was kept.
        writer: writes from a thread of its own.
    """

    def __init__(self, profile: str, samples: Samples, writer: SampleWriter) -> None:
        self._profile = profile
        self._samples = samples
        self._writer = writer

    def add(self, series: str, at: float, value: float) -> None:
        """Keep one sample; ``at`` in unix seconds."""
        self._writer.add(self._profile, series, datetime.fromtimestamp(at, UTC), value)

    def since(self, series: str, at: float) -> Iterable[Sample]:
        """Return the samples of a series from ``at`` on, oldest first."""
        rows = self._samples.since(self._profile, series, datetime.fromtimestamp(at, UTC))
        return [(moment.timestamp(), value) for moment, value in rows]
