"""Suppression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.suppression import SuppressionInfo


class Suppression(Resource, id="suppression", section="Suppression"):
    """Suppression."""

    @operation("POST", "/v1/suppression", effect=Effect.CHANGE, refreshes=("suppression",))
    async def create(self, *, emails: str | None = None) -> SuppressionInfo:
        """Add addresses to the suppression list.

        Args:
            emails: emails.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/suppression/{email}", effect=Effect.DESTROY, refreshes=("suppression",))
    async def delete(self, email: str) -> Done:
        """Remove an address from the suppression list.

        Args:
            email: the suppression's email.

        Raises:
            NotFound: there is none of that id.
        """
