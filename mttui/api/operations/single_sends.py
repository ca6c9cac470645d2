"""Single sends: one mailing, from design to schedule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from ..operation import Body, Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.single_sends import SingleSend


class SingleSendCategories(Resource, id="single_sends.categories", section="Single Sends"):
    """Categories of single sends."""

    @operation("GET", "/v1/single-sends/categories")
    async def list(self) -> Page[str]:
        """List the categories that single sends use."""


class SingleSends(Resource, id="single_sends", section="Single Sends"):
    """Mail that goes out once."""

    categories = Child(SingleSendCategories)

    @operation("GET", "/v1/single-sends", paged=True)
    async def list(self, *, page: int | None = None, per_page: int | None = None) -> Page[SingleSend]:
        """List single sends.

        Args:
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/single-sends/search")
    async def search(self, *, q: str) -> Page[SingleSend]:
        """Search single sends.

        Args:
            q: the word to look for.
        """

    @operation("POST", "/v1/single-sends", effect=Effect.CHANGE, refreshes=("single_sends",))
    async def create(
        self,
        *,
        name: str | None = None,
        subject: str | None = None,
        sender_id: str | None = None,
        list_ids: Sequence[str] | None = None,
        segment_ids: Sequence[str] | None = None,
        design_id: str | None = None,
    ) -> SingleSend:
        """Create a single send as a draft.

        Args:
            name: what people call it.
            subject: the subject line.
            sender_id: id of the sender.
            list_ids: ids of the lists it goes to.
            segment_ids: ids of the segments it goes to.
            design_id: id of its design.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/single-sends/{id}")
    async def get(self, id: str) -> SingleSend:
        """Get one single send.

        Args:
            id: the single send's id.

        Raises:
            NotFound: there is no such single send (``SINGLE_SEND_NOT_FOUND``).
        """

    @operation(
        "PUT",
        "/v1/single-sends/{id}",
        effect=Effect.CHANGE,
        refreshes=("single_sends",),
        alternate_method="PATCH",
    )
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        subject: str | None = None,
        sender_id: str | None = None,
        list_ids: Sequence[str] | None = None,
        segment_ids: Sequence[str] | None = None,
        design_id: str | None = None,
    ) -> SingleSend:
        """Update a single send.

        The reference shows no body for it: the fields are those of creating one, and whether those left
        out stay as they are is not said.

        Args:
            id: the single send's id.
            name: what people call it.
            subject: the subject line.
            sender_id: id of the sender.
            list_ids: ids of the lists it goes to.
            segment_ids: ids of the segments it goes to.
            design_id: id of its design.

        Raises:
            NotFound: there is no such single send (``SINGLE_SEND_NOT_FOUND``).
        """

    @operation(
        "DELETE",
        "/v1/single-sends/{id}",
        effect=Effect.DESTROY,
        refreshes=("single_sends", "sending_queues"),
    )
    async def delete(self, id: str) -> Done:
        """Delete a single send.

        Args:
            id: the single send's id.

        Raises:
            NotFound: there is no such single send (``SINGLE_SEND_NOT_FOUND``).
        """

    @operation(
        "DELETE",
        "/v1/single-sends/bulk",
        effect=Effect.DESTROY,
        refreshes=("single_sends", "sending_queues"),
    )
    async def bulk_delete(self, *, ids: Annotated[Sequence[str], Body]) -> Done:
        """Delete several single sends.

        Args:
            ids: their ids; they travel in the body, which some proxies drop from a DELETE.
        """

    @operation(
        "POST",
        "/v1/single-sends/{id}/duplicate",
        effect=Effect.CHANGE,
        refreshes=("single_sends",),
    )
    async def duplicate(self, id: str) -> SingleSend:
        """Make a copy of a single send, as a draft.

        Args:
            id: the single send's id.

        Raises:
            NotFound: there is no such single send (``SINGLE_SEND_NOT_FOUND``).
        """

    @operation(
        "POST",
        "/v1/single-sends/{id}/schedule",
        effect=Effect.SEND,
        refreshes=("single_sends", "sending_queues"),
    )
    async def schedule(self, id: str, *, send_at: datetime) -> Done:
        """Schedule a single send.

        Args:
            id: the single send's id.
            send_at: when it is to be sent.

        Raises:
            NotFound: there is no such single send.
            Unprocessable: it is not complete, or the time is past.
        """

    @operation(
        "POST",
        "/v1/single-sends/{id}/unschedule",
        effect=Effect.DESTROY,
        refreshes=("single_sends", "sending_queues"),
    )
    async def unschedule(self, id: str) -> Done:
        """Take back the schedule of a single send: it will not go out.

        Args:
            id: the single send's id.

        Raises:
            NotFound: there is no such single send.
        """
