"""What becomes of a message: the reasons mail comes back or waits, and how likely each is.

Bounce class numbers are the platform's (10 invalid recipient, 20 to 24 soft, 50 to 54 blocks); the
healthy shares add up to about 0.8 % bounced, 1.2 % delayed and 0.02 % complaints.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a message bounced."""

    code: str
    """SMTP reply code, the key of the reason in the metrics."""
    bounce_class: int
    type: str
    """``hard``, ``soft`` or ``block``."""
    reason: str
    diagnostic: str


CAUSES = {
    cause.code: cause
    for cause in (
        Cause("550", 10, "hard", "Mailbox not found", "550 5.1.1 Mailbox unavailable: user unknown"),
        Cause("452", 22, "soft", "Mailbox full", "452 4.2.2 The recipient's mailbox is full"),
        Cause("451", 20, "soft", "Temporary local problem", "451 4.3.0 Temporary local problem"),
        Cause("512", 21, "soft", "Domain lookup failed", "512 5.1.2 Host or domain name not found"),
        Cause("421", 24, "soft", "Connection timed out", "421 4.4.2 Connection timed out"),
        Cause("554", 51, "block", "Spam Block", "554 5.7.1 Blocked: message looks like spam"),
        Cause("571", 52, "block", "Spam content", "571 5.7.1 Message content rejected"),
    )
}

CLASS_LABELS = {
    10: "Invalid recipient",
    20: "Soft bounce",
    21: "DNS failure",
    22: "Mailbox full",
    24: "Timeout",
    51: "Spam block",
    52: "Spam content",
}
SPAM_CLASSES = frozenset(range(50, 55))
"""The classes that count as spam bounces."""

DELAY_REASONS = {
    "throttled": "Remote server throttling",
    "greylisted": "Greylisted, asked to retry",
    "timeout": "Connection timed out",
}


@dataclass(frozen=True, slots=True)
class Profile:
    """How likely each fate is for one kind of audience; shares of what is sent."""

    bounces: tuple[tuple[str, float], ...]
    """Cause code and share."""
    delayed: float = 0.012
    complained: float = 0.0002
    opened: float = 0.32
    clicked: float = 0.06
    unsubscribed: float = 0.0008
    failed: float = 0.0004
    """Share that is never injected: rendering errors and the like."""
    lapsed: float = 0.0
    """Share of the audience on dead domains and made-up names; for the addresses, not the fate."""

    edges: tuple[float, ...] = field(init=False)
    """The bounce shares added up, for drawing."""

    def __post_init__(self) -> None:
        """Add the shares up once."""
        object.__setattr__(self, "edges", tuple(accumulate(share for _, share in self.bounces)))

    def cause_at(self, draw: float) -> str | None:
        """Return the code of the bounce that a draw between 0 and 1 stands for, if any."""
        place = bisect_right(self.edges, draw)
        return self.bounces[place][0] if place < len(self.bounces) else None


_USUAL = (
    ("550", 0.0045),
    ("452", 0.0018),
    ("451", 0.0006),
    ("512", 0.0005),
    ("421", 0.0003),
    ("554", 0.0003),
)

PROFILES = {
    "transactional": Profile(_USUAL, opened=0.55, clicked=0.12, unsubscribed=0.0, complained=0.0001),
    "marketing": Profile(_USUAL, complained=0.0003),
    "bad-list": Profile(
        (("550", 0.30), ("452", 0.012), ("512", 0.006)), opened=0.05, clicked=0.004, lapsed=0.5
    ),
    "spam-run": Profile(
        (("550", 0.20), ("554", 0.12), ("571", 0.02)), opened=0.02, clicked=0.002, lapsed=0.6
    ),
}
