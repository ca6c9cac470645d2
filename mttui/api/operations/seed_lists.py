"""Seed lists: mailboxes that tell where mail lands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.seed_lists import SeedList


class SeedLists(Resource, id="seed_lists", section="Seed Lists"):
    """Lists of mailboxes that tell where mail lands."""

    @operation("POST", "/v1/seed-lists", effect=Effect.CHANGE, refreshes=("seed_lists",))
    async def create(self, *, name: str, emails: Sequence[str]) -> SeedList:
        """Create a seed list.

        Args:
            name: what people call it, as ``Gmail seeds``.
            emails: addresses of mailboxes that the account can look into.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/seed-lists")
    async def list(self) -> Page[SeedList]:
        """List seed lists."""

    @operation("DELETE", "/v1/seed-lists/{id}", effect=Effect.DESTROY, refreshes=("seed_lists",))
    async def delete(self, id: str) -> Done:
        """Delete a seed list.

        Args:
            id: the seed list's id.

        Raises:
            NotFound: there is no such seed list.
        """
