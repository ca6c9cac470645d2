"""Everything that this box keeps for the inbox, opened together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from .copies import Copies
from .database import Database
from .draft import Draft
from .draft_writer import DraftWriter
from .drafts import Drafts
from .errors import DatabaseError
from .opinions import Opinions
from .outbox import Outbox
from .response_log import Responses
from .snoozes import Snoozes
from .stored import now_utc

COPIES = "copies"
"""The folder beside the state file in which running copies show that they are alive."""


class InboxFiles:
    """Drafts, replies on their way, snoozes, opinions and response times of a state file.

    Args:
        database: the state file; it is not closed here.
        on_trouble: told, on another thread, when a draft cannot be written down.
        on_recovered: told, on another thread, when it could be after all.
        on_forked: told, on another thread, when a draft goes on under another id.
        now: the time.

    Raises:
        DatabaseError: the folder of the copies, or the state file, cannot be used.
    """

    def __init__(
        self,
        database: Database,
        *,
        on_trouble: Callable[[DatabaseError], None],
        on_recovered: Callable[[], None] = lambda: None,
        on_forked: Callable[[str, Draft], None] = lambda _old, _new: None,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self.on_trouble = on_trouble
        """Who is told; may be another later on."""
        self.copies = Copies(_folder(database.path))
        own, is_alive = self.copies.own, self.copies.is_alive
        self.drafts = Drafts(database, own, is_alive, now=now)
        self.writer = DraftWriter(
            self.drafts,
            on_trouble=self._tell_trouble,
            on_recovered=on_recovered,
            on_forked=on_forked,
        ).start()
        self.outbox = Outbox(database, own, is_alive, now=now)
        self.snoozes = Snoozes(database, own, is_alive, now=now)
        self.opinions = Opinions(database)
        self.responses = Responses(database)

    def _tell_trouble(self, error: DatabaseError) -> None:
        self.on_trouble(error)

    def close(self) -> None:
        """Write what is waiting, and let go of what this copy held."""
        self.writer.close()
        self.copies.close()


def _folder(state: Path) -> Path:
    return state.parent / COPIES
