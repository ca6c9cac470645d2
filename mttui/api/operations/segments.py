"""Segments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.segments import Segment, SegmentRuleInput


class Segments(Resource, id="segments", section="Segments"):
    """Segments."""

    @operation("POST", "/v1/segments", effect=Effect.CHANGE, refreshes=("segments",))
    async def create(
        self,
        *,
        name: str,
        description: str | None = None,
        rules: Sequence[SegmentRuleInput],
    ) -> Segment:
        """Create a segment of contacts from rules.

        Args:
            name: name, as ``Active Jakarta Contacts``.
            description: description.
            rules: rules.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/segments", paged=True)
    async def list(
        self, *, page: int | None = None, per_page: int | None = None, search: str | None = None
    ) -> Page[Segment]:
        """List segments, with paging and simple search.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
            search: words to look for.
        """

    @operation("GET", "/v1/segments/{id}")
    async def get(self, id: str) -> Segment:
        """Get one segment.

        Args:
            id: the segment's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/segments/{id}", effect=Effect.CHANGE, refreshes=("segments",))
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        rules: Sequence[SegmentRuleInput] | None = None,
    ) -> Segment:
        """Partially update a segment.

        Args:
            id: the segment's id.
            name: name, as ``High Value Jakarta Contacts``.
            description: description, as ``Updated segment description``.
            rules: rules.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation("DELETE", "/v1/segments/{id}", effect=Effect.DESTROY, refreshes=("segments",))
    async def delete(self, id: str) -> Done:
        """Delete a segment.

        Args:
            id: the segment's id.

        Raises:
            NotFound: there is none of that id.
        """
