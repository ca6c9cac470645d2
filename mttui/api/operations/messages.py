"""Messages that are not sent: what would become of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.messages import Message


class Messages(Resource, id="messages", section="Send Simulation"):
    """What would become of a message."""

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
        """Say whether a message would be sent, without sending it.

        Looks at the recipients (suppressed or not), the content, and the limits on sending.

        Args:
            from_: the sender's address.
            to: the recipients' addresses.
            subject: the subject line.
            html: the message as HTML.
            substitution_data: values for the merge tags, by their names.
        """

    @operation("POST", "/v1/messages/predict-inbox", effect=Effect.READ)
    async def predict_inbox(
        self, *, from_: str, to: Sequence[str], subject: str | None = None, html: str | None = None
    ) -> Message:
        """Say how likely a message lands in the inbox at each provider, without sending it.

        Args:
            from_: the sender's address.
            to: the recipients' addresses.
            subject: the subject line.
            html: the message as HTML.
        """
