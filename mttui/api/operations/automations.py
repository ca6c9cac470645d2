"""Automations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.automations import Automation
    from ..models.base import Done


class Automations(Resource, id="automations", section="Automation"):
    """Automations."""

    @operation("POST", "/v1/automations", effect=Effect.CHANGE, refreshes=("automations",))
    async def create(self, *, name: str | None = None) -> Automation:
        """Create an automation (triggered email sequence).

        Args:
            name: what people call it.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/automations")
    async def list(self) -> Page[Automation]:
        """List automations."""

    @operation("GET", "/v1/automations/{id}")
    async def get(self, id: str) -> Automation:
        """Get one automation.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "PUT",
        "/v1/automations/{id}",
        effect=Effect.CHANGE,
        refreshes=("automations",),
        alternate_method="PATCH",
    )
    async def update(self, id: str, *, name: str | None = None) -> Automation:
        """Update an automation.

        Args:
            id: the automation's id.
            name: what people call it.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/automations/{id}", effect=Effect.DESTROY, refreshes=("automations",))
    async def delete(self, id: str) -> Done:
        """Delete an automation.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("POST", "/v1/automations/{id}/activate", effect=Effect.SEND, refreshes=("automations",))
    async def activate(self, id: str) -> Automation:
        """Activate an automation.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is none of that id.
        """
