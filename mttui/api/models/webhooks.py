"""Webhook egress: how fast the platform delivers webhooks, and how well."""

from __future__ import annotations

from .base import Model


class EgressConfig(Model):
    """How webhooks are delivered."""

    max_per_second: int | None = None
    """Deliveries a second at most."""
    batching_enabled: bool | None = None
    batch_size: int | None = None
    """Events in a batch at most."""
    batch_window_ms: int | None = None
    """Milliseconds that a batch waits to be filled."""
    retry_enabled: bool | None = None
    max_retries: int | None = None
    retry_backoff_ms: int | None = None
    """Milliseconds before the first retry."""


class EgressStats(Model):
    """How webhook delivery is doing."""

    total_delivered: int | None = None
    total_failed: int | None = None
    total_pending: int | None = None
    """Events that wait for delivery: the queue's depth."""
    avg_latency_ms: float | None = None
    """Milliseconds from event to delivery."""
    success_rate: float | None = None
    """Percent."""
