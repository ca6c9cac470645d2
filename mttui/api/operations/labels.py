"""Labels: groups of contacts that campaigns go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.labels import Label


class Labels(Resource, id="labels", section="Labels"):
    """Labels that group contacts."""

    @operation("POST", "/v1/labels", effect=Effect.CHANGE, refreshes=("labels",))
    async def create(self, *, name: str, description: str | None = None, color: str | None = None) -> Label:
        """Create a label for grouping contacts.

        Args:
            name: what people call it, as ``VIP``.
            description: what the label stands for.
            color: as ``#FF6B6B``.

        Raises:
            Unprocessable: there is no name.
        """

    @operation("GET", "/v1/labels", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[Label]:
        """List labels, with paging and simple search.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("GET", "/v1/labels/{id}")
    async def get(self, id: str) -> Label:
        """Get one label.

        Args:
            id: the label's id.

        Raises:
            NotFound: there is no such label.
        """

    @operation("PUT", "/v1/labels/{id}", effect=Effect.CHANGE, refreshes=("labels",))
    async def update(
        self, id: str, *, name: str | None = None, description: str | None = None, color: str | None = None
    ) -> Label:
        """Update a label; fields that are left out stay as they are.

        Args:
            id: the label's id.
            name: what people call it, as ``VIP``.
            description: what the label stands for.
            color: as ``#FF6B6B``.

        Raises:
            NotFound: there is no such label.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/labels/{id}", effect=Effect.DESTROY, refreshes=("labels",))
    async def delete(self, id: str) -> Done:
        """Delete a label; its contacts stay, without it.

        Args:
            id: the label's id.

        Raises:
            NotFound: there is no such label.
        """
