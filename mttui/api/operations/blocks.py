"""Blocks: addresses and domains whose servers refused mail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.blocks import Block


class Blocks(Resource, id="blocks", section="Block List"):
    """Addresses and domains whose servers refused mail."""

    @operation("GET", "/v1/blocks", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[Block]:
        """List blocked addresses and domains.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("DELETE", "/v1/blocks/{email}", effect=Effect.DESTROY, refreshes=("blocks",))
    async def delete(self, email: str) -> Done:
        """Take an address off the block list; mail to it is tried again.

        Args:
            email: the address.

        Raises:
            NotFound: there is no such block.
        """
