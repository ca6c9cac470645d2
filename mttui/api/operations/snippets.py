"""Snippets: pieces of content that are used again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.snippets import Snippet


class Snippets(Resource, id="snippets", section="Snippets"):
    """Pieces of content that are used again and again."""

    @operation("POST", "/v1/snippets", effect=Effect.CHANGE, refreshes=("snippets",))
    async def create(self, *, name: str, html: str | None = None, text: str | None = None) -> Snippet:
        """Create a snippet.

        Args:
            name: what people call it.
            html: the piece as HTML.
            text: the piece as plain text.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/snippets")
    async def list(self) -> Page[Snippet]:
        """List all snippets."""

    @operation("GET", "/v1/snippets/{id}")
    async def get(self, id: str) -> Snippet:
        """Get one snippet.

        Args:
            id: the snippet's id.

        Raises:
            NotFound: there is no such snippet.
        """

    @operation("PUT", "/v1/snippets/{id}", effect=Effect.CHANGE, refreshes=("snippets",))
    async def update(
        self, id: str, *, name: str | None = None, html: str | None = None, text: str | None = None
    ) -> Snippet:
        """Update a snippet; fields that are left out stay as they are.

        Args:
            id: the snippet's id.
            name: what people call it.
            html: the piece as HTML.
            text: the piece as plain text.

        Raises:
            NotFound: there is no such snippet.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/snippets/{id}", effect=Effect.DESTROY, refreshes=("snippets",))
    async def delete(self, id: str) -> Done:
        """Delete a snippet.

        Args:
            id: the snippet's id.

        Raises:
            NotFound: there is no such snippet.
        """
