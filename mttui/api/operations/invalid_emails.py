"""Invalid emails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.invalid_emails import InvalidEmail


class InvalidEmails(Resource, id="invalid_emails", section="Invalid Emails"):
    """Invalid emails."""

    @operation("GET", "/v1/invalid-emails", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[InvalidEmail]:
        """List invalid addresses, paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/invalid-emails/{email}")
    async def get(self, email: str) -> InvalidEmail:
        """Get one invalid address.

        Args:
            email: the invalid email's email.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/invalid-emails/{email}", effect=Effect.DESTROY, refreshes=("invalid_emails",))
    async def delete(self, email: str) -> Done:
        """Remove one invalid address.

        Args:
            email: the invalid email's email.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("DELETE", "/v1/invalid-emails", effect=Effect.DESTROY, refreshes=("invalid_emails",))
    async def delete_all(self) -> Done:
        """Remove every invalid address."""
