"""Sso."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.sso import SsoConfig


class Sso(Resource, id="sso", section="SSO"):
    """Sso."""

    @operation("POST", "/v1/sso", effect=Effect.CHANGE, refreshes=("sso",))
    async def create(
        self,
        *,
        enabled: bool | None = None,
        provider: str | None = None,
        entity_id: str | None = None,
        sign_on_url: str | None = None,
        certificate: str | None = None,
    ) -> SsoConfig:
        """Create the SAML single sign-on configuration.

        Args:
            enabled: enabled.
            provider: provider, as ``okta``.
            entity_id: entity id, as ``https://example.okta.com/entity``.
            sign_on_url: sign on url, as ``https://example.okta.com/sso/saml``.
            certificate: certificate.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/sso")
    async def get(self) -> SsoConfig:
        """Get the current single sign-on configuration."""

    @operation("PUT", "/v1/sso", effect=Effect.CHANGE, refreshes=("sso",))
    async def update(
        self,
        *,
        enabled: bool | None = None,
        provider: str | None = None,
        entity_id: str | None = None,
        sign_on_url: str | None = None,
        certificate: str | None = None,
    ) -> SsoConfig:
        """Update the single sign-on configuration.

        Args:
            enabled: enabled.
            provider: provider, as ``okta``.
            entity_id: entity id, as ``https://example.okta.com/entity``.
            sign_on_url: sign on url, as ``https://example.okta.com/sso/saml``.
            certificate: certificate.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/sso", effect=Effect.DESTROY, refreshes=("sso",))
    async def delete(self) -> Done:
        """Delete the single sign-on configuration."""
