"""Unsubscribes: who wants no more mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.unsubscribes import Unsubscribe


class Unsubscribes(Resource, id="unsubscribes", section="Unsubscribes"):
    """Contacts who want no more mail."""

    @operation("GET", "/v1/unsubscribes", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[Unsubscribe]:
        """List contacts who have unsubscribed.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("POST", "/v1/unsubscribes", effect=Effect.CHANGE, refreshes=("unsubscribes",))
    async def create(
        self, *, email: str, reason: str | None = None, campaign_id: str | None = None
    ) -> Unsubscribe:
        """Record that a contact wants no more mail. The reference has nothing that takes it back.

        Args:
            email: the address.
            reason: why, as ``Requested via support``.
            campaign_id: the campaign that it was about.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """
