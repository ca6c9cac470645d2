"""Webhook egress."""

from __future__ import annotations

from ..web.call import Call
from ..web.reply import Reply
from .registry import handles

_LIMITS = {
    "maxPerSecond": (1, 10_000), "batchSize": (1, 1_000), "batchWindowMs": (0, 60_000),
    "maxRetries": (0, 20), "retryBackoffMs": (0, 3_600_000),
}  # fmt: skip
_FLAGS = ("batchingEnabled", "retryEnabled")


@handles("webhooks.egress_config.get")
def config(call: Call) -> Reply:
    """Get the configuration."""
    return Reply(call.world.egress.config)


@handles("webhooks.egress_config.update")
def update(call: Call) -> Reply:
    """Change the fields that are given."""
    current = call.world.egress.config
    changed = dict(current)
    for name, (low, high) in _LIMITS.items():
        changed[name] = int(call.number(name, current[name], low=low, high=high))
    for name in _FLAGS:
        changed[name] = call.flag(name, default=current[name])
    call.world.egress.config = changed
    return Reply(changed)


@handles("webhooks.egress_stats.get")
def stats(call: Call) -> Reply:
    """Get the figures."""
    return Reply(call.world.egress.stats())
