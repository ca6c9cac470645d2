"""Tracking settings: what is followed in messages."""

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
    """Whether clicks are counted."""

    @operation("GET", "/v1/tracking-settings/click")
    async def get(self) -> ClickTracking:
        """Get whether clicks are counted."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/click",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.click",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool) -> ClickTracking:
        """Set whether clicks are counted.

        Args:
            enabled: whether it is on, for messages that are sent from now on.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class TrackingSettingsGoogleAnalytics(
    Resource, id="tracking_settings.google_analytics", section="Tracking Settings"
):
    """Whether links carry tags for Google Analytics."""

    @operation("GET", "/v1/tracking-settings/google-analytics")
    async def get(self) -> GoogleAnalyticsTracking:
        """Get whether links carry tags for Google Analytics, and which."""

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
        """Set whether links carry tags for Google Analytics, and which.

        Args:
            enabled: whether it is on, for messages that are sent from now on.
            utm_source: the tag ``utm_source``.
            utm_medium: the tag ``utm_medium``.
            utm_campaign: the tag ``utm_campaign``.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class TrackingSettingsSubscription(
    Resource, id="tracking_settings.subscription", section="Tracking Settings"
):
    """Whether messages carry a link to unsubscribe."""

    @operation("GET", "/v1/tracking-settings/subscription")
    async def get(self) -> SubscriptionTracking:
        """Get whether messages carry a link to unsubscribe."""

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
        """Set whether messages carry a link to unsubscribe.

        Args:
            enabled: whether it is on, for messages that are sent from now on.
            text: words of the link. Only the sandbox is known to take it.
            url: where the link leads. Only the sandbox is known to take it.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class TrackingSettingsOpen(Resource, id="tracking_settings.open", section="Tracking Settings"):
    """Whether opens are counted."""

    @operation("GET", "/v1/tracking-settings/open")
    async def get(self) -> OpenTracking:
        """Get whether opens are counted."""

    @operation(
        "PATCH",
        "/v1/tracking-settings/open",
        effect=Effect.CHANGE,
        refreshes=("tracking_settings.open",),
        alternate_method="PUT",
    )
    async def update(self, *, enabled: bool | None = None) -> OpenTracking:
        """Set whether opens are counted.

        Args:
            enabled: whether it is on, for messages that are sent from now on.

        Raises:
            Unprocessable: a field that is needed is missing, or a value is not accepted.
        """


class TrackingSettings(Resource, id="tracking_settings", section="Tracking Settings"):
    """What is followed in messages."""

    click = Child(TrackingSettingsClick)
    google_analytics = Child(TrackingSettingsGoogleAnalytics)
    open = Child(TrackingSettingsOpen)
    subscription = Child(TrackingSettingsSubscription)

    @operation("GET", "/v1/tracking-settings")
    async def list(self) -> Page[TrackingSetting]:
        """List the tracking settings and which are on."""
