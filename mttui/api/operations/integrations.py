"""Integrations: other services that the platform works with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from ..operation import Body, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.integrations import Integration


class Integrations(Resource, id="integrations", section="Integrations"):
    """Other services that the platform works with."""

    @operation("GET", "/v1/integrations")
    async def list(self) -> Page[Integration]:
        """List all integrations."""

    @operation("POST", "/v1/integrations", effect=Effect.CHANGE, refreshes=("integrations",))
    async def create(
        self,
        *,
        name: str,
        provider: str | None = None,
        config: Mapping[str, Any] | None = None,
        active: bool | None = None,
    ) -> Integration:
        """Create an integration.

        Args:
            name: what people call it.
            provider: the service, as ``slack``.
            config: what the service needs, by names of its own; may hold credentials.
            active: whether it is used.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/integrations/{id}")
    async def get(self, id: str) -> Integration:
        """Get one integration.

        Args:
            id: the integration's id.

        Raises:
            NotFound: there is no such integration (``INTEGRATION_NOT_FOUND``).
        """

    @operation(
        "PUT",
        "/v1/integrations/{id}",
        effect=Effect.CHANGE,
        refreshes=("integrations",),
        alternate_method="PATCH",
    )
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        provider: str | None = None,
        config: Mapping[str, Any] | None = None,
        active: bool | None = None,
    ) -> Integration:
        """Update an integration; fields that are left out stay as they are.

        Args:
            id: the integration's id.
            name: what people call it.
            provider: the service, as ``slack``.
            config: what the service needs; it replaces the old one as a whole.
            active: whether it is used.

        Raises:
            NotFound: there is no such integration (``INTEGRATION_NOT_FOUND``).
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/integrations/{id}", effect=Effect.DESTROY, refreshes=("integrations",))
    async def delete(self, id: str) -> Done:
        """Delete an integration.

        Args:
            id: the integration's id.

        Raises:
            NotFound: there is no such integration (``INTEGRATION_NOT_FOUND``).
        """

    @operation("DELETE", "/v1/integrations/bulk", effect=Effect.DESTROY, refreshes=("integrations",))
    async def bulk_delete(self, *, ids: Annotated[Sequence[str], Body]) -> Done:
        """Delete several integrations at once.

        Args:
            ids: their ids.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
            NotFound: one of them does not exist; then none is deleted in the sandbox.
        """
