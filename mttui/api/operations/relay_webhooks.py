"""Relay webhooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.relay_webhooks import RelayWebhook


class RelayWebhooks(Resource, id="relay_webhooks", section="Relay Webhooks"):
    """Relay webhooks."""

    @operation("POST", "/v1/relay-webhooks", effect=Effect.CHANGE, refreshes=("relay_webhooks",))
    async def create(
        self,
        *,
        name: str | None = None,
        domain: str | None = None,
        target_url: str | None = None,
        auth_token: str | None = None,
    ) -> RelayWebhook:
        """Create a relay webhook that forwards inbound email to a URL.

        Args:
            name: name, as ``Support Relay``.
            domain: domain, as ``inbound.example.com``.
            target_url: target url.
            auth_token: auth token, as ``secret-token-123``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/relay-webhooks")
    async def list(self) -> Page[RelayWebhook]:
        """List all relay webhooks."""

    @operation("GET", "/v1/relay-webhooks/{id}")
    async def get(self, id: str) -> RelayWebhook:
        """Get one relay webhook.

        Args:
            id: the relay webhook's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/relay-webhooks/{id}", effect=Effect.CHANGE, refreshes=("relay_webhooks",))
    async def update(
        self, id: str, *, name: str | None = None, target_url: str | None = None, active: bool | None = None
    ) -> RelayWebhook:
        """Update a relay webhook.

        Args:
            id: the relay webhook's id.
            name: name, as ``Updated Relay``.
            target_url: target url.
            active: active.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/relay-webhooks/{id}", effect=Effect.DESTROY, refreshes=("relay_webhooks",))
    async def delete(self, id: str) -> Done:
        """Delete a relay webhook.

        Args:
            id: the relay webhook's id.

        Raises:
            NotFound: there is none of that id.
        """
