"""Messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation

if TYPE_CHECKING:
    from ..models.messages import Message


class Messages(Resource, id="messages", section="Send Simulation"):
    """Messages."""

    @operation("POST", "/v1/messages/simulate", effect=Effect.READ)
    async def simulate(self) -> Message:
        """Simulate a send without delivering anything."""

    @operation("POST", "/v1/messages/predict-inbox", effect=Effect.READ)
    async def predict_inbox(self) -> Message:
        """Predict inbox placement per recipient and provider."""
