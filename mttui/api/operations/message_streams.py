"""Message streams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.message_streams import MessageStream


class MessageStreams(Resource, id="message_streams", section="Message Streams"):
    """Message streams."""

    @operation("POST", "/v1/message-streams", effect=Effect.CHANGE, refreshes=("message_streams",))
    async def create(
        self, *, name: str | None = None, type: str | None = None, description: str | None = None
    ) -> MessageStream:
        """Create a message stream; type defaults to transactional.

        Args:
            name: name, as ``Transactional Emails``.
            type: type, as ``transactional``.
            description: description, as ``Order confirmations and receipts``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/message-streams")
    async def list(self) -> Page[MessageStream]:
        """List all message streams."""

    @operation("GET", "/v1/message-streams/{id}")
    async def get(self, id: str) -> MessageStream:
        """Get one message stream.

        Args:
            id: the message stream's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation("PUT", "/v1/message-streams/{id}", effect=Effect.CHANGE, refreshes=("message_streams",))
    async def update(
        self,
        id: str,
        *,
        name: str | None = None,
        type: str | None = None,
        description: str | None = None,
        active: bool | None = None,
    ) -> MessageStream:
        """Update a message stream.

        Args:
            id: the message stream's id.
            name: name, as ``Marketing Emails``.
            type: type, as ``marketing``.
            description: description, as ``Promotional campaigns``.
            active: active.

        Raises:
            NotFound: there is none of that id.
            Unprocessable: a field is missing or not accepted.
        """

    @operation(
        "POST", "/v1/message-streams/{id}/archive", effect=Effect.CHANGE, refreshes=("message_streams",)
    )
    async def archive(self, id: str) -> Done:
        """Archive a message stream.

        Args:
            id: the message stream's id.

        Raises:
            NotFound: there is none of that id.
        """

    @operation(
        "POST", "/v1/message-streams/{id}/unarchive", effect=Effect.CHANGE, refreshes=("message_streams",)
    )
    async def unarchive(self, id: str) -> Done:
        """Restore an archived message stream.

        Args:
            id: the message stream's id.

        Raises:
            NotFound: there is none of that id.
        """
