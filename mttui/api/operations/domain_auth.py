"""Domain auth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.domain_auth import AuthenticatedDomain, DnsRecord


class DomainAuthDnsRecords(Resource, id="domain_auth.dns_records", section="Domain Auth"):
    """Domain auth dns records."""

    @operation("GET", "/v1/domain-auth/{id}/dns-records")
    async def list(self, id: str) -> Page[DnsRecord]:
        """Get the DNS records to add for a domain.

        Args:
            id: the dns record's id.

        Raises:
            NotFound: there is none of that id.
        """


class DomainAuth(Resource, id="domain_auth", section="Domain Auth"):
    """Domain auth."""

    dns_records = Child(DomainAuthDnsRecords)

    @operation("GET", "/v1/domain-auth")
    async def list(self) -> Page[AuthenticatedDomain]:
        """List all authenticated domains with their SPF, DKIM and DMARC status."""

    @operation("GET", "/v1/domain-auth/{id}")
    async def get(self, id: str) -> AuthenticatedDomain:
        """Get one domain's authentication in full.

        Args:
            id: the domain auth's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/domain-auth/{id}/verify", effect=Effect.CHANGE, refreshes=("domain_auth",))
    async def verify(self, id: str) -> AuthenticatedDomain:
        """Start DNS verification of a domain.

        Args:
            id: the domain auth's id.

        Raises:
            NotFound: there is none of that id.
        """
