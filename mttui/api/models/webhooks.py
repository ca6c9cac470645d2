"""Webhook egress: how fast the platform delivers webhooks, and how well."""

from __future__ import annotations

from typing import Any

from .base import Id, Identified, Model, Moment


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


class Webhook(Identified):
    """An address that events are posted to."""

    name: str | None = None
    target_url: str | None = None
    sub_account_id: Id | None = None
    sub_account_name: str | None = None
    events: tuple[Any, ...] = ()
    authentication_id: Id | None = None
    username: str | None = None
    client_id: Id | None = None
    token_url: str | None = None
    is_active: bool | None = None
    last_status: str | None = None
    assignment: str | None = None
    company_id: Id | None = None
    created_at: Moment = None
    updated_at: Moment = None
    last_success: str | None = None
    last_failure: str | None = None


class WebhookTest(Model):
    """What came of a test event."""

    webhook_id: Id | None = None
    test_status: str | None = None
    response_code: int | None = None
    response_time: int | None = None
    sent_at: Moment = None


class WebhookBatchStatus(Model):
    """How far delivery to a webhook is."""

    webhook_id: Id | None = None
    pending: int | None = None
    delivered: int | None = None
    failed: int | None = None
    last_delivered: Moment = None


class WebhookSecurityPolicy(Identified):
    """A policy that signs deliveries."""

    name: str | None = None
    enabled: bool | None = None
    created_at: Moment = None
    signing_key: str | None = None


class WebhookSigningKey(Identified):
    """A policy with the secret that it signs by."""

    name: str | None = None
    enabled: bool | None = None
    created_at: Moment = None
    signing_key: str | None = None
