"""IP addresses: those that mail is sent from, and their warm-up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.ips import Ip, IpWarmup


class IpsWarmup(Resource, id="ips.warmup", section="IP Addresses"):
    """Letting a new address send a little more every day."""

    @operation("POST", "/v1/ips/{id}/warmup", effect=Effect.CHANGE, refreshes=("ips.warmup",))
    async def start(self, id: str) -> IpWarmup:
        """Start the warm-up of an address: it sends a little more every day.

        Args:
            id: the IP address's id.

        Raises:
            NotFound: there is no such IP address.
        """

    @operation("DELETE", "/v1/ips/{id}/warmup", effect=Effect.DESTROY, refreshes=("ips.warmup",))
    async def stop(self, id: str) -> Done:
        """Stop the warm-up of an address: nothing limits what it sends any more.

        An address without a history that sends much at once is blocked easily.

        Args:
            id: the IP address's id.

        Raises:
            NotFound: there is no such IP address.
            Conflict: it is not in a warm-up (the sandbox's ``WARMUP_NOT_RUNNING``).
        """


class Ips(Resource, id="ips", section="IP Addresses"):
    """Dedicated addresses that mail is sent from."""

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
        """List the dedicated addresses that mail is sent from.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            pool_id: only those of this pool.
            warmup_status: only those whose warm-up stands so, as ``in_progress``.
        """

    @operation("GET", "/v1/ips/{id}")
    async def get(self, id: str) -> Ip:
        """Get one address with its pool and its warm-up.

        Args:
            id: the IP address's id.

        Raises:
            NotFound: there is no such IP address.
        """
