"""Senders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.senders import Sender


class Senders(Resource, id="senders", section="Senders"):
    """Senders."""

    @operation("POST", "/v1/senders", effect=Effect.CHANGE, refreshes=("senders",))
    async def create(self, *, name: str, email: str) -> Sender:
        """Create a sender identity.

        Args:
            name: name.
            email: email.

        Raises:
            Unprocessable: a field is missing or not accepted.
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
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/senders/{id}", effect=Effect.CHANGE, refreshes=("senders",))
    async def update(
        self, id: str, *, name: str | None = None, email: str | None = None, assignment: str | None = None
    ) -> Sender:
        """Update a sender identity.

        Args:
            id: the sender's id.
            name: the name that readers see.
            email: the address; a new one must be verified anew.
            assignment: to whom the sender belongs; free text of the SDK.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/senders/{id}", effect=Effect.DESTROY, refreshes=("senders",))
    async def delete(self, id: str) -> Done:
        """Delete a sender identity.

        Args:
            id: the sender's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/senders/{id}/verify", effect=Effect.SEND, refreshes=("senders",))
    async def verify(self, id: str) -> Done:
        """Send the verification email for a sender.

        Args:
            id: the sender's id.

        Raises:
            NotFound: there is none of that id.
        """
