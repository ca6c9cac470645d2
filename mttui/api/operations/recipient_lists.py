"""Recipient lists: addresses that are mailed together, apart from the contacts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.recipient_lists import RecipientList


class RecipientLists(Resource, id="recipient_lists", section="Recipient Lists"):
    """Addresses that are mailed together."""

    @operation("POST", "/v1/recipient-lists", effect=Effect.CHANGE, refreshes=("recipient_lists",))
    async def create(
        self,
        *,
        name: str,
        description: str | None = None,
        recipients: Sequence[str] | None = None,
    ) -> RecipientList:
        """Create a recipient list.

        Args:
            name: what people call it.
            description: who is on it.
            recipients: their addresses.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/recipient-lists", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[RecipientList]:
        """List recipient lists; the addresses come only with a single one.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("GET", "/v1/recipient-lists/{id}")
    async def get(self, id: str) -> RecipientList:
        """Get one recipient list with its addresses.

        Args:
            id: the recipient list's id.

        Raises:
            NotFound: there is no such recipient list.
        """

    @operation("PUT", "/v1/recipient-lists/{id}", effect=Effect.CHANGE, refreshes=("recipient_lists",))
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        recipients: Sequence[str] | None = None,
    ) -> RecipientList:
        """Update a recipient list; fields that are left out stay as they are.

        Args:
            id: the recipient list's id.
            name: what people call it.
            description: who is on it.
            recipients: all their addresses; they replace the old ones.

        Raises:
            NotFound: there is no such recipient list.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/recipient-lists/{id}", effect=Effect.DESTROY, refreshes=("recipient_lists",))
    async def delete(self, id: str) -> Done:
        """Delete a recipient list.

        Args:
            id: the recipient list's id.

        Raises:
            NotFound: there is no such recipient list.
        """
