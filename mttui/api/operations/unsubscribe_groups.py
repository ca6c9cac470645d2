"""Unsubscribe groups: kinds of mail that a person can opt out of one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.unsubscribe_groups import UnsubscribeGroup, UnsubscribeGroupMember


class UnsubscribeGroupsEmails(Resource, id="unsubscribe_groups.emails", section="Unsubscribe Groups"):
    """Who opted out of a kind of mail."""

    @operation(
        "POST",
        "/v1/unsubscribe-groups/{id}/emails",
        effect=Effect.CHANGE,
        refreshes=("unsubscribe_groups.emails",),
    )
    async def create(self, id: str, *, emails: Sequence[str]) -> UnsubscribeGroupMember:
        """Opt addresses out of a group's mail.

        Args:
            id: the unsubscribe group's id.
            emails: the addresses.

        Raises:
            NotFound: there is no such unsubscribe group.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/unsubscribe-groups/{id}/emails", paged=True)
    async def list(
        self, id: str, *, page: int | None = None, per_page: int | None = None
    ) -> Page[UnsubscribeGroupMember]:
        """List the addresses that opted out of a group's mail.

        Args:
            id: the unsubscribe group's id.
            page: page number from 1.
            per_page: rows a page, 100 at most.

        Raises:
            NotFound: there is no such unsubscribe group.
        """

    @operation(
        "DELETE",
        "/v1/unsubscribe-groups/{id}/emails/{email}",
        effect=Effect.DESTROY,
        refreshes=("unsubscribe_groups.emails",),
    )
    async def delete(self, id: str, email: str) -> Done:
        """Let an address get a group's mail again.

        Args:
            id: the unsubscribe group's id.
            email: the address.

        Raises:
            NotFound: there is no such group, or the address is not in it.
        """


class UnsubscribeGroups(Resource, id="unsubscribe_groups", section="Unsubscribe Groups"):
    """Kinds of mail that a person can opt out of."""

    emails = Child(UnsubscribeGroupsEmails)

    @operation("POST", "/v1/unsubscribe-groups", effect=Effect.CHANGE, refreshes=("unsubscribe_groups",))
    async def create(self, *, name: str, description: str | None = None) -> UnsubscribeGroup:
        """Create an unsubscribe group.

        Args:
            name: what people call it, as ``Marketing``.
            description: what readers are told it is.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such unsubscribe group.
        """

    @operation("PUT", "/v1/unsubscribe-groups/{id}", effect=Effect.CHANGE, refreshes=("unsubscribe_groups",))
    async def update(
        self, id: str, *, name: str | None = None, description: str | None = None
    ) -> UnsubscribeGroup:
        """Update an unsubscribe group; fields that are left out stay as they are.

        Args:
            id: the unsubscribe group's id.
            name: what people call it, as ``Marketing``.
            description: what readers are told it is.

        Raises:
            NotFound: there is no such unsubscribe group.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "DELETE", "/v1/unsubscribe-groups/{id}", effect=Effect.DESTROY, refreshes=("unsubscribe_groups",)
    )
    async def delete(self, id: str) -> Done:
        """Delete an unsubscribe group and what is known of who opted out of it.

        Args:
            id: the unsubscribe group's id.

        Raises:
            NotFound: there is no such unsubscribe group.
        """
