"""From the queue to the mailbox: injection, delay, delivery or bounce, and what readers do with it."""

from __future__ import annotations

from collections.abc import Container
from heapq import heappop, heappush

from ..chance import Chance
from ..company import CLIENTS, DEVICES, LINKS, PLACES, POOLS
from ..outcomes import CAUSES, DELAY_REASONS, PROFILES, SPAM_CLASSES
from .ledger import Ledger
from .records import (
    BOUNCED,
    DELAYED,
    DELIVERED,
    FAILED,
    PROCESSING,
    Message,
)  # fmt: skip

_DELAYS = tuple(DELAY_REASONS)
_ENGAGEMENT = (
    ("opened", "opens_at"),
    ("clicked", "clicks_at"),
    ("complained", "complains_at"),
    ("unsubscribed", "unsubscribes_at"),
)


class Delivery:
    """Moves messages on once they have left the queue."""

    def __init__(self, ledger: Ledger, suppression: Container[str] = ()) -> None:
        self._ledger = ledger
        self._suppression = suppression
        self._due: list[tuple[int, int, Message]] = []
        self._agenda: list[tuple[int, int, str, Message]] = []

    def inject(self, message: Message, now: int, chance: Chance) -> None:
        """Hand a message to the mail servers, or fail to."""
        profile = PROFILES[message.source.origin.profile]
        ledger = self._ledger
        if chance.happens(profile.failed) or self._is_suppressed(message):
            self.fail(message, now)
            return
        ledger.changed(message)
        message.state, message.injected_at = PROCESSING, now
        message.ip = chance.pick(POOLS[message.source.origin.pool].ips)
        message.fate = profile.cause_at(chance.random())
        if chance.happens(profile.delayed):
            message.delay = chance.pick(_DELAYS)
        ledger.count(message, "sent")
        ledger.event(message, "sent", now)
        self.expect(message, now + 1 + int(5 * chance.random()))

    def _is_suppressed(self, message: Message) -> bool:
        """Say whether a message goes to an address that gets none but transactional mail."""
        return message.source.origin.profile != "transactional" and message.email in self._suppression

    def fail(self, message: Message, now: int) -> None:
        """Note that a message could not be injected."""
        message.state, message.settled_at = FAILED, now
        self._ledger.changed(message)
        self._ledger.total(message.source, "failed")

    def expect(self, message: Message, at: int) -> None:
        """Let a processing or delayed message go on at a time."""
        message.due_at = at
        heappush(self._due, (at, message.id, message))

    def plan(self, message: Message, after: int = 0) -> None:
        """Put what its reader is going to do on the agenda, as far as it comes after a time."""
        for kind, field in _ENGAGEMENT:
            at = getattr(message, field)
            if at is not None and at > after:
                heappush(self._agenda, (at, message.id, kind, message))

    def settle(self, now: int, chance: Chance) -> None:
        """Go on with every message whose time has come, and with the readers."""
        due = self._due
        while due and due[0][0] <= now:
            _, _, message = heappop(due)
            if message.state == PROCESSING and message.delay is not None:
                self._put_off(message, now, chance)
            else:
                self._finish(message, now, chance)
        agenda = self._agenda
        while agenda and agenda[0][0] <= now:
            _, _, kind, message = heappop(agenda)
            self._engage(message, kind, now, chance)

    def _put_off(self, message: Message, now: int, chance: Chance) -> None:
        message.state = DELAYED
        self._ledger.changed(message)
        self._ledger.count(message, "delayed")
        self._ledger.tally(message, "delay", message.delay or "", "count")
        self._ledger.event(message, "delayed", now, message.delay)
        self.expect(message, now + chance.whole(30, 120))

    def _finish(self, message: Message, now: int, chance: Chance) -> None:
        ledger = self._ledger
        ledger.changed(message)
        if message.state == DELAYED:
            ledger.count(message, "delayed", -1)
        message.settled_at, message.due_at = now, None
        if message.fate is not None:
            self._bounce(message, message.fate, now)
            return
        message.state = DELIVERED
        ledger.count(message, "delivered")
        ledger.event(message, "delivered", now)
        self._foresee(message, now, chance)

    def _bounce(self, message: Message, code: str, now: int) -> None:
        ledger, cause = self._ledger, CAUSES[code]
        message.state = BOUNCED
        ledger.count(message, "bounced")
        if cause.bounce_class in SPAM_CLASSES:
            ledger.count(message, "spam_bounced")
        ledger.tally(message, "code", code, "count")
        ledger.event(message, "bounced", now, code)
        ledger.bounce(message, code, cause.type, now)

    def _foresee(self, message: Message, now: int, chance: Chance) -> None:
        """Draw what the reader will do."""
        profile, draw = PROFILES[message.source.origin.profile], chance.random()
        if draw < profile.opened:
            message.opens_at = now + 20 + int(900 * chance.random() ** 2)
            if draw < profile.clicked:
                message.clicks_at = message.opens_at + chance.whole(4, 60)
                if draw < profile.unsubscribed:
                    message.unsubscribes_at = message.clicks_at + chance.whole(5, 40)
        elif draw > 1 - profile.complained:
            message.complains_at = now + chance.whole(40, 400)
        else:
            return
        self.plan(message)

    def _engage(self, message: Message, kind: str, now: int, chance: Chance) -> None:
        ledger = self._ledger
        ledger.count(message, kind)
        detail = None
        if kind in ("opened", "clicked"):
            country, city = chance.pick(PLACES)
            ledger.tally(message, "geo", f"{country}/{city}", kind)
            ledger.tally(message, "device", chance.pick(DEVICES), kind)
            ledger.tally(message, "client", chance.pick(CLIENTS), kind)
        if kind == "clicked":
            detail, _ = chance.pick(LINKS)
            ledger.tally(message, "link", detail, "count")
        ledger.event(message, kind, now, detail)
