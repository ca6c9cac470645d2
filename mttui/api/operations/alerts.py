"""Alerts: notifications when a figure passes a threshold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.alerts import Alert
    from ..models.base import Done


class Alerts(Resource, id="alerts", section="Alerts"):
    """Warnings that the platform sends by itself."""

    @operation("GET", "/v1/alerts")
    async def list(self) -> Page[Alert]:
        """List alerts."""

    @operation("POST", "/v1/alerts", effect=Effect.CHANGE, refreshes=("alerts",))
    async def create(self, *, type: str, threshold: float, channel: str) -> Alert:
        """Create an alert.

        Args:
            type: what is watched, as ``bounce_rate``.
            threshold: in the unit of what is watched; percent for rates.
            channel: how it notifies, as ``email``.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """

    @operation("GET", "/v1/alerts/{id}")
    async def get(self, id: str) -> Alert:
        """Get one alert.

        Args:
            id: the alert's id.

        Raises:
            NotFound: there is no such alert.
        """

    @operation("PUT", "/v1/alerts/{id}", effect=Effect.CHANGE, refreshes=("alerts",))
    async def update(
        self,
        id: str,
        *,
        type: str | None = None,
        threshold: float | None = None,
        channel: str | None = None,
    ) -> Alert:
        """Update an alert.

        The reference shows no body for it: the fields are those of creating one, and whether those left
        out stay as they are is not said.

        Args:
            id: the alert's id.
            type: what is watched, as ``bounce_rate``.
            threshold: in the unit of what is watched; percent for rates.
            channel: how it notifies, as ``email``.

        Raises:
            NotFound: there is no such alert.
        """

    @operation("DELETE", "/v1/alerts/{id}", effect=Effect.DESTROY, refreshes=("alerts",))
    async def delete(self, id: str) -> Done:
        """Delete an alert.

        Args:
            id: the alert's id.

        Raises:
            NotFound: there is no such alert.
        """
