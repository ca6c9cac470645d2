"""Segments: groups of contacts that follow from rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.segments import Segment, SegmentRuleInput


class Segments(Resource, id="segments", section="Segments"):
    """Segments of contacts; who is in one is worked out from its rules."""

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
            name: what people call it; unique, and the platform may rewrite it (words in capitals).
            description: whom it is meant to hold.
            rules: what a contact must meet, all of it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such segment.
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
        """Update a segment; fields that are left out stay as they are.

        Args:
            id: the segment's id.
            name: what people call it; unique, and the platform may rewrite it (words in capitals).
            description: whom it is meant to hold.
            rules: what a contact must meet, all of it; they replace the old ones.

        Raises:
            NotFound: there is no such segment.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation("DELETE", "/v1/segments/{id}", effect=Effect.DESTROY, refreshes=("segments",))
    async def delete(self, id: str) -> Done:
        """Delete a segment; its contacts stay.

        Args:
            id: the segment's id.

        Raises:
            NotFound: there is no such segment.
        """
