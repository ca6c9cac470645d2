"""Mailing lists: addresses that one address stands for, and their members."""

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
    """Who is on a mailing list."""

    @operation("GET", "/v1/mailing-lists/{id}/members", paged=True)
    async def list(self, id: str, *, page: int | None = None, per_page: int | None = None) -> Page[Member]:
        """List the members of a mailing list.

        Args:
            id: the mailing list's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is no such mailing list.
        """

    @operation(
        "POST", "/v1/mailing-lists/{id}/members", effect=Effect.CHANGE, refreshes=("mailing_lists.members",)
    )
    async def create(
        self,
        id: str,
        *,
        email: str,
        name: str | None = None,
        vars: Mapping[str, Any] | None = None,
    ) -> Member:
        """Add a member to a mailing list.

        Args:
            id: the mailing list's id.
            email: the member's address.
            name: the member's name.
            vars: values for the merge tags of mail to the list, by their names.

        Raises:
            NotFound: there is no such mailing list.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
            Conflict: the address is on the list.
        """

    @operation(
        "POST",
        "/v1/mailing-lists/{id}/members/bulk",
        effect=Effect.CHANGE,
        refreshes=("mailing_lists.members",),
    )
    async def bulk_create(self, id: str, *, members: Sequence[MemberInput]) -> MembersAdded:
        """Add several members to a mailing list; those that are on it count as skipped.

        Args:
            id: the mailing list's id.
            members: the new members.

        Raises:
            NotFound: there is no such mailing list.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/mailing-lists/{id}/members/{email}")
    async def get(self, id: str, email: str) -> Member:
        """Get one member of a mailing list.

        Args:
            id: the mailing list's id.
            email: the member's address.

        Raises:
            NotFound: there is no such mailing list or member.
        """

    @operation(
        "PUT",
        "/v1/mailing-lists/{id}/members/{email}",
        effect=Effect.CHANGE,
        refreshes=("mailing_lists.members",),
        alternate_method="PATCH",
    )
    async def update(
        self,
        id: str,
        email: str,
        *,
        name: str | None = None,
        vars: Mapping[str, Any] | None = None,
        subscribed: bool | None = None,
    ) -> Member:
        """Update a member of a mailing list; fields that are left out stay as they are.

        Args:
            id: the mailing list's id.
            email: the member's address.
            name: the member's name.
            vars: values for the merge tags of mail to the list, by their names; they replace the old ones.
            subscribed: whether mail to the list goes to it.

        Raises:
            NotFound: there is no such mailing list or member.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            id: the mailing list's id.
            email: the member's address.

        Raises:
            NotFound: there is no such mailing list or member.
        """


class MailingLists(Resource, id="mailing_lists", section="Mailing Lists"):
    """Addresses that stand for many."""

    members = Child(MailingListsMembers)

    @operation("GET", "/v1/mailing-lists", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[MailingList]:
        """List mailing lists, paginated.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("POST", "/v1/mailing-lists", effect=Effect.CHANGE, refreshes=("mailing_lists",))
    async def create(self, *, address: str, name: str, description: str | None = None) -> MailingList:
        """Create a mailing list.

        Args:
            address: the list's own address, as ``newsletter@lists.example.com``.
            name: what people call it.
            description: what is sent to it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/mailing-lists/{id}")
    async def get(self, id: str) -> MailingList:
        """Get one mailing list.

        Args:
            id: the mailing list's id.

        Raises:
            NotFound: there is no such mailing list.
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
        """Update a mailing list; fields that are left out and the address stay.

        Args:
            id: the mailing list's id.
            name: what people call it.
            description: what is sent to it.

        Raises:
            NotFound: there is no such mailing list.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/mailing-lists/{id}", effect=Effect.DESTROY, refreshes=("mailing_lists",))
    async def delete(self, id: str) -> Done:
        """Delete a mailing list.

        Args:
            id: the mailing list's id.

        Raises:
            NotFound: there is no such mailing list.
        """
