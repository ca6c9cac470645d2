"""Keeps what is done in the journal, without making the screen wait."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from mttui.local.journal import Entry, Journal

if TYPE_CHECKING:
    from .deeds import Deed


class JournalDeeds:
    """A :class:`~.deeds.DeedKeeper` on the journal of this box; writes on a thread of its own.

    Args:
        journal: where it is kept.
        profile: the account.
        who: the person at the keyboard.
        on_trouble: told, on another thread, when something could not be written.
    """

    def __init__(
        self, journal: Journal, *, profile: str, who: str, on_trouble: Callable[[BaseException], None]
    ) -> None:
        self._journal = journal
        self._profile = profile
        self._who = who
        self._on_trouble = on_trouble
        self._rows: dict[int, int] = {}
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mttui-deeds")

    def save(self, deed: Deed) -> None:
        """Write a deed, or its new state, in the order of the calls."""
        self._writer.submit(self._write, deed).add_done_callback(self._tell_trouble)

    def close(self) -> None:
        """Write what is waiting, and end."""
        self._writer.shutdown(wait=True)

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

    def _tell_trouble(self, written: Future[None]) -> None:
        trouble = written.exception()
        if trouble is not None:
            self._on_trouble(trouble)
