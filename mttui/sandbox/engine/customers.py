"""The customers: they write while time goes by, and some of them answer what we reply."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..chance import Chance
from .conversations import said
from .inbox_rows import INBOUND, OUTBOUND, Mail, split_address
from .letters import FOLLOW_UPS, THANKS, TOPICS, Topic, lots
from .mailers import Body, jakarta
from .preview import own_words
from .verdict import classify
from .writers import (
    Earlier,
    answered,
    customer_answer,
    draw_values,
    is_automatic,
    opening,
    our_message,
    writer_for,
    writer_of,
)

if TYPE_CHECKING:
    from .world import World

_LOTS = lots(TOPICS)
_MINUTE = 60
_OFFICE, _EVENING, _NIGHT = 1 / (3 * _MINUTE), 1 / (8 * _MINUTE), 1 / (25 * _MINUTE)
"""Letters a second, by the time in Jakarta; on weekends half of it."""
_SATURDAY = 5
_STREAM, _ANSWERS, _WAVES = 0xC0575, 0xA45E5, 0x3A7E5
"""Keep these draws apart from all others of the same seed, and from each other."""
_NEVER = 1 << 62
_SOONEST, _LATEST = 90, 4 * 3600
"""Seconds in which a customer answers."""


class Customers:
    """What customers are going to do, and when.

    A customer who is going to answer stands in the table ``answers_due``, so that a restart loses nobody.
    """

    def __init__(self, world: World, seed: int) -> None:
        self._world = world
        self._arrivals = Chance(seed ^ _STREAM)
        self._waves = Chance(seed ^ _WAVES)
        self._answers = Chance(seed ^ _ANSWERS)
        self._next = self._first_due()

    def tick(self, now: int) -> None:
        """Let them write what they write in this second."""
        if now <= self._world.born:
            return
        if now >= self._next:
            self._answer(now)
        chance = self._arrivals.at(now - self._world.born)
        for _ in range(chance.arrivals(usual_rate(now))):
            self._write(chance.pick(_LOTS), now, chance)

    def wave(self, rate: float, topics: Sequence[Topic]) -> None:
        """Let more of them write in this second than usually: ``rate`` letters a second about some topics.

        A topic that is among them several times is as much more likely.
        """
        now = self._world.now
        chance = self._waves.at(now - self._world.born)
        for _ in range(chance.arrivals(rate)):
            self._write(chance.pick(topics), now, chance)

    def _write(self, topic: Topic, now: int, chance: Chance) -> None:
        people = self._world.people.people
        writer = writer_for(topic, *people.named(chance.whole(0, people.count - 1)))
        inbox = self._world.inbox
        values, draw = draw_values(chance, writer), chance.whole(0, 1 << 20)
        inbox.begin(opening(topic, writer, values, now, inbox.next_thread(), draw), now)

    # Answers

    def reply(self, thread: int, body: Body, to: str, subject: str, copies: Mapping[str, str]) -> int:
        """Send a message of ours in a thread; the customer may answer it. Returns the message's number."""
        inbox, now = self._world.inbox, self._world.now
        came_in = inbox.latest(thread, INBOUND)
        earlier = None if came_in is None else Earlier(came_in, now)
        number = inbox.next_message()
        mail = our_message(body, to, answered(subject), now, thread, number, earlier, copies)
        number = inbox.add(thread, mail, now)
        self._expect(thread, number, came_in)
        return number

    def expect(self, answers: Sequence[tuple[int, int]]) -> None:
        """Let customers answer: threads, and when."""
        self._world.connection.executemany("INSERT OR REPLACE INTO answers_due VALUES (?, ?)", answers)
        self._next = self._first_due()

    def _expect(self, thread: int, number: int, came_in: Mail | None) -> None:
        """Draw whether and when the customer answers our latest message; what was to come before does not."""
        run = self._world.connection.execute
        run("DELETE FROM answers_due WHERE thread_id = ?", (thread,))
        row = run("SELECT messages FROM threads WHERE id = ?", (thread,)).fetchone()
        chance = self._answers.at(number)
        answers = chance.happens(max(0.05, 0.8 - 0.1 * row[0]))
        delay = _SOONEST + int((_LATEST - _SOONEST) * chance.random() ** 3)
        if answers and (came_in is None or not is_automatic(came_in)):
            self.expect([(thread, self._world.now + delay)])

    def _answer(self, now: int) -> None:
        run = self._world.connection.execute
        rows = run("SELECT thread_id FROM answers_due WHERE due <= ? ORDER BY due, thread_id", (now,))
        due = [row[0] for row in rows.fetchall()]
        run("DELETE FROM answers_due WHERE due <= ?", (now,))
        for thread in due:
            self._answer_in(thread, now)
        self._next = self._first_due()

    def _answer_in(self, thread: int, now: int) -> None:
        inbox = self._world.inbox
        ours, theirs = inbox.latest(thread, OUTBOUND), inbox.latest(thread, INBOUND)
        row = self._world.connection.execute(
            "SELECT status, messages, outbound_at FROM threads WHERE id = ?", (thread,)
        ).fetchone()
        if ours is None or row is None:
            return
        status, messages, at = row
        words = own_words((theirs.text if theirs is not None else ours.text) or "")
        verdict = classify(ours.subject, words)
        chance = self._answers.at(-now * 1009 - thread)
        settled = chance.happens(0.6 if status == "closed" else 0.25)
        choice = THANKS[verdict.language] if settled else said(FOLLOW_UPS, verdict.language, verdict.intent)
        name, address = split_address(ours.recipient)
        writer = writer_of(name, address, verdict.language)
        answer = customer_answer(chance.pick(choice), writer, Earlier(ours, at), now, thread, messages)
        inbox.add(thread, answer, now)

    def _first_due(self) -> int:
        (due,) = self._world.connection.execute("SELECT min(due) FROM answers_due").fetchone()
        return _NEVER if due is None else int(due)


def usual_rate(now: int) -> float:
    """Return how many letters a second come in at a time, on a day like any other."""
    when = jakarta(now)
    rate = _OFFICE if 8 <= when.hour < 18 else _EVENING if 6 <= when.hour < 22 else _NIGHT  # noqa: PLR2004 (hours)
    return rate / 2 if when.weekday() >= _SATURDAY else rate
