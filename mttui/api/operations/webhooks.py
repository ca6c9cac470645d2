"""Webhooks: where events are posted to, how they are signed, and how delivery goes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.webhooks import (
        EgressConfig,
        EgressStats,
        Webhook,
        WebhookBatchStatus,
        WebhookSecurityPolicy,
        WebhookSigningKey,
        WebhookTest,
    )


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


class WebhooksSecuritySigningKey(Resource, id="webhooks.security.signing_key", section="Webhook Security"):
    """The secret that deliveries are signed with."""

    @operation("GET", "/v1/webhooks/security/{id}/signing-key")
    async def get(self, id: str) -> WebhookSigningKey:
        """Get the HMAC key of a policy. It is a secret.

        Args:
            id: the webhook security policy's id.

        Raises:
            NotFound: there is no such webhook security policy.
        """

    @operation(
        "PATCH",
        "/v1/webhooks/security/{id}/signing-key",
        effect=Effect.CHANGE,
        refreshes=("webhooks.security.signing_key",),
        alternate_method="PUT",
    )
    async def update(self, id: str, *, enabled: bool) -> WebhookSigningKey:
        """Turn signing on or off for a policy.

        Args:
            id: the webhook security policy's id.
            enabled: whether deliveries are signed.

        Raises:
            NotFound: there is no such webhook security policy.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class WebhooksSecurity(Resource, id="webhooks.security", section="Webhook Security"):
    """Policies that sign deliveries, so that the receiver can trust them."""

    signing_key = Child(WebhooksSecuritySigningKey)

    @operation("GET", "/v1/webhooks/security")
    async def list(self) -> Page[WebhookSecurityPolicy]:
        """List all webhook security policies."""

    @operation("POST", "/v1/webhooks/security", effect=Effect.CHANGE, refreshes=("webhooks.security",))
    async def create(self, *, name: str, enabled: bool | None = None) -> WebhookSecurityPolicy:
        """Create a policy that signs deliveries.

        Args:
            name: what people call it.
            enabled: whether deliveries are signed.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/webhooks/security/{id}")
    async def get(self, id: str) -> WebhookSecurityPolicy:
        """Get one webhook security policy.

        Args:
            id: the webhook security policy's id.

        Raises:
            NotFound: there is no such webhook security policy (``WEBHOOK_SECURITY_POLICY_NOT_FOUND``).
        """

    @operation(
        "PUT",
        "/v1/webhooks/security/{id}",
        effect=Effect.CHANGE,
        refreshes=("webhooks.security",),
        alternate_method="PATCH",
    )
    async def update(
        self, id: str, *, name: str | None = None, enabled: bool | None = None
    ) -> WebhookSecurityPolicy:
        """Update a policy; fields that are left out stay as they are.

        Args:
            id: the webhook security policy's id.
            name: what people call it.
            enabled: whether deliveries are signed.

        Raises:
            NotFound: there is no such webhook security policy (``WEBHOOK_SECURITY_POLICY_NOT_FOUND``).
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "DELETE", "/v1/webhooks/security/{id}", effect=Effect.DESTROY, refreshes=("webhooks.security",)
    )
    async def delete(self, id: str) -> Done:
        """Delete a webhook security policy.

        Args:
            id: the webhook security policy's id.

        Raises:
            NotFound: there is no such webhook security policy (``WEBHOOK_SECURITY_POLICY_NOT_FOUND``).
        """


class WebhooksBatchStatus(Resource, id="webhooks.batch_status", section="Webhook Testing"):
    """How far delivery to one webhook is."""

    @operation("GET", "/v1/webhooks/{id}/batch-status")
    async def get(self, id: str) -> WebhookBatchStatus:
        """Get how many events wait, were delivered and failed at one webhook.

        Args:
            id: the webhook's id.

        Raises:
            NotFound: there is no such webhook.
        """


class Webhooks(Resource, id="webhooks", section="Webhooks"):
    """The addresses that events are posted to."""

    egress_config = Child(WebhookEgressConfig)
    egress_stats = Child(WebhookEgressStats)
    batch_status = Child(WebhooksBatchStatus)
    security = Child(WebhooksSecurity)

    @operation("POST", "/v1/webhooks", effect=Effect.CHANGE, refreshes=("webhooks",))
    async def create(
        self,
        *,
        name: str,
        target_url: str,
        event_ids: Sequence[int],
    ) -> Webhook:
        """Create a webhook.

        Args:
            name: what people call it.
            target_url: where events are posted to; a public ``http://`` or ``https://`` address.
            event_ids: numbers of the events to post. No source says what they stand for; in the sandbox 1 is
                injection, 2 delivery, 3 bounce, 4 open, 5 click, 6 delay, 7 complaint, 8 unsubscribe.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/webhooks", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[Webhook]:
        """List webhooks, with paging.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("DELETE", "/v1/webhooks/{id}", effect=Effect.DESTROY, refreshes=("webhooks",))
    async def delete(self, id: str) -> Done:
        """Delete a webhook; later events are not posted anywhere.

        Args:
            id: the webhook's id.

        Raises:
            NotFound: there is no such webhook.
        """

    @operation(
        "POST",
        "/v1/webhooks/{id}/test",
        effect=Effect.CHANGE,
        refreshes=("webhooks",),
        section="Webhook Testing",
    )
    async def test(self, id: str) -> WebhookTest:
        """Post a test event to a webhook's URL; no mail is sent.

        It has the shape and the signature of a real event.

        Args:
            id: the webhook's id.

        Raises:
            NotFound: there is no such webhook.
        """
