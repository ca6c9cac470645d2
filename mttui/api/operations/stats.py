"""Statistics: totals over all that is sent, and who opens and clicks where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..operation import Child, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.base import When
    from ..models.stats import (
        CategoryStats,
        DeviceStats,
        MailClientStats,
        PeriodStats,
        PlaceStats,
        ProviderStats,
    )


class StatsCategories(Resource, id="stats.categories", section="Stats Aggregate"):
    """Totals by category."""

    @operation("GET", "/v1/stats/categories")
    async def list(
        self,
        *,
        date_from: When | None = None,
        date_to: When | None = None,
        aggregated_by: Literal["day", "week", "month"] | None = None,
    ) -> Page[CategoryStats]:
        """Get totals grouped by category of transmission.

        Args:
            date_from: start of the range.
            date_to: end of the range.
            aggregated_by: length of a period.
        """


class StatsMailboxProviders(Resource, id="stats.mailbox_providers", section="Stats Aggregate"):
    """Totals by mailbox provider."""

    @operation("GET", "/v1/stats/mailbox-providers")
    async def list(self) -> Page[ProviderStats]:
        """Get deliveries, opens and inbox rate by mailbox provider."""


class StatsDevices(Resource, id="stats.devices", section="Stats Aggregate"):
    """Opens and clicks by device."""

    @operation("GET", "/v1/stats/devices")
    async def list(self) -> Page[DeviceStats]:
        """Get opens and clicks by kind of device."""


class StatsGeo(Resource, id="stats.geo", section="Stats Aggregate"):
    """Opens and clicks by place."""

    @operation("GET", "/v1/stats/geo")
    async def list(self, *, country: str | None = None) -> Page[PlaceStats]:
        """Get opens and clicks by country and city.

        Args:
            country: two-letter code, as ``ID``.
        """


class StatsBrowsers(Resource, id="stats.browsers", section="Stats Aggregate"):
    """Opens by mail client."""

    @operation("GET", "/v1/stats/browsers")
    async def list(self) -> Page[MailClientStats]:
        """Get opens by mail client."""


class Stats(Resource, id="stats", section="Stats Aggregate"):
    """Statistics."""

    categories = Child(StatsCategories)
    mailbox_providers = Child(StatsMailboxProviders)
    devices = Child(StatsDevices)
    geo = Child(StatsGeo)
    browsers = Child(StatsBrowsers)

    @operation("GET", "/v1/stats")
    async def get(
        self,
        *,
        date_from: When | None = None,
        date_to: When | None = None,
        aggregated_by: Literal["day", "week", "month"] | None = None,
    ) -> Page[PeriodStats]:
        """Get totals of a range of time: sent, delivered, opened, clicked, bounced.

        Args:
            date_from: start of the range.
            date_to: end of the range.
            aggregated_by: length of a period; without it the range is one row.
        """
