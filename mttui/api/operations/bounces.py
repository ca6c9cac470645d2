"""Bounces: who did not get a message and why, and how to try them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.bounces import Bounce, BounceDump


class BounceDumps(Resource, id="bounces.dump", section="Bounce Extras"):
    """Raw diagnostics of bounces."""

    @operation("GET", "/v1/bounces/{id}/dump")
    async def get(self, id: str) -> BounceDump:
        """Get all that the receiving server said about a bounce.

        Args:
            id: the bounce's id.

        Raises:
            NotFound: there is no such bounce.
        """


class Bounces(Resource, id="bounces", section="Bounces"):
    """Bounced addresses."""

    dump = Child(BounceDumps)

    @operation("GET", "/v1/bounces", paged=True)
    async def list(
        self,
        *,
        type: Literal["hard", "soft"] | None = None,
        campaign_id: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[Bounce]:
        """List bounced addresses.

        Args:
            type: ``hard`` or ``soft``.
            campaign_id: only bounces of this campaign.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation(
        "POST",
        "/v1/bounces/{id}/reactivate",
        effect=Effect.CHANGE,
        refreshes=("bounces", "suppression"),
        section="Bounce Extras",
    )
    async def reactivate(self, id: str) -> Done:
        """Reactivate a bounced address: it leaves the suppression list and can be mailed again.

        Doing so for an address that does not exist costs reputation: check it first.

        Args:
            id: the bounce's id.

        Raises:
            NotFound: there is no such bounce.
        """
