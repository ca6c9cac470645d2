"""Message events: what happened to single messages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..operation import Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.events import MessageEvent


class Events(Resource, id="events", section="Message Events"):
    """The stream of message events."""

    @operation("GET", "/v1/events", paged=True)
    async def list(
        self,
        *,
        event: Literal["delivered", "opened", "clicked", "bounced", "complained", "unsubscribed"]
        | None = None,
        email: str | None = None,
        campaign_id: str | None = None,
        date_from: When | None = None,
        date_to: When | None = None,
        page: int | None = None,
        per_page: int | None = None,
    ) -> Page[MessageEvent]:
        """List message events.

        Args:
            event: what happened.
            email: the recipient's address.
            campaign_id: only messages of this campaign.
            date_from: start of the range.
            date_to: end of the range.
            page: page number from 1.
            per_page: rows a page, 100 at most.
        """

    @operation("GET", "/v1/events/{messageId}")
    async def list_by_message(self, message_id: str) -> Page[MessageEvent]:
        """List all that happened to one message, in order of time.

        Args:
            message_id: the message's id.

        Raises:
            NotFound: there is no such message (``MESSAGE_NOT_FOUND``).
        """
