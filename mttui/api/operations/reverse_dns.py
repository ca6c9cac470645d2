"""Reverse DNS: names of the addresses that mail is sent from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.reverse_dns import ReverseDnsRecord


class ReverseDns(Resource, id="reverse_dns", section="Reverse DNS"):
    """Names of sending addresses."""

    @operation("GET", "/v1/reverse-dns")
    async def list(self) -> Page[ReverseDnsRecord]:
        """List all reverse DNS records."""

    @operation("POST", "/v1/reverse-dns", effect=Effect.CHANGE, refreshes=("reverse_dns",))
    async def create(
        self, *, ip: str | None = None, domain: str | None = None, subdomain: str | None = None
    ) -> ReverseDnsRecord:
        """Create a reverse DNS record. The reference says that no body is needed.

        Args:
            ip: the address that gets a name.
            domain: the domain of the name.
            subdomain: the host in that domain, as ``out``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/reverse-dns/{id}")
    async def get(self, id: str) -> ReverseDnsRecord:
        """Get one reverse DNS record.

        Args:
            id: the reverse DNS record's id.

        Raises:
            NotFound: there is no such reverse DNS record (``REVERSE_DNS_NOT_FOUND``).
        """

    @operation("DELETE", "/v1/reverse-dns/{id}", effect=Effect.DESTROY, refreshes=("reverse_dns",))
    async def delete(self, id: str) -> Done:
        """Delete a reverse DNS record; receivers distrust an address without a name.

        Args:
            id: the reverse DNS record's id.

        Raises:
            NotFound: there is no such reverse DNS record (``REVERSE_DNS_NOT_FOUND``).
        """

    @operation("POST", "/v1/reverse-dns/{id}/validate", effect=Effect.CHANGE, refreshes=("reverse_dns",))
    async def validate(self, id: str) -> ReverseDnsRecord:
        """Look into the DNS for a reverse DNS record.

        Args:
            id: the reverse DNS record's id.

        Raises:
            NotFound: there is no such reverse DNS record (``REVERSE_DNS_NOT_FOUND``).
        """
