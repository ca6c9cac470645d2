"""Single sign-on: people sign in through the company's own directory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.sso import SsoConfig


class Sso(Resource, id="sso", section="SSO"):
    """How people sign in through the company's directory."""

    @operation("POST", "/v1/sso", effect=Effect.CHANGE, refreshes=("sso",))
    async def create(
        self,
        *,
        enabled: bool | None = None,
        provider: str,
        entity_id: str,
        sign_on_url: str,
        certificate: str,
    ) -> SsoConfig:
        """Set up single sign-on by SAML; a mistake can lock people out.

        Args:
            enabled: whether people sign in this way.
            provider: the directory, as ``okta``.
            entity_id: the provider's entity id, a URL.
            sign_on_url: where people are sent to sign in; ``https://``.
            certificate: the provider's certificate in PEM form.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/sso")
    async def get(self) -> SsoConfig:
        """Get how people sign in."""

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
        """Update single sign-on; fields that are left out stay as they are.

        A mistake can lock people out: keep a session open until somebody signed in anew.

        Args:
            enabled: whether people sign in this way.
            provider: the directory, as ``okta``.
            entity_id: the provider's entity id, a URL.
            sign_on_url: where people are sent to sign in; ``https://``.
            certificate: the provider's certificate in PEM form.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/sso", effect=Effect.DESTROY, refreshes=("sso",))
    async def delete(self) -> Done:
        """Delete single sign-on; people sign in with their passwords again."""
