"""Scheduled messages: single messages that are queued for later."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done, When
    from ..models.scheduled_messages import ScheduledMessage


class ScheduledMessages(Resource, id="scheduled_messages", section="Scheduled Messages"):
    """Messages that wait for their time."""

    @operation("GET", "/v1/scheduled-messages", paged=True)
    async def list(
        self,
        *,
        date_from: When | None = None,
        date_to: When | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[ScheduledMessage]:
        """List messages that are queued for later.

        Args:
            date_from: start of the range.
            date_to: end of the range.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/scheduled-messages/{id}")
    async def get(self, id: str) -> ScheduledMessage:
        """Get one scheduled message in full.

        Args:
            id: the scheduled message's id.

        Raises:
            NotFound: there is no such message, or it has gone out.
        """

    @operation(
        "PUT",
        "/v1/scheduled-messages/{id}",
        effect=Effect.SEND,
        refreshes=("scheduled_messages", "sending_queues"),
        alternate_method="PATCH",
    )
    async def update(self, id: str, *, scheduled_for: datetime) -> ScheduledMessage:
        """Change when a scheduled message goes out.

        Args:
            id: the scheduled message's id.
            scheduled_for: the new time; it must be in the future.

        Raises:
            NotFound: there is no such message, or it has gone out.
            Unprocessable: the time is past.
        """

    @operation(
        "DELETE",
        "/v1/scheduled-messages/{id}",
        effect=Effect.DESTROY,
        refreshes=("scheduled_messages", "sending_queues"),
    )
    async def cancel(self, id: str) -> Done:
        """Cancel a scheduled message: it will not go out.

        Args:
            id: the scheduled message's id.

        Raises:
            NotFound: there is no such message, or it has gone out.
        """
