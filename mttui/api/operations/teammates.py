"""Teammates: who may work in the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.teammates import Teammate


class Teammates(Resource, id="teammates", section="Teammates"):
    """People who may work in the account."""

    @operation("POST", "/v1/teammates", effect=Effect.SEND, refreshes=("teammates",))
    async def create(self, *, email: str, name: str | None = None, role: str | None = None) -> Teammate:
        """Invite a person into the account; the invitation goes out by mail.

        Args:
            email: the person's address.
            name: the person's name.
            role: ``admin``, ``editor`` or ``viewer``; the reference's example also has ``developer``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such teammate.
        """

    @operation("PUT", "/v1/teammates/{id}", effect=Effect.CHANGE, refreshes=("teammates",))
    async def update(self, id: str, *, name: str | None = None, role: str | None = None) -> Teammate:
        """Update a teammate; fields that are left out stay as they are.

        Args:
            id: the teammate's id.
            name: the person's name.
            role: ``admin``, ``editor`` or ``viewer``; the reference's example also has ``developer``.

        Raises:
            NotFound: there is no such teammate.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/teammates/{id}", effect=Effect.DESTROY, refreshes=("teammates",))
    async def delete(self, id: str) -> Done:
        """Take a person out of the account, or an invitation back.

        Args:
            id: the teammate's id.

        Raises:
            NotFound: there is no such teammate.
        """

    @operation("POST", "/v1/teammates/{id}/resend-invite", effect=Effect.SEND, refreshes=("teammates",))
    async def resend_invite(self, id: str) -> Done:
        """Send a teammate's invitation again.

        Args:
            id: the teammate's id.

        Raises:
            NotFound: there is no such teammate.
            Conflict: it was accepted already (the sandbox's ``TEAMMATE_ALREADY_ACTIVE``).
        """
