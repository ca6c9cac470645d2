"""What answers the operations, one module a family."""

from __future__ import annotations

from . import (
    alerts,
    analytics,
    batches,
    bounces,
    campaigns,
    egress,
    events,
    ip_access,
    logs,
    metrics,
    queues,
    quotas,
    reputation,
    scheduled,
    single_sends,
    smtp,
    stats,
    velocity,
)
from .registry import HANDLERS

__all__ = [
    "HANDLERS", "alerts", "analytics", "batches", "bounces", "campaigns", "egress", "events",
    "ip_access", "logs", "metrics", "queues", "quotas", "reputation", "scheduled", "single_sends",
    "smtp", "stats", "velocity",
]  # fmt: skip
