"""The sending queues: what waits, and how much of it may leave each second.

A modelling decision that the reference leaves open: ``throttled`` lets 40 % of the capacity out and
``paused`` a trickle of 10 %. A rate can only be measured on traffic, and a rule wants a hundred
messages in its window; so the rate stays up while the bad source is still in the mix, and comes down
within a window after it is gone. What leaves is shared between the sources by the square root of what
each has waiting: a source with four times the backlog gets twice the share, and none is starved.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heappop, heappush
from math import sqrt

from ..chance import Chance
from .records import PENDING, SCHEDULED, Message, Source

CAPACITY = 9.0
"""Messages a second while sending is active."""
SHARE = {"active": 1.0, "throttled": 0.4, "paused": 0.1}
"""Part of the capacity that leaves in each sending status."""


class Queue:
    """Messages that wait, in the regular and the scheduled queue."""

    def __init__(self) -> None:
        self._waiting: dict[int, Source] = {}
        self._later: list[tuple[int, int, Message]] = []
        self.credit = 0.0
        """Part of a message that may still leave."""

    def add(self, message: Message) -> None:
        """Let a pending message wait until it may leave, or until its time comes."""
        if message.queue == SCHEDULED and message.scheduled_for is not None:
            heappush(self._later, (message.scheduled_for, message.id, message))
        else:
            self._make_ready(message)

    def _make_ready(self, message: Message) -> None:
        message.source.ready.append(message)
        self._waiting[message.source.id] = message.source

    def reschedule(self, message: Message, at: int) -> None:
        """Change when a message of the scheduled queue leaves; its old place is passed over."""
        if message in message.source.ready:
            message.source.ready.remove(message)
        message.scheduled_for = at
        heappush(self._later, (at, message.id, message))

    def drop(self, messages: Iterable[Message]) -> None:
        """Take messages out; they are no longer pending when this is called."""
        for source in {message.source.id: message.source for message in messages}.values():
            kept = [message for message in source.ready if message.state == PENDING]
            source.ready.clear()
            source.ready.extend(kept)
            if not kept:
                self._waiting.pop(source.id, None)

    def scheduled(self, message_id: int) -> Message | None:
        """Return a message that waits in the scheduled queue."""
        return next((m for m in self.waiting() if m.id == message_id and m.queue == SCHEDULED), None)

    def waiting(self) -> list[Message]:
        """Return everything that waits, each message once."""
        found = {m.id: m for source in self._waiting.values() for m in source.ready}
        found.update((m.id, m) for at, _, m in self._later if m.state == PENDING and m.scheduled_for == at)
        return list(found.values())

    def release(self, now: int, status: str, chance: Chance) -> list[Message]:
        """Take out what leaves in this second, in the order it leaves."""
        self._wake(now)
        if not self._waiting:
            self.credit = min(self.credit, 1.0)
        self.credit = min(self.credit + CAPACITY * SHARE[status], CAPACITY)
        room = int(self.credit)
        if room == 0 or not self._waiting:
            return []
        released = self._everything(room) or self._shared(room, chance)
        self.credit -= len(released)
        return released

    def _wake(self, now: int) -> None:
        later = self._later
        while later and later[0][0] <= now:
            at, _, message = heappop(later)
            if message.state == PENDING and message.scheduled_for == at:
                self._make_ready(message)

    def _in_order(self) -> list[Source]:
        """Return the sources that wait in an order that a restart does not change."""
        return [self._waiting[number] for number in sorted(self._waiting)]

    def _everything(self, room: int) -> list[Message]:
        if sum(len(source.ready) for source in self._waiting.values()) > room:
            return []
        released = [message for source in self._in_order() for message in source.ready]
        for source in self._waiting.values():
            source.ready.clear()
        self._waiting.clear()
        return released

    def _shared(self, room: int, chance: Chance) -> list[Message]:
        released = []
        while room and self._waiting:
            room -= 1
            sources = self._in_order()
            weights = [sqrt(len(source.ready)) for source in sources]
            source = chance.weighted(sources, weights)
            released.append(source.ready.popleft())
            if not source.ready:
                del self._waiting[source.id]
        return released
