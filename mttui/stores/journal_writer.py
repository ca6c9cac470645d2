"""Writing to the journal without making the screen wait."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import ParamSpec

from mttui.local.journal import Journal

P = ParamSpec("P")


class JournalWriter:
    """Writes to the journal of this box in the order of the calls, on a thread of its own.

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
        self._rows: dict[Hashable, int] = {}
        """Numbers in the journal of what was written, by what tells it apart."""
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="mttui-journal")

    def close(self) -> None:
        """Write what is waiting, and end."""
        self._writer.shutdown(wait=True)

    def _later(self, write: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
        self._writer.submit(write, *args, **kwargs).add_done_callback(self._tell_trouble)

    def _tell_trouble(self, written: Future[None]) -> None:
        trouble = written.exception()
        if trouble is not None:
            self._on_trouble(trouble)
