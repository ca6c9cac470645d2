"""Webhook egress: every event goes to the customer's webhooks, some a little later."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from ..chance import Chance

DEFAULT_CONFIG: dict[str, Any] = {
    "maxPerSecond": 100,
    "batchingEnabled": True,
    "batchSize": 50,
    "batchWindowMs": 5000,
    "retryEnabled": True,
    "maxRetries": 5,
    "retryBackoffMs": 1000,
}
_LOST = 0.003
"""Share of deliveries whose receiver never answers."""
_USUAL_LATENCY = 120.0
"""Milliseconds."""


@dataclass(slots=True)
class Egress:
    """Deliveries to webhooks; delivered + failed + pending = events since the beginning."""

    delivered: int = 15_230
    failed: int = 42
    pending: int = 0
    latency: float = _USUAL_LATENCY
    """Mean milliseconds from event to delivery, smoothed."""
    config: dict[str, Any] = field(default_factory=lambda: dict(DEFAULT_CONFIG))

    def tick(self, events: int, health: float, chance: Chance) -> None:
        """Deliver for one second. ``health`` is the part of its capacity that is left, 1 when well."""
        self.pending += events
        capacity = self.config["maxPerSecond"] * health
        held_back = 1 if self.config["batchingEnabled"] else 0
        room = int(capacity) + (1 if chance.happens(capacity % 1) else 0)
        leaving = min(max(0, self.pending - held_back * min(3, events)), room)
        lost = sum([chance.happens(_LOST) for _ in range(leaving)])
        self.pending -= leaving
        self.failed += lost
        self.delivered += leaving - lost
        waited = _USUAL_LATENCY + 1000 * self.pending / max(capacity, 1.0)
        self.latency += 0.05 * (waited - self.latency)

    def stats(self) -> dict[str, Any]:
        """Return the figures as the API gives them."""
        done = self.delivered + self.failed
        return {
            "totalDelivered": self.delivered,
            "totalFailed": self.failed,
            "totalPending": self.pending,
            "avgLatencyMs": round(self.latency),
            "successRate": round(100 * self.delivered / done, 1),
        }

    def dump(self) -> dict[str, Any]:
        """Return the state for keeping."""
        return asdict(self)
