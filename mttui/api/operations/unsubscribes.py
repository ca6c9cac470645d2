"""Unsubscribes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.unsubscribes import Unsubscribe


class Unsubscribes(Resource, id="unsubscribes", section="Unsubscribes"):
    """Unsubscribes."""

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
        self, *, email: str | None = None, reason: str | None = None, campaign_id: str | None = None
    ) -> Unsubscribe:
        """Add an address to the unsubscribe list.

        Args:
            email: email, as ``user@example.com``.
            reason: reason, as ``Requested via support``.
            campaign_id: campaign id, as ``663f1a2b4c5d6e7f8a9b0c1d``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
