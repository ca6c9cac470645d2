"""Designs: content for messages, one's own and ready-made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.designs import Design, PrebuiltDesign


class DesignsPrebuilt(Resource, id="designs.prebuilt", section="Designs"):
    """Designs that the platform has ready."""

    @operation("GET", "/v1/designs/prebuilt")
    async def list(self) -> Page[PrebuiltDesign]:
        """List the designs that the platform has ready."""

    @operation("GET", "/v1/designs/prebuilt/{id}")
    async def get(self, id: str) -> PrebuiltDesign:
        """Get one prebuilt design.

        Args:
            id: the prebuilt design's id.

        Raises:
            NotFound: there is no such prebuilt design (``DESIGN_NOT_FOUND``).
        """

    @operation(
        "POST", "/v1/designs/prebuilt/{id}/duplicate", effect=Effect.CHANGE, refreshes=("designs.prebuilt",)
    )
    async def duplicate(self, id: str) -> PrebuiltDesign:
        """Make a design of one's own from a prebuilt one.

        Args:
            id: the prebuilt design's id.

        Raises:
            NotFound: there is no such prebuilt design (``DESIGN_NOT_FOUND``).
        """


class Designs(Resource, id="designs", section="Designs"):
    """Designs of one's own."""

    prebuilt = Child(DesignsPrebuilt)

    @operation("GET", "/v1/designs", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[Design]:
        """List designs of one's own.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("POST", "/v1/designs", effect=Effect.CHANGE, refreshes=("designs",))
    async def create(
        self,
        *,
        name: str | None = None,
        html_content: str | None = None,
        text_content: str | None = None,
        subject: str | None = None,
        category: str | None = None,
    ) -> Design:
        """Create a design.

        Args:
            name: what people call it.
            html_content: the message as HTML.
            text_content: the message as plain text.
            subject: the subject line.
            category: under what it is filed, as ``newsletter``; free text.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("GET", "/v1/designs/{id}")
    async def get(self, id: str) -> Design:
        """Get one design.

        Args:
            id: the design's id.

        Raises:
            NotFound: there is no such design (``DESIGN_NOT_FOUND``).
        """

    @operation(
        "PUT", "/v1/designs/{id}", effect=Effect.CHANGE, refreshes=("designs",), alternate_method="PATCH"
    )
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        html_content: str | None = None,
        text_content: str | None = None,
        subject: str | None = None,
        category: str | None = None,
    ) -> Design:
        """Update a design; fields that are left out stay as they are.

        Args:
            id: the design's id.
            name: what people call it.
            html_content: the message as HTML.
            text_content: the message as plain text.
            subject: the subject line.
            category: under what it is filed, as ``newsletter``; free text.

        Raises:
            NotFound: there is no such design (``DESIGN_NOT_FOUND``).
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/designs/{id}", effect=Effect.DESTROY, refreshes=("designs",))
    async def delete(self, id: str) -> Done:
        """Delete a design.

        Args:
            id: the design's id.

        Raises:
            NotFound: there is no such design (``DESIGN_NOT_FOUND``).
        """

    @operation("POST", "/v1/designs/{id}/duplicate", effect=Effect.CHANGE, refreshes=("designs",))
    async def duplicate(self, id: str) -> Design:
        """Make a copy of a design.

        Args:
            id: the design's id.

        Raises:
            NotFound: there is no such design (``DESIGN_NOT_FOUND``).
        """
