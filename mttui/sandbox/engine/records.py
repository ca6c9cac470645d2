"""The two things that move: sources of mail, and messages."""

from __future__ import annotations

import json
from collections import Counter, deque
from dataclasses import asdict, dataclass, field
from typing import Any

PENDING, PROCESSING, DELAYED = "pending", "processing", "delayed"
DELIVERED, BOUNCED, FAILED, CANCELLED = "delivered", "bounced", "failed", "cancelled"
OPEN_STATES = (PENDING, PROCESSING, DELAYED)
"""States that a message still leaves."""

REGULAR, SCHEDULED = "regular", "scheduled"
"""The two sending queues."""


@dataclass(slots=True)
class Origin:
    """What is fixed about a source: who sends what, how much, how, to whom."""

    name: str
    subject: str
    domain: str
    """Sending domain."""
    pool: str = "transactional"
    profile: str = "transactional"
    rate: float = 0.0
    """Messages accepted a second while it runs."""
    members: int | None = None
    """Recipients of a job; ``None`` for a stream, which never ends."""
    subaccount: str = "sub_002"
    template: str = "tpl_002"
    category: str = "transactional"
    api_key: int | None = None
    smtp_id: int | None = None
    ip_address: str | None = None
    """Where it injects from; ``None`` for what the platform itself sends."""
    lead: tuple[int, int] | None = None
    """Seconds ahead that its messages are scheduled for; ``None`` sends at once."""


@dataclass(slots=True, eq=False)
class Source:
    """One origin of mail: a campaign, a batch, an API key, an SMTP credential."""

    id: int
    kind: str
    """``campaign``, ``batch``, ``single_send``, ``automation``, ``api`` or ``smtp``."""
    ref: str
    """The id under which the API knows it."""
    origin: Origin
    running: bool = True
    totals: Counter[str] = field(default_factory=Counter)
    ready: deque[Message] = field(default_factory=deque)
    """Messages that may leave now, oldest first."""

    @property
    def key(self) -> str:
        """Its key in the tallies."""
        return str(self.id)

    @property
    def pending(self) -> int:
        """Messages accepted and neither sent, failed nor cancelled."""
        totals = self.totals
        return totals["accepted"] - totals["sent"] - totals["failed"] - totals["cancelled"]

    @property
    def remaining(self) -> int:
        """Recipients of a job that are not accepted yet; what was cancelled counts again."""
        taken = self.totals["accepted"] - self.totals["cancelled"]
        return max(0, (self.origin.members or 0) - taken)

    def row(self) -> tuple[Any, ...]:
        """Return the row for the ``sources`` table."""
        return self.id, self.kind, self.ref, json.dumps(asdict(self.origin)), int(self.running)

    @classmethod
    def from_row(cls, row: tuple[Any, ...]) -> Source:
        """Read a row of the ``sources`` table."""
        body = json.loads(row[3])
        if body["lead"] is not None:
            body["lead"] = tuple(body["lead"])
        return cls(row[0], row[1], row[2], Origin(**body), bool(row[4]))


@dataclass(slots=True, eq=False)
class Message:
    """One message to one recipient. Times are epoch seconds, simulated."""

    id: int
    source: Source
    email: str
    provider: str
    accepted_at: int
    queue: str = REGULAR
    state: str = PENDING
    ip: str | None = None
    scheduled_for: int | None = None
    injected_at: int | None = None
    settled_at: int | None = None
    due_at: int | None = None
    """When it next changes by itself, while processing or delayed."""
    fate: str | None = None
    """Bounce code that it will end with; ``None`` is delivery. Drawn at injection."""
    delay: str | None = None
    """Reason for which its first attempt is put off."""
    opens_at: int | None = None
    clicks_at: int | None = None
    complains_at: int | None = None
    unsubscribes_at: int | None = None
    subject: str | None = None
    """Its own subject, where it differs from the source's."""

    @property
    def bucket(self) -> int:
        """Start of the ten seconds in which it was injected."""
        if self.injected_at is None:
            raise ValueError(f"message {self.id} was not injected")
        return self.injected_at - self.injected_at % BUCKET

    def row(self) -> tuple[Any, ...]:
        """Return the row for the ``messages`` table."""
        return (
            self.id, self.source.id, self.email, self.provider, self.ip, self.queue, self.state,
            self.accepted_at, self.scheduled_for, self.injected_at, self.settled_at, self.due_at,
            self.fate, self.delay, self.opens_at, self.clicks_at, self.complains_at,
            self.unsubscribes_at, self.subject,
        )  # fmt: skip

    @classmethod
    def from_row(cls, row: tuple[Any, ...], source: Source) -> Message:
        """Read a row of the ``messages`` table."""
        return cls(
            id=row[0], source=source, email=row[2], provider=row[3], ip=row[4], queue=row[5],
            state=row[6], accepted_at=row[7], scheduled_for=row[8], injected_at=row[9],
            settled_at=row[10], due_at=row[11], fate=row[12], delay=row[13], opens_at=row[14],
            clicks_at=row[15], complains_at=row[16], unsubscribes_at=row[17], subject=row[18],
        )  # fmt: skip


BUCKET = 10
"""Seconds in one tally bucket."""
_MOST_DIGITS = 15
"""Of a number behind an id: it fits in 64 bits."""


def public_message_id(number: int) -> str:
    """Return the id under which the API shows a message."""
    return f"msg_{number:03d}"


def message_number(public_id: str) -> int | None:
    """Return the number behind a public message id, or ``None`` when it is not one."""
    return numbered("msg_", public_id)


def numbered(prefix: str, public_id: str) -> int | None:
    """Return the number behind a public id, or ``None`` when it is not one of that kind."""
    digits = public_id.removeprefix(prefix)
    is_one = digits != public_id and digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS
    return int(digits) if is_one else None
