"""Unsubscribe groups."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.unsubscribe_groups import UnsubscribeGroup, UnsubscribeGroupMember


class UnsubscribeGroupsEmails(Resource, id="unsubscribe_groups.emails", section="Unsubscribe Groups"):
    """Unsubscribe groups emails."""

    @operation(
        "POST",
        "/v1/unsubscribe-groups/{id}/emails",
        effect=Effect.CHANGE,
        refreshes=("unsubscribe_groups.emails",),
    )
    async def create(self, id: str, *, emails: Sequence[str] | None = None) -> UnsubscribeGroupMember:
        """Add addresses to an unsubscribe group.

        Args:
            id: the email's id.
            emails: emails.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/unsubscribe-groups/{id}/emails", paged=True)
    async def list(
        self, id: str, *, page: int | None = None, per_page: int | None = None
    ) -> Page[UnsubscribeGroupMember]:
        """List the addresses in an unsubscribe group.

        Args:
            id: the email's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "DELETE",
        "/v1/unsubscribe-groups/{id}/emails/{email}",
        effect=Effect.DESTROY,
        refreshes=("unsubscribe_groups.emails",),
    )
    async def delete(self, id: str, email: str) -> Done:
        """Remove an address from an unsubscribe group.

        Args:
            id: the email's id.
            email: the email's email.

        Raises:
            NotFound: there is none of that id.
        """


class UnsubscribeGroups(Resource, id="unsubscribe_groups", section="Unsubscribe Groups"):
    """Unsubscribe groups."""

    emails = Child(UnsubscribeGroupsEmails)

    @operation("POST", "/v1/unsubscribe-groups", effect=Effect.CHANGE, refreshes=("unsubscribe_groups",))
    async def create(self, *, name: str | None = None, description: str | None = None) -> UnsubscribeGroup:
        """Create an unsubscribe group.

        Args:
            name: name, as ``Marketing``.
            description: description, as ``Marketing emails opt-out``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/unsubscribe-groups")
    async def list(self) -> Page[UnsubscribeGroup]:
        """List unsubscribe groups."""

    @operation("GET", "/v1/unsubscribe-groups/{id}")
    async def get(self, id: str) -> UnsubscribeGroup:
        """Get one unsubscribe group.

        Args:
            id: the unsubscribe group's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/unsubscribe-groups/{id}", effect=Effect.CHANGE, refreshes=("unsubscribe_groups",))
    async def update(
        self, id: str, *, name: str | None = None, description: str | None = None
    ) -> UnsubscribeGroup:
        """Update an unsubscribe group.

        Args:
            id: the unsubscribe group's id.
            name: what people call it, as ``Marketing``.
            description: what readers are told it is.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "DELETE", "/v1/unsubscribe-groups/{id}", effect=Effect.DESTROY, refreshes=("unsubscribe_groups",)
    )
    async def delete(self, id: str) -> Done:
        """Delete an unsubscribe group.

        Args:
            id: the unsubscribe group's id.

        Raises:
            NotFound: there is none of that id.
        """
