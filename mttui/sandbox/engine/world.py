"""The world: everything the simulated platform consists of, moved on second by second.

A run follows from the seed and from what was asked of it at which simulated second: each tick draws
from its own random stream, and nothing else is left to chance.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ..chance import Chance
from ..company import User
from ..scenarios import Scenario
from .access import Access
from .contacts import Contacts
from .conversations import first_conversations
from .customers import Customers
from .delivery import Delivery
from .documents import Documents
from .egress import Egress
from .files import Files
from .inbox import Inbox
from .jobs import REVIEW_EVERY, Jobs
from .ledger import Ledger
from .people import People
from .queue import Queue
from .records import DELIVERED, OPEN_STATES, PENDING, Message, Origin, Source
from .reputation import Reputation
from .suppression import Suppression
from .tasks import Tasks
from .traffic import Traffic
from .upkeep import TIDY_EVERY, tidy
from .velocity import CHECK_EVERY, Velocity
from .window import WINDOW


class World:
    """The platform of one company. All times are whole simulated seconds since the epoch."""

    def __init__(
        self, connection: sqlite3.Connection, scenario: Scenario, seed: int, now: int, contacts: int,
        threads: int = 0,
    ) -> None:  # fmt: skip
        self.connection = connection
        self.scenario = scenario
        self.contacts = contacts
        self.chance = Chance(seed)
        self._ids = Chance(~seed)
        kept = self._read_state()
        self.now: int = kept.get("now", now)
        self.opened: int = kept.get("opened", now)
        """When the scenario began; warm-up traffic is older."""
        self.documents = Documents(connection)
        self.ledger = Ledger(connection)
        self.queue = Queue()
        self.queue.credit = kept.get("credit", 0.0)
        self.suppression = Suppression(self.documents)
        self.delivery = Delivery(self.ledger, self.suppression)
        self.access = Access(self.documents)
        self.traffic = Traffic(self.ledger, self.queue, self.access, contacts)
        self.velocity = Velocity(connection, self.documents, self.ledger.window)
        self.velocity.last_checked = kept.get("checked", now)
        self.reputation = Reputation(self.ledger.window, kept.get("reputation"))
        self.egress = Egress(**kept.get("egress", {}))
        self._events_sent_on = 0
        self.jobs = Jobs(self)
        self.tasks = Tasks(self)
        self.files = Files(connection)
        self.sources: dict[int, Source] = {}
        self.running: tuple[Source, ...] = ()
        """The sources that bring in mail, in the order of their numbers."""
        self.born: int = kept.get("born", now)
        """When the world was founded."""
        self.people = Contacts(connection, People(contacts, self.born))
        first = {"seed": seed, "count": threads, "contacts": contacts}
        self.conversations = first_conversations(self.born, **kept.get("inbox", first))
        self.inbox = Inbox(connection, self.conversations.mails)
        self.customers = Customers(self, seed)
        self.is_new = not kept
        if kept:
            self._restore()
            if kept["scenario"] != scenario.name:
                self._begin_another()

    @property
    def elapsed(self) -> int:
        """Seconds since the scenario began; negative during the warm-up."""
        return self.now - self.opened

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Do several things as one; what is noted in the ledger is written at the end."""
        self.connection.execute("BEGIN")
        try:
            yield
            self.ledger.flush()
            self._write_state()
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def tick(self) -> None:
        """Move on by one second."""
        self.now = now = self.now + 1
        chance = self.chance.at(now - self.opened)
        weather = self.scenario.weather(now - self.opened)
        self.traffic.api_trouble = weather.server_error
        self.scenario.act(self, now - self.opened)
        for source in self.running:
            self.traffic.arrive(source, now, chance)
        for message in self.queue.release(now, self.velocity.status, chance):
            self.delivery.inject(message, now, chance)
        self.delivery.settle(now, chance)
        self._send_on(weather.egress, chance)
        self.customers.tick(now)
        self._look_around(now)

    def _send_on(self, health: float, chance: Chance) -> None:
        noted = self.ledger.events_noted
        self.egress.tick(noted - self._events_sent_on, health, chance)
        self._events_sent_on = noted

    def _look_around(self, now: int) -> None:
        """Do what is not done every second."""
        self.tasks.tick(now)
        if now % CHECK_EVERY == 0:
            self.ledger.window.move_to(now)
            self.velocity.check(now)
            self.reputation.check()
        if now % REVIEW_EVERY == 0:
            self.jobs.review()
        if now % TIDY_EVERY == 0:
            self.ledger.flush()
            tidy(self.connection, now)

    def add_source(self, kind: str, ref: str, origin: Origin, *, running: bool) -> Source:
        """Add a source of mail; one that was there before under this id goes on counting."""
        source = self.source_of(kind, ref)
        if source is None:
            source = Source(max(self.sources, default=0) + 1, kind, ref, origin, running)
        source.origin, source.running = origin, running
        self.sources[source.id] = source
        self._write_source(source)
        self._note_running()
        return source

    def fresh_id(self) -> str:
        """Return an id that was not given out before: another one for each source there is."""
        return self._ids.at(len(self.sources)).hex_id()

    def source_of(self, kind: str, ref: str) -> Source | None:
        """Return the source that the API knows under an id, or ``None``."""
        return next((s for s in self.sources.values() if s.kind == kind and s.ref == ref), None)

    def set_running(self, source: Source, *, running: bool) -> None:
        """Let a source bring in mail, or stop it."""
        source.running = running
        self._write_source(source)
        self._note_running()

    def _note_running(self) -> None:
        self.running = tuple(source for source in self.sources.values() if source.running)

    def _write_source(self, source: Source) -> None:
        self.connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?)", source.row())

    def audit(
        self, user: User, action: str, resource: str, resource_id: str, details: dict[str, Any],
        *, at: int | None = None, ip: str | None = None,
    ) -> None:  # fmt: skip
        """Note who did what; ``at`` is now where nothing else is said."""
        self.connection.execute(
            "INSERT INTO audit_logs (user_id, user_email, action, resource, resource_id, ip, at, details)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                user.id, user.email, action, resource, resource_id, ip or user.ip,
                self.now if at is None else at, json.dumps(details),
            ),
        )  # fmt: skip

    def _read_state(self) -> dict[str, Any]:
        row = self.connection.execute("SELECT value FROM state WHERE name = 'world'").fetchone()
        return dict(json.loads(row[0])) if row else {}

    def _write_state(self) -> None:
        state = {
            "now": self.now,
            "opened": self.opened,
            "born": self.born,
            "scenario": self.scenario.name,
            "credit": self.queue.credit,
            "checked": self.velocity.last_checked,
            "reputation": self.reputation.dump(),
            "egress": self.egress.dump(),
            "inbox": self.conversations.dump(),
        }
        self.connection.execute("INSERT OR REPLACE INTO state VALUES ('world', ?)", (json.dumps(state),))

    def _begin_another(self) -> None:
        """Play another scenario than before, from now on."""
        self.opened = self.now
        with self.transaction():
            self.scenario.prepare(self)

    def _restore(self) -> None:
        """Take up what an earlier run left in the tables."""
        self.tasks.restore()
        for row in self.connection.execute("SELECT * FROM sources ORDER BY id"):
            source = Source.from_row(row)
            self.sources[source.id] = source
        for source_id, measure, n in self.connection.execute(
            "SELECT source_id, measure, n FROM totals WHERE source_id > 0"
        ):
            self.sources[source_id].totals[measure] = n
        self._note_running()
        self._restore_messages()
        self._restore_window()

    def _restore_messages(self) -> None:
        rows = self.connection.execute(
            "SELECT * FROM messages WHERE state IN (?, ?, ?) OR (state = ? AND"
            " max(coalesce(opens_at, 0), coalesce(clicks_at, 0), coalesce(complains_at, 0),"
            " coalesce(unsubscribes_at, 0)) > ?) ORDER BY id",
            (*OPEN_STATES, DELIVERED, self.now),
        )
        for row in rows.fetchall():
            message = Message.from_row(row, self.sources[row[1]])
            if message.state == PENDING:
                self.queue.add(message)
            elif message.state == DELIVERED:
                self.delivery.plan(message, after=self.now)
            elif message.due_at is not None:
                self.delivery.expect(message, message.due_at)

    def _restore_window(self) -> None:
        since = self.now - self.now % 10 - WINDOW
        add = self.ledger.window.add
        for dimension in ("source", "ip"):
            for bucket, key, measure, n in self.connection.execute(
                "SELECT bucket, key, measure, n FROM tallies WHERE dimension = ? AND bucket >= ?",
                (dimension, since),
            ):
                if dimension == "ip":
                    add(bucket, ("ip", key, measure), n)
                else:
                    add(bucket, ("all", "", measure), n)
                    add(bucket, ("domain", self.sources[int(key)].origin.domain, measure), n)
