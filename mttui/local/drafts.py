"""The drafts in the state file: held by one copy at a time, and never written over by another.

A draft belongs to the copy that types it, until that copy lets go of it or ends. Who takes it over
does so in one transaction; whoever lost it goes on in a new row, so that both texts are kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from .database import Database
from .draft import Draft, draft_of, new_id, ours, put
from .stored import now_utc, stamp

KEEP_DISCARDED = timedelta(days=7)
"""How long a draft that was thrown away can be had back."""

NOBODY = ""
"""The owner of a draft that no copy holds."""


class ThreadDraft(NamedTuple):
    """A draft for a thread."""

    draft: Draft
    elsewhere: bool
    """Whether another copy that is running holds it; `Copies.who(draft.owner)` names the person."""


class Drafts:
    """Drafts in the state file. Calls wait for the disk: see `DraftWriter` for the event loop.

    Args:
        database: the state file.
        owner: the token of this copy.
        is_alive: whether the copy of a token is running.
        now: the time.
    """

    def __init__(
        self,
        database: Database,
        owner: str,
        is_alive: Callable[[str], bool],
        *,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        self._database = database
        self._owner = owner
        self._is_alive = is_alive
        self._now = now

    def save(self, draft: Draft) -> Draft:
        """Write a draft down; an empty one is removed.

        One that another copy has taken since is not written over: the text goes into a new row, and so
        does what is saved under the old id from then on. One that was thrown away or sent stays so.

        Returns:
            It, as it is kept: with another id when it was forked.

        Raises:
            DatabaseError: it cannot be written.
        """
        with self._database.transaction() as connection:
            kept = ours(connection, draft.id, self._owner)
            lost = kept is None and _row(connection, draft.id) is not None
            mine = replace(draft, id=kept or (new_id() if lost else draft.id), owner=self._owner)
            if draft.is_empty:
                connection.execute("DELETE FROM drafts WHERE id = ? AND discarded_at IS NULL", (mine.id,))
                return mine
            return put(connection, mine, self._now(), forked_from=draft.id if lost else None)

    def get(self, draft: str) -> Draft | None:
        """The draft of an id, also one that was thrown away."""
        rows = self._database.query("SELECT * FROM drafts WHERE id = ?", (draft,))
        return draft_of(rows[0]) if rows else None

    def offered(self, profile: str) -> list[Draft]:
        """Drafts that no running copy holds, newest first: what a killed one left, and what was let go of."""
        return [draft for draft in self._on_desk(profile) if not self._is_alive(draft.owner)]

    def within_reach(self, profile: str) -> list[Draft]:
        """Drafts that can be gone on with from here, newest first: ours, and those that nobody holds."""
        return [draft for draft in self._on_desk(profile) if not self._is_elsewhere(draft.owner)]

    def for_thread(self, profile: str, thread: str) -> list[ThreadDraft]:
        """The drafts for a thread, newest first, with whether another copy is typing there."""
        return [
            ThreadDraft(draft, self._is_elsewhere(draft.owner)) for draft in self._on_desk(profile, thread)
        ]

    def elsewhere(self, profile: str) -> Mapping[str, str]:
        """The threads in which other copies are typing, with the token of one."""
        return {
            draft.thread: draft.owner for draft in self._on_desk(profile) if self._is_elsewhere(draft.owner)
        }

    def take(self, draft: str) -> Draft | None:
        """Take a draft over, to go on with it. Of several copies that try one gets it.

        Returns:
            It; none when another running copy holds it, or it is gone.

        Raises:
            DatabaseError: it cannot be written.
        """
        with self._database.transaction() as connection:
            row = self._within_reach(connection, draft)
            if row is None or row["discarded_at"] is not None:
                return None
            if row["owner"] != self._owner:  # what is ours already can be gone on with on a full disk
                connection.execute("UPDATE drafts SET owner = ? WHERE id = ?", (self._owner, row["id"]))
            return replace(draft_of(row), owner=self._owner)

    def release(self, draft: str) -> bool:
        """Let go of a draft that is kept for later: any copy may take it. False: it is not ours."""
        with self._database.transaction() as connection:
            kept = ours(connection, draft, self._owner)
            connection.execute("UPDATE drafts SET owner = ? WHERE id = ?", (NOBODY, kept))
            return kept is not None

    def discard(self, draft: str) -> bool:
        """Throw a draft away; for a week it can be had back. False: another copy holds it, or it is gone."""
        with self._database.transaction() as connection:
            row = self._within_reach(connection, draft)
            if row is None or row["discarded_at"] is not None:
                return False
            connection.execute(
                "UPDATE drafts SET discarded_at = ?, owner = ? WHERE id = ?",
                (stamp(self._now()), self._owner, row["id"]),
            )
            return True

    def restore(self, draft: str) -> Draft | None:
        """Have a draft back that was thrown away; none when it is gone, or another copy had it back."""
        with self._database.transaction() as connection:
            row = self._within_reach(connection, draft)
            if row is None or row["discarded_at"] is None:
                return None
            connection.execute(
                "UPDATE drafts SET discarded_at = NULL, owner = ? WHERE id = ?", (self._owner, row["id"])
            )
            return replace(draft_of(row), owner=self._owner)

    def sweep(self) -> int:
        """Forget what was thrown away, or sent, a week ago; returns how many went."""
        with self._database.transaction() as connection:
            before = stamp(self._now() - KEEP_DISCARDED)
            return connection.execute("DELETE FROM drafts WHERE discarded_at < ?", (before,)).rowcount

    def _on_desk(self, profile: str, thread: str | None = None) -> list[Draft]:
        rows = self._database.query(
            "SELECT * FROM drafts WHERE profile = ? AND thread = coalesce(?, thread)"
            " AND discarded_at IS NULL ORDER BY updated_at DESC, id",
            (profile, thread),
        )
        return [draft_of(row) for row in rows]

    def _is_elsewhere(self, owner: str) -> bool:
        return owner != self._owner and self._is_alive(owner)

    def _within_reach(self, connection: sqlite3.Connection, draft: str) -> sqlite3.Row | None:
        """The row of a draft that is ours, or that no other running copy holds."""
        kept = ours(connection, draft, self._owner)
        row = _row(connection, kept or draft)
        return None if row is None or self._is_elsewhere(row["owner"]) else row


def _row(connection: sqlite3.Connection, draft: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = connection.execute("SELECT * FROM drafts WHERE id = ?", (draft,)).fetchone()
    return row
