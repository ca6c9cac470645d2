"""The only place that counts and stores. What happens to messages is noted here and written in one go.

Counting happens by the time of injection: everything that becomes of a message is added to the ten
seconds in which it was sent. So in any window sent = delivered + bounced + delayed + processing.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import Any

from .records import Message, Source
from .window import Window

_MESSAGE = f"INSERT OR REPLACE INTO messages VALUES ({', '.join('?' * 19)})"  # noqa: S608  # marks only
_EVENT = "INSERT INTO events (message_id, source_id, type, at, detail) VALUES (?, ?, ?, ?, ?)"
_BOUNCE = (
    "INSERT INTO bounces (message_id, source_id, email, provider, ip, code, type, at)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_TALLY = (
    "INSERT INTO tallies VALUES (?, ?, ?, ?, ?)"
    " ON CONFLICT (dimension, bucket, key, measure) DO UPDATE SET n = n + excluded.n"
)
_TOTAL = "INSERT OR REPLACE INTO totals VALUES (?, ?, ?)"
_API_LOG = (
    "INSERT INTO api_logs (method, path, status, duration, api_key_id, ip, at, request_id)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


class Ledger:
    """Collects changes in memory until :meth:`flush` writes them in one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.window = Window()
        self.events_noted = 0
        """Events noted since the sandbox was opened; the webhook egress reads it."""
        self._messages: dict[int, Message] = {}
        self._events: list[tuple[int, int, str, int, str | None]] = []
        self._bounces: list[tuple[Any, ...]] = []
        self._tallies: Counter[tuple[str, int, str, str]] = Counter()
        self._sources: dict[int, Source] = {}
        self._api_logs: list[tuple[Any, ...]] = []
        (last,) = connection.execute("SELECT max(id) FROM messages").fetchone()
        (kept,) = connection.execute("SELECT n FROM totals WHERE source_id = 0").fetchone() or (0,)
        self._last_message = max(last or 0, kept)

    def next_message_id(self) -> int:
        """Return a message number that was never used."""
        self._last_message += 1
        return self._last_message

    def changed(self, message: Message) -> None:
        """Note that a message has to be written."""
        self._messages[message.id] = message

    def total(self, source: Source, measure: str, n: int = 1) -> None:
        """Count for a source what has no time of injection: accepted, failed, cancelled."""
        source.totals[measure] += n
        self._sources[source.id] = source

    def count(self, message: Message, measure: str, n: int = 1) -> None:
        """Count something that became of an injected message, everywhere it is counted."""
        source, bucket = message.source, message.bucket
        ip = message.ip or ""
        source.totals[measure] += n
        self._sources[source.id] = source
        tallies = self._tallies
        tallies["source", bucket, source.key, measure] += n
        tallies["ip", bucket, ip, measure] += n
        tallies["provider", bucket, message.provider, measure] += n
        add = self.window.add
        add(bucket, ("all", "", measure), n)
        add(bucket, ("ip", ip, measure), n)
        add(bucket, ("domain", source.origin.domain, measure), n)

    def tally(self, message: Message, dimension: str, key: str, measure: str) -> None:
        """Count in one more dimension, as bounce codes and devices."""
        self._tallies[dimension, message.bucket, key, measure] += 1

    def event(self, message: Message, kind: str, at: int, detail: str | None = None) -> None:
        """Note an event of a message."""
        self.events_noted += 1
        self._events.append((message.id, message.source.id, kind, at, detail))

    def bounce(self, message: Message, code: str, kind: str, at: int) -> None:
        """Note a bounced address."""
        self._bounces.append(
            (message.id, message.source.id, message.email, message.provider, message.ip, code, kind, at)
        )

    def api_log(
        self, method: str, path: str, status: int, duration: int, key: int | None, ip: str, at: int,
        request_id: str | None = None,
    ) -> None:  # fmt: skip
        """Note an answered API request; ``duration`` in milliseconds."""
        self._api_logs.append((method, path, status, duration, key, ip, at, request_id))

    def flush(self) -> None:
        """Write everything noted. The caller holds the transaction."""
        run = self.connection.executemany
        run(_MESSAGE, [message.row() for message in self._messages.values()])
        run(_EVENT, self._events)
        run(_BOUNCE, self._bounces)
        run(_TALLY, [(*cell, n) for cell, n in self._tallies.items() if n])
        run(_API_LOG, self._api_logs)
        totals = [(s.id, m, n) for s in self._sources.values() for m, n in s.totals.items()]
        totals.append((0, "messages", self._last_message))
        run(_TOTAL, totals)
        for noted in (self._messages, self._events, self._bounces, self._tallies, self._api_logs):
            noted.clear()
        self._sources.clear()
