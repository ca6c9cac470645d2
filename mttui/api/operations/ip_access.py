"""IP access: the addresses that may call the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.ip_access import IpAccessRule


class IpAccess(Resource, id="ip_access", section="IP Access"):
    """The addresses that may call the API."""

    @operation("GET", "/v1/ip-access")
    async def list(self) -> Page[IpAccessRule]:
        """List the addresses that may call the API."""

    @operation("POST", "/v1/ip-access", effect=Effect.CHANGE, refreshes=("ip_access",))
    async def create(self, *, ip: str, note: str | None = None) -> IpAccessRule:
        """Add an address to those that may call the API.

        Only listed addresses can call it: a first entry shuts out every other address, this box's
        included.

        Args:
            ip: the address.
            note: what it is, for people.

        Raises:
            Unprocessable: it is not an IP address.
        """

    @operation("DELETE", "/v1/ip-access/{id}", effect=Effect.DESTROY, refreshes=("ip_access",))
    async def delete(self, id: str) -> Done:
        """Take an address off those that may call the API.

        Args:
            id: the rule's id.

        Raises:
            NotFound: there is no such rule.
        """
