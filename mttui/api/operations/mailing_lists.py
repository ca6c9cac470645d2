"""Mailing lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.mailing_lists import (
        MailingList,
        Member,
        MemberInput,
        MembersAdded,
    )


class MailingListsMembers(Resource, id="mailing_lists.members", section="Mailing Lists"):
    """Mailing lists members."""

    @operation("GET", "/v1/mailing-lists/{id}/members", paged=True)
    async def list(self, id: str, *, page: int | None = None, per_page: int | None = None) -> Page[Member]:
        """List the members of a mailing list, paginated.

        Args:
            id: the member's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "POST", "/v1/mailing-lists/{id}/members", effect=Effect.CHANGE, refreshes=("mailing_lists.members",)
    )
    async def create(
        self,
        id: str,
        *,
        email: str | None = None,
        name: str | None = None,
        vars: Mapping[str, Any] | None = None,
    ) -> Member:
        """Add a member to a mailing list.

        Args:
            id: the member's id.
            email: email, as ``user@example.com``.
            name: name, as ``John Doe``.
            vars: vars.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "POST",
        "/v1/mailing-lists/{id}/members/bulk",
        effect=Effect.CHANGE,
        refreshes=("mailing_lists.members",),
    )
    async def bulk_create(self, id: str, *, members: Sequence[MemberInput] | None = None) -> MembersAdded:
        """Add several members to a mailing list.

        Args:
            id: the member's id.
            members: members.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/mailing-lists/{id}/members/{email}")
    async def get(self, id: str, email: str) -> Member:
        """Get one member of a mailing list.

        Args:
            id: the member's id.
            email: the member's email.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "PUT",
        "/v1/mailing-lists/{id}/members/{email}",
        effect=Effect.CHANGE,
        refreshes=("mailing_lists.members",),
        alternate_method="PATCH",
    )
    async def update(
        self, id: str, email: str, *, name: str | None = None, subscribed: bool | None = None
    ) -> Member:
        """Update a member of a mailing list.

        Args:
            id: the member's id.
            email: the member's email.
            name: name, as ``Updated Name``.
            subscribed: subscribed.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "DELETE",
        "/v1/mailing-lists/{id}/members/{email}",
        effect=Effect.DESTROY,
        refreshes=("mailing_lists.members",),
    )
    async def delete(self, id: str, email: str) -> Done:
        """Remove a member from a mailing list.

        Args:
            id: the member's id.
            email: the member's email.

        Raises:
            NotFound: there is none of that id.
        """


class MailingLists(Resource, id="mailing_lists", section="Mailing Lists"):
    """Mailing lists."""

    members = Child(MailingListsMembers)

    @operation("GET", "/v1/mailing-lists", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[MailingList]:
        """List mailing lists, paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("POST", "/v1/mailing-lists", effect=Effect.CHANGE, refreshes=("mailing_lists",))
    async def create(
        self, *, address: str | None = None, name: str | None = None, description: str | None = None
    ) -> MailingList:
        """Create a mailing list.

        Args:
            address: address, as ``newsletter@lists.example.com``.
            name: name, as ``Newsletter``.
            description: description, as ``Monthly newsletter``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/mailing-lists/{id}")
    async def get(self, id: str) -> MailingList:
        """Get one mailing list.

        Args:
            id: the mailing list's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "PUT",
        "/v1/mailing-lists/{id}",
        effect=Effect.CHANGE,
        refreshes=("mailing_lists",),
        alternate_method="PATCH",
    )
    async def update(
        self, id: str, *, name: str | None = None, description: str | None = None
    ) -> MailingList:
        """Update a mailing list.

        Args:
            id: the mailing list's id.
            name: name, as ``Updated Newsletter``.
            description: description, as ``Weekly newsletter``.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/mailing-lists/{id}", effect=Effect.DESTROY, refreshes=("mailing_lists",))
    async def delete(self, id: str) -> Done:
        """Delete a mailing list.

        Args:
            id: the mailing list's id.

        Raises:
            NotFound: there is none of that id.
        """
