"""Invalid addresses: those that no mail can reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.invalid_emails import InvalidEmail


class InvalidEmails(Resource, id="invalid_emails", section="Invalid Emails"):
    """Addresses that were found not to exist."""

    @operation("GET", "/v1/invalid-emails", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[InvalidEmail]:
        """List invalid addresses.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/invalid-emails/{email}")
    async def get(self, email: str) -> InvalidEmail:
        """Get one invalid address and why it is one.

        Args:
            email: the address.

        Raises:
            NotFound: there is no such invalid address (``INVALID_EMAIL_NOT_FOUND``).
        """

    @operation("DELETE", "/v1/invalid-emails/{email}", effect=Effect.DESTROY, refreshes=("invalid_emails",))
    async def delete(self, email: str) -> Done:
        """Take one address off the list of invalid ones; mail to it is tried again.

        Mail to an address that does not exist bounces, and bounces cost reputation.

        Args:
            email: the address.

        Raises:
            NotFound: there is no such invalid address (``INVALID_EMAIL_NOT_FOUND``).
        """

    @operation("DELETE", "/v1/invalid-emails", effect=Effect.DESTROY, refreshes=("invalid_emails",))
    async def delete_all(self) -> Done:
        """Take every address off the list of invalid ones; mail to all of them is tried again.

        This cannot be undone. Mail to addresses that do not exist bounces, and bounces cost reputation.
        """
