"""The outbox: replies on their way, that survive every end of the program and are never sent twice.

A reply is written down with its idempotency key before the first attempt, and its draft is put away
in the same transaction. Every step is a comparison and a change in one transaction: of several
copies that try to begin a reply, one does. What a copy had begun when it died is doubtful: it is sent
again, with the same key, only after the thread was read back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from .database import Database
from .draft import bring_back, new_id, put_away
from .outgoing import Outgoing, State, insert, outgoing_of
from .stored import now_utc, stamp, storable

KEEP_SETTLED = timedelta(days=30)
"""How long replies are kept after they were sent, refused or called back."""


class Outbox:
    """Replies on their way, in the state file. Calls wait for the disk and may raise `DatabaseError`.

    Args:
        database: the state file.
        owner: the token of this copy.
        is_alive: whether the copy of a token is running.
        now: the time.
        new_key: gives an idempotency key that was never used.
    """

    def __init__(
        self,
        database: Database,
        owner: str,
        is_alive: Callable[[str], bool],
        *,
        now: Callable[[], datetime] = now_utc,
        new_key: Callable[[], str] = new_id,
    ) -> None:
        self._database = database
        self._owner = owner
        self._is_alive = is_alive
        self._now = now
        self._new_key = new_key

    def put(self, reply: Outgoing) -> Outgoing:
        """Put a reply on its way, and its draft away.

        A draft that is on its way already is not put there once more: what is there is returned, as it
        is. To change it, call it back.

        Returns:
            It, with its id and key.

        Raises:
            ValueError: `due_at` has no time zone.
            DatabaseError: it cannot be written; the draft is where it was.
        """
        now = self._now()
        new = replace(
            reply, id=new_id(), idempotency_key=self._new_key(), draft=reply.draft or new_id(),
            state=State.WAITING, attempts=0, last_error="", owner=self._owner, created_at=now,
            sent_at=None, then_done=not reply.has_then,
        )  # fmt: skip
        with self._database.transaction() as connection:
            kept = put_away(connection, new.as_draft, now)
            there = connection.execute(_OF_DRAFT, (kept,)).fetchone()
            if there is not None:
                return outgoing_of(there)
            new = replace(new, draft=kept)
            insert(connection, new, now)
        return new

    def get(self, reply: str) -> Outgoing | None:
        """The reply of an id."""
        rows = self._database.query("SELECT * FROM outbox WHERE id = ?", (reply,))
        return outgoing_of(rows[0]) if rows else None

    def pending(self, profile: str) -> list[Outgoing]:
        """Replies that are waiting, being sent or doubtful, of every copy, the next first."""
        rows = self._database.query(f"{_UNSETTLED} ORDER BY due_at, id", (profile,))
        return [outgoing_of(row) for row in rows]

    def recent(self, profile: str, limit: int = 100) -> list[Outgoing]:
        """The newest replies in every state, newest first."""
        rows = self._database.query(
            "SELECT * FROM outbox WHERE profile = ? ORDER BY created_at DESC, id LIMIT ?", (profile, limit)
        )
        return [outgoing_of(row) for row in rows]

    def due(self, profile: str) -> list[Outgoing]:
        """Replies of this copy that can no longer be called back and are to be begun, the first first."""
        rows = self._database.query(
            "SELECT * FROM outbox WHERE profile = ? AND state = 'waiting' AND due_at <= ? AND owner = ?"
            " ORDER BY due_at, id",
            (profile, stamp(self._now()), self._owner),
        )
        return [outgoing_of(row) for row in rows]

    def begin(self, reply: str) -> Outgoing | None:
        """Begin to send a reply whose time has come: one caller may, all others get none."""
        with self._database.transaction() as connection:
            row = connection.execute(_BEGIN, (self._owner, reply, stamp(self._now()))).fetchone()
            return None if row is None else outgoing_of(row)

    def sent(self, reply: str) -> bool:
        """The platform took it. False: it is not this copy that sends it."""
        return self._settle(reply, State.SENDING, State.SENT, sent_at=stamp(self._now()))

    def refused(self, reply: str, error: str) -> bool:
        """It certainly did not go out, and will not: its draft is on the desk of this copy again."""
        with self._database.transaction() as connection:
            row = self._move(connection, reply, State.SENDING, State.REFUSED, last_error=error)
            return self._reopen(connection, row)

    def doubt(self, reply: str, error: str) -> bool:
        """Nobody knows whether it went out: no answer came."""
        with self._database.transaction() as connection:
            row = self._move(connection, reply, State.SENDING, State.DOUBTFUL, last_error=error)
            return row is not None

    def postpone(self, reply: str, error: str, due_at: datetime) -> bool:
        """It certainly did not go out, and is tried again later with the same key."""
        with self._database.transaction() as connection:
            row = self._move(
                connection, reply, State.SENDING, State.WAITING, last_error=error, due_at=stamp(due_at)
            )
            return row is not None

    def call_back(self, reply: str) -> bool:
        """Take a reply back that was not begun yet, whichever copy has it.

        Returns:
            Whether that came in time: then its draft is on the desk of this copy again.
        """
        with self._database.transaction() as connection:
            row = connection.execute(_CALL_BACK, (self._owner, stamp(self._now()), reply)).fetchone()
            return self._reopen(connection, row)

    def hasten(self, reply: str) -> Outgoing | None:
        """End the time in which a reply of this copy can be called back, as when its program is left."""
        now = stamp(self._now())
        with self._database.transaction() as connection:
            row = self._move(connection, reply, State.WAITING, State.WAITING, due_at=now)
            return None if row is None else outgoing_of(row)

    def resolve_doubt(self, reply: str, *, was_sent: bool) -> bool:
        """Say what reading the thread back has shown about a doubtful reply of this copy.

        Args:
            reply: its id.
            was_sent: whether it is in the thread; otherwise it waits again, due at once, with the same key.

        Returns:
            Whether it was doubtful, and this copy's to decide on.
        """
        now = stamp(self._now())
        if was_sent:
            return self._settle(reply, State.DOUBTFUL, State.SENT, sent_at=now)
        with self._database.transaction() as connection:
            return self._move(connection, reply, State.DOUBTFUL, State.WAITING, due_at=now) is not None

    def unfinished(self, profile: str) -> list[Outgoing]:
        """Replies of this copy that were sent, and whose status, labels or snooze are still to be set."""
        rows = self._database.query(
            "SELECT * FROM outbox WHERE profile = ? AND state = 'sent' AND NOT then_done AND owner = ?"
            " ORDER BY sent_at, id",
            (profile, self._owner),
        )
        return [outgoing_of(row) for row in rows]

    def finish(self, reply: str) -> None:
        """Status, labels and snooze are set, or given up."""
        with self._database.transaction() as connection:
            connection.execute("UPDATE outbox SET then_done = 1 WHERE id = ? AND state = 'sent'", (reply,))

    def recover(self, profile: str, *, hold_until: datetime | None = None) -> list[Outgoing]:
        """Take over what copies that are dead had on its way.

        What they had begun becomes doubtful, what waited goes on waiting, and what was sent may be
        unfinished.

        Args:
            profile: the account that this copy works with.
            hold_until: what waited is not due before, so that a person has time to call back what an
                earlier run left.

        Returns:
            What was taken over, as it is now.
        """
        hold = "" if hold_until is None else stamp(hold_until)
        with self._database.transaction() as connection:
            rows = connection.execute(_UNDONE, (profile, self._owner)).fetchall()
            left = [row["id"] for row in rows if not self._is_alive(row["owner"])]
            return [
                outgoing_of(connection.execute(_ADOPT, (self._owner, hold, reply)).fetchone())
                for reply in left
            ]

    def sweep(self) -> int:
        """Forget what was settled a month ago; returns how many went."""
        with self._database.transaction() as connection:
            before = stamp(self._now() - KEEP_SETTLED)
            return connection.execute("DELETE FROM outbox WHERE settled_at < ?", (before,)).rowcount

    def _settle(self, reply: str, before: State, after: State, **changes: str) -> bool:
        with self._database.transaction() as connection:
            return self._move(connection, reply, before, after, **changes) is not None

    def _move(
        self, connection: sqlite3.Connection, reply: str, before: State, after: State, **changes: str
    ) -> sqlite3.Row | None:
        """Lead a reply of this copy from one state to the next; none when it is not in the first."""
        if after.is_settled:
            changes["settled_at"] = stamp(self._now())
        columns = "".join(f", {name} = ?" for name in changes)
        row: sqlite3.Row | None = connection.execute(
            f"UPDATE outbox SET state = ?{columns} WHERE id = ? AND state = ? AND owner = ? RETURNING *",  # noqa: S608 - our own column names
            (after.value, *map(storable, changes.values()), reply, before.value, self._owner),
        ).fetchone()
        return row

    def _reopen(self, connection: sqlite3.Connection, row: sqlite3.Row | None) -> bool:
        """Make a draft again of a reply that did not go out."""
        if row is None:
            return False
        reply = outgoing_of(row)
        draft = bring_back(connection, replace(reply.as_draft, owner=self._owner), self._now())
        connection.execute("UPDATE outbox SET draft = ? WHERE id = ?", (draft, reply.id))
        return True


_UNSETTLED = "SELECT * FROM outbox WHERE profile = ? AND state IN ('waiting', 'sending', 'doubtful')"
_UNDONE = """
SELECT id, owner FROM outbox
WHERE profile = ? AND owner <> ?
AND (state IN ('waiting', 'sending', 'doubtful') OR (state = 'sent' AND NOT then_done))
"""
_OF_DRAFT = "SELECT * FROM outbox WHERE draft = ? AND state IN ('waiting', 'sending', 'doubtful')"
_BEGIN = """
UPDATE outbox SET state = 'sending', owner = ?, attempts = attempts + 1
WHERE id = ? AND state = 'waiting' AND due_at <= ? RETURNING *
"""
_CALL_BACK = """
UPDATE outbox SET state = 'called-back', owner = ?, settled_at = ?
WHERE id = ? AND state = 'waiting' RETURNING *
"""
_ADOPT = """
UPDATE outbox SET
    owner = ?,
    due_at = CASE state WHEN 'waiting' THEN max(due_at, ?) ELSE due_at END,
    state = CASE state WHEN 'sending' THEN 'doubtful' ELSE state END
WHERE id = ? RETURNING *
"""
