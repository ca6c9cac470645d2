"""What a sandbox is started with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SandboxOptions:
    """The settings of one sandbox; the same settings and requests give the same run."""

    scenario: str = "calm"
    """Name of the scenario to play."""
    seed: int = 1
    """Everything that is left to chance follows from it."""
    time_scale: float = 1.0
    """Simulated seconds for each real one; 0 stands still but for steps."""
    latency_ms: float = 0.0
    """Real milliseconds added to every answer."""
    error_rate: float = 0.0
    """Share of requests answered 500 or 503, from 0 to 1."""
    rate_limit: int | None = None
    """Requests a real minute before 429; ``None`` reports 1,000 and enforces nothing."""
    db: str = ":memory:"
    """Where the state lives: a SQLite file, or memory."""
    contacts: int = 10_000
    """Size of the audience that campaigns without a known list go to."""
    threads: int = 240
    """Conversations that the inbox begins with."""
    inbox: Path | None = None
    """A file of messages, one JSON object a line, that the inbox begins with instead."""
    start: datetime | None = None
    """Simulated time at the start; ``None`` is the real time. A ``db`` with state goes on from there."""

    def __post_init__(self) -> None:
        """Refuse values that could only mislead.

        Raises:
            ValueError: a figure is out of its range, or ``start`` has no time zone.
        """
        if not 0 <= self.error_rate <= 1:
            raise ValueError("error_rate is a share between 0 and 1")
        if self.time_scale < 0 or self.latency_ms < 0:
            raise ValueError("time_scale and latency_ms cannot be negative")
        if self.rate_limit is not None and self.rate_limit < 1:
            raise ValueError("rate_limit is at least one request a minute")
        if self.contacts < 1:
            raise ValueError("contacts is at least 1")
        if self.threads < 0:
            raise ValueError("threads cannot be negative")
        if self.start is not None and self.start.tzinfo is None:
            raise ValueError("start needs a time zone")
