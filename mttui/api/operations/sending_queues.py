"""Sending queues: what waits to go out, and the two things that can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.sending_queues import QueueFigures


class ScheduledQueue(Resource, id="sending_queues.scheduled", section="Sending Queues"):
    """The queue of messages that wait for their time."""

    @operation(
        "DELETE",
        "/v1/sending-queues/scheduled",
        effect=Effect.DESTROY,
        refreshes=("sending_queues", "scheduled_messages"),
    )
    async def purge(self) -> Done:
        """Delete every message in the scheduled queue, whoever sends it. There is no way back."""


class SendingQueues(Resource, id="sending_queues", section="Sending Queues"):
    """The regular and the scheduled queue."""

    scheduled = Child(ScheduledQueue)

    @operation("GET", "/v1/sending-queues")
    async def get(self) -> QueueFigures:
        """Get how many messages are pending, processing and failed in both queues."""

    @operation(
        "POST",
        "/v1/sending-queues/resend",
        effect=Effect.SEND,
        refreshes=("sending_queues", "events"),
    )
    async def resend(self, *, message_id: str) -> Done:
        """Send a failed message again.

        Args:
            message_id: the message's id.

        Raises:
            NotFound: there is no such message.
        """
