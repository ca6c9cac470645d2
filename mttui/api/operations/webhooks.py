"""Webhooks: how the platform delivers events to the account's own servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.webhooks import EgressConfig, EgressStats


class WebhookEgressConfig(Resource, id="webhooks.egress_config", section="Webhook Egress"):
    """How fast webhooks are delivered, and how failures are retried."""

    @operation("GET", "/v1/webhooks/egress-config")
    async def get(self) -> EgressConfig:
        """Get the limits, batching and retries of webhook delivery."""

    @operation(
        "PATCH",
        "/v1/webhooks/egress-config",
        effect=Effect.CHANGE,
        refreshes=("webhooks.egress_config", "webhooks.egress_stats"),
    )
    async def update(
        self,
        *,
        max_per_second: int | None = None,
        batching_enabled: bool | None = None,
        batch_size: int | None = None,
        batch_window_ms: int | None = None,
        retry_enabled: bool | None = None,
        max_retries: int | None = None,
        retry_backoff_ms: int | None = None,
    ) -> EgressConfig:
        """Update webhook delivery; fields that are left out stay as they are.

        Args:
            max_per_second: deliveries a second at most.
            batching_enabled: whether several events go in one delivery.
            batch_size: events in a batch at most.
            batch_window_ms: milliseconds that a batch waits to be filled.
            retry_enabled: whether failed deliveries are tried again.
            max_retries: how often.
            retry_backoff_ms: milliseconds before the first retry.

        Raises:
            Unprocessable: a value is not accepted.
        """


class WebhookEgressStats(Resource, id="webhooks.egress_stats", section="Webhook Egress"):
    """How webhook delivery is doing."""

    @operation("GET", "/v1/webhooks/egress-stats")
    async def get(self) -> EgressStats:
        """Get what was delivered, failed and waits, and how long delivery takes."""


class Webhooks(Resource, id="webhooks", section="Webhooks"):
    """Webhooks."""

    egress_config = Child(WebhookEgressConfig)
    egress_stats = Child(WebhookEgressStats)
