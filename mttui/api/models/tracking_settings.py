"""Models of tracking settings."""

from __future__ import annotations

from .base import Model


class TrackingSetting(Model):
    """A setting and whether it is on.

    The reference shows no fields; these are the sandbox's own.
    """

    name: str | None = None
    enabled: bool | None = None


class ClickTracking(Model):
    """Whether clicks are counted.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None


class OpenTracking(Model):
    """Whether opens are counted.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None


class GoogleAnalyticsTracking(Model):
    """Whether links carry tags for Google Analytics, and which.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None
    utm_source: str | None = None
    utm_medium: str | None = None
    utm_campaign: str | None = None


class SubscriptionTracking(Model):
    """Whether messages carry a link to unsubscribe.

    The reference shows no fields; these are the sandbox's own.
    """

    enabled: bool | None = None
    text: str | None = None
    url: str | None = None
