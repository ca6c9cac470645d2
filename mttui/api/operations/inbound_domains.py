"""Inbound domains: those that the platform receives mail for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.inbound_domains import InboundDomain


class InboundDomains(Resource, id="inbound_domains", section="Inbound Domains"):
    """Domains that the platform receives mail for."""

    @operation("POST", "/v1/inbound-domains", effect=Effect.CHANGE, refreshes=("inbound_domains",))
    async def create(self, *, domain: str) -> InboundDomain:
        """Receive mail for a domain, once its MX record leads to the platform.

        Args:
            domain: the domain, as ``inbound.example.com``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/inbound-domains")
    async def list(self) -> Page[InboundDomain]:
        """List all inbound domains."""

    @operation("GET", "/v1/inbound-domains/{id}")
    async def get(self, id: str) -> InboundDomain:
        """Get one inbound domain.

        Args:
            id: the inbound domain's id.

        Raises:
            NotFound: there is no such inbound domain.
        """

    @operation("DELETE", "/v1/inbound-domains/{id}", effect=Effect.DESTROY, refreshes=("inbound_domains",))
    async def delete(self, id: str) -> Done:
        """Stop receiving mail for a domain.

        Args:
            id: the inbound domain's id.

        Raises:
            NotFound: there is no such inbound domain.
        """
