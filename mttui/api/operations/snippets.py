"""Snippets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.snippets import Snippet


class Snippets(Resource, id="snippets", section="Snippets"):
    """Snippets."""

    @operation("POST", "/v1/snippets", effect=Effect.CHANGE, refreshes=("snippets",))
    async def create(
        self, *, name: str | None = None, html: str | None = None, text: str | None = None
    ) -> Snippet:
        """Create a snippet (reusable content block).

        Args:
            name: name, as ``Footer CTA``.
            html: html.
            text: text, as ``Sign Up Now: https://example.com``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/snippets")
    async def list(self) -> Page[Snippet]:
        """List all snippets (not paginated)."""

    @operation("GET", "/v1/snippets/{id}")
    async def get(self, id: str) -> Snippet:
        """Get one snippet.

        Args:
            id: the snippet's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/snippets/{id}", effect=Effect.CHANGE, refreshes=("snippets",))
    async def update(self, id: str, *, name: str | None = None, html: str | None = None) -> Snippet:
        """Update a snippet.

        Args:
            id: the snippet's id.
            name: name, as ``Updated Footer CTA``.
            html: html.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/snippets/{id}", effect=Effect.DESTROY, refreshes=("snippets",))
    async def delete(self, id: str) -> Done:
        """Delete a snippet.

        Args:
            id: the snippet's id.

        Raises:
            NotFound: there is none of that id.
        """
