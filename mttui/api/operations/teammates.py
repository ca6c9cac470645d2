"""Teammates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.teammates import Teammate


class Teammates(Resource, id="teammates", section="Teammates"):
    """Teammates."""

    @operation("POST", "/v1/teammates", effect=Effect.SEND, refreshes=("teammates",))
    async def create(
        self, *, email: str | None = None, name: str | None = None, role: str | None = None
    ) -> Teammate:
        """Invite a teammate.

        Args:
            email: email, as ``dev@mailtarget.co``.
            name: name, as ``Dev Team``.
            role: role, as ``developer``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/teammates")
    async def list(self) -> Page[Teammate]:
        """List teammates."""

    @operation("GET", "/v1/teammates/{id}")
    async def get(self, id: str) -> Teammate:
        """Get one teammate.

        Args:
            id: the teammate's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/teammates/{id}", effect=Effect.CHANGE, refreshes=("teammates",))
    async def update(self, id: str, *, name: str | None = None, role: str | None = None) -> Teammate:
        """Update a teammate.

        Args:
            id: the teammate's id.
            name: the person's name.
            role: ``admin``, ``editor`` or ``viewer``; the reference's example is ``developer``.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/teammates/{id}", effect=Effect.DESTROY, refreshes=("teammates",))
    async def delete(self, id: str) -> Done:
        """Delete a teammate.

        Args:
            id: the teammate's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/teammates/{id}/resend-invite", effect=Effect.SEND, refreshes=("teammates",))
    async def resend_invite(self, id: str) -> Done:
        """Resend a teammate's invitation.

        Args:
            id: the teammate's id.

        Raises:
            NotFound: there is none of that id.
        """
