"""Reverse dns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.reverse_dns import ReverseDnsRecord


class ReverseDns(Resource, id="reverse_dns", section="Reverse DNS"):
    """Reverse dns."""

    @operation("GET", "/v1/reverse-dns")
    async def list(self) -> Page[ReverseDnsRecord]:
        """List all reverse DNS records."""

    @operation("POST", "/v1/reverse-dns", effect=Effect.CHANGE, refreshes=("reverse_dns",))
    async def create(
        self, *, ip: str | None = None, domain: str | None = None, subdomain: str | None = None
    ) -> ReverseDnsRecord:
        """Create a reverse DNS record; no body is needed.

        Args:
            ip: the address the record is for.
            domain: the domain it names.
            subdomain: the host in that domain.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/reverse-dns/{id}")
    async def get(self, id: str) -> ReverseDnsRecord:
        """Get one reverse DNS record.

        Args:
            id: the reverse dn's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/reverse-dns/{id}", effect=Effect.DESTROY, refreshes=("reverse_dns",))
    async def delete(self, id: str) -> Done:
        """Delete a reverse DNS record.

        Args:
            id: the reverse dn's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/reverse-dns/{id}/validate", effect=Effect.CHANGE, refreshes=("reverse_dns",))
    async def validate(self, id: str) -> ReverseDnsRecord:
        """Validate a reverse DNS record.

        Args:
            id: the reverse dn's id.

        Raises:
            NotFound: there is none of that id.
        """
