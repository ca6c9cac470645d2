"""Suppression: addresses that get no more mail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.suppression import SuppressedAddress, SuppressionAdded


class Suppression(Resource, id="suppression", section="Suppression"):
    """Addresses that get no mail but transactional mail."""

    @operation(
        "GET", "/v1/suppression", paged=True, beyond="official SDKs read a suppression list at this path"
    )
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[SuppressedAddress]:
        """List suppressed addresses. The reference does not have it; a platform may answer 404 or 405.

        mttui then puts the list together from bounces, unsubscribes, spam reports and blocks, and says so.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: part of an address.
        """

    @operation("POST", "/v1/suppression", effect=Effect.CHANGE, refreshes=("suppression",))
    async def create(self, *, emails: Sequence[str]) -> SuppressionAdded:
        """Add addresses to the suppression list.

        Args:
            emails: addresses; those on the list already are not counted.

        Raises:
            Unprocessable: one of them is no address.
        """

    @operation("DELETE", "/v1/suppression/{email}", effect=Effect.DESTROY, refreshes=("suppression",))
    async def delete(self, email: str) -> Done:
        """Remove an address from the suppression list.

        Args:
            email: the suppression's email.

        Raises:
            NotFound: there is none of that id.
        """
