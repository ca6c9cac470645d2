"""Ips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.ips import Ip, IpWarmup


class IpsWarmup(Resource, id="ips.warmup", section="IP Addresses"):
    """Ips warmup."""

    @operation("POST", "/v1/ips/{id}/warmup", effect=Effect.CHANGE, refreshes=("ips.warmup",))
    async def start(self, id: str) -> IpWarmup:
        """Start an IP address's warmup schedule.

        Args:
            id: the warmup's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/ips/{id}/warmup", effect=Effect.DESTROY, refreshes=("ips.warmup",))
    async def stop(self, id: str) -> Done:
        """Stop an IP address's warmup.

        Args:
            id: the warmup's id.

        Raises:
            NotFound: there is none of that id.
        """


class Ips(Resource, id="ips", section="IP Addresses"):
    """Ips."""

    warmup = Child(IpsWarmup)

    @operation("GET", "/v1/ips", paged=True)
    async def list(
        self,
        *,
        page: int | None = None,
        per_page: int | None = None,
        pool_id: str | None = None,
        warmup_status: str | None = None,
    ) -> Page[Ip]:
        """List dedicated sending IP addresses.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            pool_id: pool id.
            warmup_status: warmup status.
        """

    @operation("GET", "/v1/ips/{id}")
    async def get(self, id: str) -> Ip:
        """Get one dedicated sending IP address.

        Args:
            id: the ip's id.

        Raises:
            NotFound: there is none of that id.
        """
