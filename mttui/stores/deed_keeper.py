"""Keeps what is done in the journal, without making the screen wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mttui.local.journal import Entry

from .journal_writer import JournalWriter

if TYPE_CHECKING:
    from .deeds import Deed


class JournalDeeds(JournalWriter):
    """A :class:`~.deeds.DeedKeeper` on the journal of this box."""

    def save(self, deed: Deed) -> None:
        """Write a deed, or its new state, in the order of the calls."""
        self._later(self._write, deed)

    def _write(self, deed: Deed) -> None:
        row = self._rows.get(deed.key)
        if row is not None:
            self._journal.confirm(row, deed.settled_at or deed.at, deed.outcome, deed.detail)
            return
        self._rows[deed.key] = self._journal.record(
            Entry(
                at=deed.at,
                who=self._who,
                profile=self._profile,
                outcome=deed.outcome,
                operation=deed.operation.id,
                target=deed.subject or None,
                parameters=dict(deed.arguments),
            )
        )
