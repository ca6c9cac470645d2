"""Batches: many personalised messages handed in at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import Done
    from ..models.batches import Batch, BatchMessage, BatchStatus


class Batches(Resource, id="batches", section="Batch Sending"):
    """Many messages that are sent together."""

    @operation("GET", "/v1/batches")
    async def list(self) -> Page[Batch]:
        """List batches."""

    @operation("POST", "/v1/batches", effect=Effect.CHANGE, refreshes=("batches",))
    async def create(self, *, name: str | None = None, messages: Sequence[BatchMessage]) -> Batch:
        """Create a batch of personalised messages; nothing goes out before it is sent.

        Args:
            name: what people call it.
            messages: the messages, each with its recipients, sender, subject and HTML.

        Raises:
            Unprocessable: a message is not accepted.
        """

    @operation("GET", "/v1/batches/{id}")
    async def get(self, id: str) -> Batch:
        """Get one batch.

        Args:
            id: the batch's id.

        Raises:
            NotFound: there is no such batch.
        """

    @operation(
        "POST",
        "/v1/batches/{id}/send",
        effect=Effect.SEND,
        refreshes=("batches", "sending_queues", "stats"),
    )
    async def send(self, id: str) -> BatchStatus:
        """Start sending a batch.

        Args:
            id: the batch's id.

        Raises:
            NotFound: there is no such batch.
            SendingLimitReached: the day's or the month's limit is used up.
        """

    @operation(
        "DELETE",
        "/v1/batches/{id}",
        effect=Effect.DESTROY,
        refreshes=("batches", "sending_queues"),
    )
    async def cancel(self, id: str) -> Done:
        """Cancel a batch that has not begun to send.

        Args:
            id: the batch's id.

        Raises:
            NotFound: there is no such batch.
            BadRequest: it is already sending or completed.
        """
