"""Automations: mail that goes out by itself when something happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.automations import Automation
    from ..models.base import Done


class Automations(Resource, id="automations", section="Automation"):
    """Mail that goes out by itself."""

    @operation("POST", "/v1/automations", effect=Effect.CHANGE, refreshes=("automations",))
    async def create(self, *, name: str) -> Automation:
        """Create an automation as a draft; no mail goes out before it is activated.

        No source names fields for its trigger and its messages: they are set where it was designed.

        Args:
            name: what people call it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such automation.
        """

    @operation(
        "PUT",
        "/v1/automations/{id}",
        effect=Effect.CHANGE,
        refreshes=("automations",),
        alternate_method="PATCH",
    )
    async def update(self, id: str, *, name: str | None = None) -> Automation:
        """Rename an automation.

        Args:
            id: the automation's id.
            name: what people call it.

        Raises:
            NotFound: there is no such automation.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/automations/{id}", effect=Effect.DESTROY, refreshes=("automations",))
    async def delete(self, id: str) -> Done:
        """Delete an automation; nothing more goes out by it.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is no such automation.
        """

    @operation("POST", "/v1/automations/{id}/activate", effect=Effect.SEND, refreshes=("automations",))
    async def activate(self, id: str) -> Automation:
        """Let an automation send, to everyone who meets its trigger from now on.

        Args:
            id: the automation's id.

        Raises:
            NotFound: there is no such automation.
            Conflict: it is active already.
        """
