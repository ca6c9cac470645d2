"""Keeping a long run small: old messages go, their sums stay; fine sums become coarse."""

from __future__ import annotations

import sqlite3

TIDY_EVERY = 600
"""Simulated seconds between two rounds."""
KEEP_MESSAGES = 6 * 3600
"""Seconds after its end for which a message and its events can be listed."""
KEEP_BOUNCES = 7 * 86400
"""Seconds for which a bounce can be listed."""
KEEP_LOGS = 7 * 86400
"""Seconds for which API requests can be listed…"""
MOST_API_LOGS = 60_000
"""… but no more of them than this."""
_COARSE = ((90 * 60, 3600), (48 * 3600, 86400))
"""Sums older than the first are kept by the second: hours after 90 minutes, days after two days."""


def tidy(connection: sqlite3.Connection, now: int) -> None:
    """Do one round. Totals and sums over whole periods are the same before and after."""
    for age, width in _COARSE:
        before = (now - age) // width * width
        _coarsen(connection, before, width)
    _forget_messages(connection, now - KEEP_MESSAGES)
    connection.execute("DELETE FROM bounces WHERE at < ?", (now - KEEP_BOUNCES,))
    (last,) = connection.execute("SELECT max(id) FROM api_logs").fetchone()
    connection.execute(
        "DELETE FROM api_logs WHERE at < ? OR id <= ?",
        (now - KEEP_LOGS, (last or 0) - MOST_API_LOGS),
    )


def _coarsen(connection: sqlite3.Connection, before: int, width: int) -> None:
    """Add up the buckets before a time into buckets of ``width`` seconds."""
    rows = connection.execute(
        "SELECT dimension, bucket - bucket % ?1, key, measure, sum(n) FROM tallies"
        " WHERE bucket < ?2 AND bucket % ?1 != 0 GROUP BY 1, 2, 3, 4",
        (width, before),
    ).fetchall()
    if not rows:
        return
    connection.execute("DELETE FROM tallies WHERE bucket < ?2 AND bucket % ?1 != 0", (width, before))
    connection.executemany(
        "INSERT INTO tallies VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (dimension, bucket, key, measure) DO UPDATE SET n = n + excluded.n",
        rows,
    )


def _forget_messages(connection: sqlite3.Connection, before: int) -> None:
    (last,) = connection.execute(
        "SELECT max(id) FROM messages WHERE settled_at < ? AND accepted_at < ?", (before, before)
    ).fetchone()
    if last is None:
        return
    connection.execute(
        "DELETE FROM events WHERE message_id IN (SELECT id FROM messages WHERE id <= ? AND settled_at < ?)",
        (last, before),
    )
    connection.execute("DELETE FROM messages WHERE id <= ? AND settled_at < ?", (last, before))
