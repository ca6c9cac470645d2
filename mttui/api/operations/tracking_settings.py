"""Tracking settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..operation import Child, Effect, Resource, operation
from ..pages import Page

if TYPE_CHECKING:
    from ..models.tracking_settings import (
        ClickTracking,
        GoogleAnalyticsTracking,
        OpenTracking,
        SubscriptionTracking,
        TrackingSetting,
    )


class TrackingSettingsClick(Resource, id="tracking_settings.click", section="Tracking Settings"):
    """Tracking settings click."""

    @operation("GET", "/v1/tracking-settings/click")
    async def get(self) -> ClickTracking:
        """Get the click tracking setting."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/click",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.click",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None) -> ClickTracking:
        """Update the click tracking setting.

        Args:
            enabled: enabled.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class TrackingSettingsGoogleAnalytics(
    Resource, id="tracking_settings.google_analytics", section="Tracking Settings"
):
    """Tracking settings google analytics."""

    @operation("GET", "/v1/tracking-settings/google-analytics")
    async def get(self) -> GoogleAnalyticsTracking:
        """Get the Google Analytics tracking setting."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/google-analytics",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.google_analytics",),
        alternate_method="PUT",
    )
    async def update(
        self,
        *,
        enabled: bool | None = None,
        utm_source: str | None = None,
        utm_medium: str | None = None,
        utm_campaign: str | None = None,
    ) -> GoogleAnalyticsTracking:
        """Update the Google Analytics tracking setting.

        Args:
            enabled: enabled.
            utm_source: utm source.
            utm_medium: utm medium.
            utm_campaign: utm campaign.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class TrackingSettingsSubscription(
    Resource, id="tracking_settings.subscription", section="Tracking Settings"
):
    """Tracking settings subscription."""

    @operation("GET", "/v1/tracking-settings/subscription")
    async def get(self) -> SubscriptionTracking:
        """Get the subscription tracking setting."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/subscription",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.subscription",),
        alternate_method="PUT",
    )
    async def update(
        self, *, enabled: bool | None = None, text: str | None = None, url: str | None = None
    ) -> SubscriptionTracking:
        """Update the subscription tracking setting.

        Args:
            enabled: whether the setting is used.
            text: words of the unsubscribe link. The sandbox's own.
            url: where the link leads. The sandbox's own.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class TrackingSettingsOpen(Resource, id="tracking_settings.open", section="Tracking Settings"):
    """Tracking settings open."""

    @operation("GET", "/v1/tracking-settings/open")
    async def get(self) -> OpenTracking:
        """Get the open tracking setting."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/open",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.open",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None) -> OpenTracking:
        """Update the open tracking setting.

        Args:
            enabled: whether the setting is used.

        Raises:
            Unprocessable: a field is missing or not accepted.
        """


class TrackingSettings(Resource, id="tracking_settings", section="Tracking Settings"):
    """Tracking settings."""

    click = Child(TrackingSettingsClick)
    google_analytics = Child(TrackingSettingsGoogleAnalytics)
    open = Child(TrackingSettingsOpen)
    subscription = Child(TrackingSettingsSubscription)

    @operation("GET", "/v1/tracking-settings")
    async def list(self) -> Page[TrackingSetting]:
        """List all tracking settings."""
