"""The velocity rules: rates over five minutes of injections, and what happens past the line.

A rule fires at a check (every ten simulated seconds) when at least a hundred messages were sent in the
window and its rate is strictly above its threshold. While its event is active it does not fire again.
Resolving an event lets sending go on, and a rule that is still over its line fires at the next check.
Dismissing one says that it was nothing: the rule then keeps quiet for its cooldown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..clock import iso
from .documents import Document, Documents
from .listing import Listing
from .window import Window

KIND = "velocity_rule"
CHECK_EVERY = 10
"""Simulated seconds between two checks."""
MINIMUM_SENT = 100
"""Messages in the window below which no rule fires; this many is enough."""

METRICS: dict[str, Callable[[Window], int]] = {
    "bounce_rate": lambda window: window.count("bounced"),
    "complaint_rate": lambda window: window.count("complained"),
    "spam_rate": lambda window: window.count("spam_bounced"),
}
"""What each metric counts; the rate is that in percent of what was sent."""
ACTIONS = {"pause": "paused", "throttle": "throttled", "notify": "active"}
"""The sending status that each action brings about."""
_STORE = "INSERT OR REPLACE INTO velocity_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_SEVERITY = ("active", "throttled", "paused")


def rate(window: Window, metric: str) -> float:
    """Return a metric in percent over the window; 0 when nothing was sent."""
    sent = window.count("sent")
    return 100 * METRICS[metric](window) / sent if sent else 0.0


@dataclass(slots=True)
class Event:
    """A rule that fired."""

    id: str
    rule_id: str
    rule_name: str
    metric: str
    action: str
    value: float
    threshold: float
    status: str
    """``active``, ``resolved`` or ``dismissed``."""
    triggered_at: int
    closed_at: int | None = None

    def row(self) -> tuple[Any, ...]:
        """Return the row for the table."""
        return (
            self.id, self.rule_id, self.rule_name, self.metric, self.action, self.value,
            self.threshold, self.status, self.triggered_at, self.closed_at,
        )  # fmt: skip


class Velocity:
    """Checks the rules and keeps the events."""

    def __init__(self, connection: sqlite3.Connection, documents: Documents, window: Window) -> None:
        self._connection = connection
        self._documents = documents
        self._window = window
        self.last_checked = 0
        self.rules: list[Document] = []
        self.active: dict[str, Event] = {}
        """Active events by rule id."""
        self._quiet_until: dict[str, int] = {}
        self.reload()
        self._read_events()

    def reload(self) -> None:
        """Read the rules again after a change."""
        self.rules = [d for d in self._documents.all(KIND) if d.body["active"]]

    def _read_events(self) -> None:
        for event in self._events("status = ?", "active"):
            self.active[event.rule_id] = event
        for event in self._events("status = ?", "dismissed"):
            self._keep_quiet(event)

    @property
    def status(self) -> str:
        """The sending status: the most severe that an active event asks for."""
        wanted = (_SEVERITY.index(ACTIONS[event.action]) for event in self.active.values())
        return _SEVERITY[max(wanted, default=0)]

    def check(self, now: int) -> None:
        """Look at every rule once."""
        self.last_checked = now
        if self._window.count("sent") < MINIMUM_SENT:
            return
        for rule in self.rules:
            value = rate(self._window, rule.body["metric"])
            if value > rule.body["threshold"] and self._may_fire(rule.id, now):
                self._fire(rule, value, now)

    def _may_fire(self, rule_id: str, now: int) -> bool:
        return rule_id not in self.active and now >= self._quiet_until.get(rule_id, 0)

    def _fire(self, rule: Document, value: float, now: int) -> None:
        (events,) = self._connection.execute("SELECT count(*) FROM velocity_events").fetchone()
        body = rule.body
        event = Event(
            f"evt_{events + 1:03d}", rule.id, body["name"], body["metric"], body["action"],
            round(value, 2), body["threshold"], "active", now,
        )  # fmt: skip
        self.active[rule.id] = event
        self.store(event)

    def close(self, event: Event, status: str, now: int) -> None:
        """Resolve or dismiss an active event."""
        event.status, event.closed_at = status, now
        self.active.pop(event.rule_id, None)
        if status == "dismissed":
            self._keep_quiet(event)
        self.store(event)

    def _keep_quiet(self, event: Event) -> None:
        rule = self._documents.get(KIND, event.rule_id)
        if rule is not None and event.closed_at is not None:
            self._quiet_until[rule.id] = event.closed_at + 60 * int(rule.body["cooldownMinutes"])

    def forget_rule(self, rule_id: str, now: int) -> None:
        """Close what a deleted rule had open."""
        event = self.active.get(rule_id)
        if event is not None:
            self.close(event, "resolved", now)
        self._quiet_until.pop(rule_id, None)

    def store(self, event: Event) -> None:
        """Write an event."""
        self._connection.execute(_STORE, event.row())

    def find(self, event_id: str) -> Event | None:
        """Return one event, or ``None``."""
        return next(iter(self._events("id = ?", event_id)), None)

    def page(self, offset: int, limit: int) -> tuple[list[Event], int]:
        """Return one page, the latest first, and how many there are."""
        listing = Listing(self._connection, "velocity_events", "*")
        rows = listing.rows("triggered_at DESC, id DESC", limit, offset)
        return [Event(*row) for row in rows], listing.total()

    def _events(self, condition: str, value: str) -> list[Event]:
        listing = Listing(self._connection, "velocity_events", "*").where(condition, value)
        return [Event(*row) for row in listing.rows("closed_at")]


def new_rule(rule_id: str, name: str, metric: str, threshold: float, action: str, now: int) -> Document:
    """Return an active rule with a cooldown of half an hour."""
    body = {
        "_id": rule_id, "name": name, "metric": metric, "threshold": threshold, "action": action,
        "cooldownMinutes": 30, "active": True, "createdAt": iso(now),
    }  # fmt: skip
    return Document(KIND, rule_id, body, label=name)
