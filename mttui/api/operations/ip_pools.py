"""IP pools: groups of addresses that mail is sent from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.ip_pools import IpPool


class IpPools(Resource, id="ip_pools", section="IP Pools"):
    """Groups of IP addresses."""

    @operation("POST", "/v1/ip-pools", effect=Effect.CHANGE, refreshes=("ip_pools",))
    async def create(self, *, name: str) -> IpPool:
        """Create an IP pool.

        Args:
            name: what people call it, as ``Marketing``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/ip-pools")
    async def list(self) -> Page[IpPool]:
        """List IP pools."""

    @operation("GET", "/v1/ip-pools/{id}")
    async def get(self, id: str) -> IpPool:
        """Get one IP pool.

        Args:
            id: the IP pool's id.

        Raises:
            NotFound: there is no such IP pool.
        """

    @operation("PUT", "/v1/ip-pools/{id}", effect=Effect.CHANGE, refreshes=("ip_pools",))
    async def update(self, id: str, *, name: str | None = None) -> IpPool:
        """Rename an IP pool.

        Args:
            id: the IP pool's id.
            name: what people call it, as ``Marketing``.

        Raises:
            NotFound: there is no such IP pool.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/ip-pools/{id}", effect=Effect.DESTROY, refreshes=("ip_pools",))
    async def delete(self, id: str) -> Done:
        """Delete an IP pool; its addresses must be moved first.

        Args:
            id: the IP pool's id.

        Raises:
            NotFound: there is no such IP pool.
            Conflict: it has addresses (the sandbox's ``IP_POOL_NOT_EMPTY``).
        """
