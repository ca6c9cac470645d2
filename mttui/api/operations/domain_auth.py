"""Authentication of domains: SPF, DKIM and DMARC."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.domain_auth import AuthenticatedDomain, DnsRecord


class DomainAuthDnsRecords(Resource, id="domain_auth.dns_records", section="Domain Auth"):
    """What the DNS must say of a domain."""

    @operation("GET", "/v1/domain-auth/{id}/dns-records")
    async def list(self, id: str) -> Page[DnsRecord]:
        """List the DNS records that a domain needs.

        Args:
            id: the authenticated domain's id.

        Raises:
            NotFound: there is no such authenticated domain.
        """


class DomainAuth(Resource, id="domain_auth", section="Domain Auth"):
    """Domains that mail is sent from, and whether receivers can trust it."""

    dns_records = Child(DomainAuthDnsRecords)

    @operation("GET", "/v1/domain-auth")
    async def list(self) -> Page[AuthenticatedDomain]:
        """List the domains that mail is sent from, with their SPF, DKIM and DMARC."""

    @operation("GET", "/v1/domain-auth/{id}")
    async def get(self, id: str) -> AuthenticatedDomain:
        """Get one domain's authentication in full.

        Args:
            id: the authenticated domain's id.

        Raises:
            NotFound: there is no such authenticated domain.
        """

    @operation("POST", "/v1/domain-auth/{id}/verify", effect=Effect.CHANGE, refreshes=("domain_auth",))
    async def verify(self, id: str) -> AuthenticatedDomain:
        """Look into the DNS again for a domain's records.

        The DNS can take hours to show a change: try again later before changing records.

        Args:
            id: the authenticated domain's id.

        Raises:
            NotFound: there is no such authenticated domain.
        """
