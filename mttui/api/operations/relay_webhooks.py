"""Relay webhooks: inbound mail that is passed on to a URL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.relay_webhooks import RelayWebhook


class RelayWebhooks(Resource, id="relay_webhooks", section="Relay Webhooks"):
    """Inbound mail that is passed on to a URL."""

    @operation("POST", "/v1/relay-webhooks", effect=Effect.CHANGE, refreshes=("relay_webhooks",))
    async def create(
        self,
        *,
        name: str,
        domain: str,
        target_url: str,
        auth_token: str | None = None,
    ) -> RelayWebhook:
        """Pass inbound mail of a domain on to a URL.

        Args:
            name: what people call it.
            domain: the inbound domain whose mail is passed on.
            target_url: where messages are posted to; ``https://``.
            auth_token: a secret that comes with each message, by which the receiver knows it; never answered.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such relay webhook.
        """

    @operation("PUT", "/v1/relay-webhooks/{id}", effect=Effect.CHANGE, refreshes=("relay_webhooks",))
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        target_url: str | None = None,
        auth_token: str | None = None,
        active: bool | None = None,
    ) -> RelayWebhook:
        """Update a relay webhook; fields that are left out and the domain stay.

        Args:
            id: the relay webhook's id.
            name: what people call it.
            target_url: where messages are posted to; ``https://``.
            auth_token: a secret that comes with each message, by which the receiver knows it; never answered.
            active: whether messages are passed on.

        Raises:
            NotFound: there is no such relay webhook.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/relay-webhooks/{id}", effect=Effect.DESTROY, refreshes=("relay_webhooks",))
    async def delete(self, id: str) -> Done:
        """Delete a relay webhook; its mail is no longer passed on.

        Args:
            id: the relay webhook's id.

        Raises:
            NotFound: there is no such relay webhook.
        """
