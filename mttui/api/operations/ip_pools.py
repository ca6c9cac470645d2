"""Ip pools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.ip_pools import IpPool


class IpPools(Resource, id="ip_pools", section="IP Pools"):
    """Ip pools."""

    @operation("POST", "/v1/ip-pools", effect=Effect.CHANGE, refreshes=("ip_pools",))
    async def create(self, *, name: str) -> IpPool:
        """Create an IP pool.

        Args:
            name: name.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/ip-pools")
    async def list(self) -> Page[IpPool]:
        """List IP pools."""

    @operation("GET", "/v1/ip-pools/{id}")
    async def get(self, id: str) -> IpPool:
        """Get one IP pool.

        Args:
            id: the ip pool's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/ip-pools/{id}", effect=Effect.CHANGE, refreshes=("ip_pools",))
    async def update(self, id: str, *, name: str | None = None) -> IpPool:
        """Update an IP pool.

        Args:
            id: the ip pool's id.
            name: what people call it.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/ip-pools/{id}", effect=Effect.DESTROY, refreshes=("ip_pools",))
    async def delete(self, id: str) -> Done:
        """Delete an IP pool.

        Args:
            id: the ip pool's id.

        Raises:
            NotFound: there is none of that id.
        """
