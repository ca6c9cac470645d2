"""Message streams: kinds of mail that are kept apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.message_streams import MessageStream


class MessageStreams(Resource, id="message_streams", section="Message Streams"):
    """Kinds of mail that are kept apart."""

    @operation("POST", "/v1/message-streams", effect=Effect.CHANGE, refreshes=("message_streams",))
    async def create(
        self, *, name: str, type: str | None = None, description: str | None = None
    ) -> MessageStream:
        """Create a message stream.

        Args:
            name: what people call it.
            type: ``transactional`` (also where it is left out), ``marketing`` or ``inbound``.
            description: what is sent by it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
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
            NotFound: there is no such message stream.
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
        """Update a message stream; fields that are left out stay as they are.

        Args:
            id: the message stream's id.
            name: what people call it.
            type: ``transactional``, ``marketing`` or ``inbound``.
            description: what is sent by it.
            active: whether it can be sent by.

        Raises:
            NotFound: there is no such message stream.
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """

    @operation(
        "POST", "/v1/message-streams/{id}/archive", effect=Effect.CHANGE, refreshes=("message_streams",)
    )
    async def archive(self, id: str) -> Done:
        """Archive a message stream: it is kept, but no longer used.

        Args:
            id: the message stream's id.

        Raises:
            NotFound: there is no such message stream.
        """

    @operation(
        "POST", "/v1/message-streams/{id}/unarchive", effect=Effect.CHANGE, refreshes=("message_streams",)
    )
    async def unarchive(self, id: str) -> Done:
        """Take an archived message stream back into use.

        Args:
            id: the message stream's id.

        Raises:
            NotFound: there is no such message stream.
        """
