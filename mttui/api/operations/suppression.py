"""Suppression: the addresses that get no mail."""

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
        """List suppressed addresses. Not in the reference: a platform may answer 404 or 405.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("POST", "/v1/suppression", effect=Effect.CHANGE, refreshes=("suppression",))
    async def create(self, *, emails: Sequence[str]) -> SuppressionAdded:
        """Suppress addresses: no mail goes to them, but for mail that is flagged transactional.

        An address that is suppressed already is left as it is.

        Args:
            emails: the addresses; compared exactly, upper and lower case included.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/suppression/{email}", effect=Effect.DESTROY, refreshes=("suppression",))
    async def delete(self, email: str) -> Done:
        """Take an address off the suppression list; mail to it goes out again.

        To take off a hard bounce without checking the address costs reputation.

        Args:
            email: the address, exactly as it was added.

        Raises:
            NotFound: there is no such suppressed address.
        """
