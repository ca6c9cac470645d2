"""Messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.messages import Message


class Messages(Resource, id="messages", section="Send Simulation"):
    """Messages."""

    @operation("POST", "/v1/messages/simulate", effect=Effect.READ)
    async def simulate(
        self,
        *,
        from_: str,
        to: Sequence[str],
        subject: str | None = None,
        html: str | None = None,
        substitution_data: Mapping[str, Any] | None = None,
    ) -> Message:
        """Simulate a send without delivering anything.

        Args:
            from_: the sender's address.
            to: the recipients' addresses.
            subject: the subject line.
            html: the message as HTML.
            substitution_data: values for the variables of the content.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("POST", "/v1/messages/predict-inbox", effect=Effect.READ)
    async def predict_inbox(
        self, *, from_: str, to: Sequence[str], subject: str | None = None, html: str | None = None
    ) -> Message:
        """Predict inbox placement per recipient and provider.

        Args:
            from_: the sender's address.
            to: the recipients' addresses.
            subject: the subject line.
            html: the message as HTML.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """
