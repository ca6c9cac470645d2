"""Senders: the names and addresses that mail comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.senders import Sender


class Senders(Resource, id="senders", section="Senders"):
    """Names and addresses that mail comes from."""

    @operation("POST", "/v1/senders", effect=Effect.CHANGE, refreshes=("senders",))
    async def create(self, *, name: str, email: str) -> Sender:
        """Create a sender.

        Args:
            name: the name that readers see.
            email: the address; its domain must be authenticated for the sender to be permitted.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/senders", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[Sender]:
        """List sender identities, with paging and search.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("GET", "/v1/senders/{id}")
    async def get(self, id: str) -> Sender:
        """Get one sender identity.

        Args:
            id: the sender's id.

        Raises:
            NotFound: there is no such sender.
        """

    @operation("PUT", "/v1/senders/{id}", effect=Effect.CHANGE, refreshes=("senders",))
    async def update(
        self, id: str, *, name: str | None = None, email: str | None = None, assignment: str | None = None
    ) -> Sender:
        """Update a sender; fields that are left out stay as they are.

        Args:
            id: the sender's id.
            name: the name that readers see.
            email: the address; its domain must be authenticated for the sender to be permitted.
            assignment: to whom the sender belongs; only the SDK names it.

        Raises:
            NotFound: there is no such sender.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/senders/{id}", effect=Effect.DESTROY, refreshes=("senders",))
    async def delete(self, id: str) -> Done:
        """Delete a sender.

        Args:
            id: the sender's id.

        Raises:
            NotFound: there is no such sender.
        """

    @operation("POST", "/v1/senders/{id}/verify", effect=Effect.SEND, refreshes=("senders",))
    async def verify(self, id: str) -> Done:
        """Send a sender the mail by which it is verified.

        Args:
            id: the sender's id.

        Raises:
            NotFound: there is no such sender.
        """
