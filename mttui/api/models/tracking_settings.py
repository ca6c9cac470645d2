"""Models of tracking settings."""

from __future__ import annotations

from .base import Model


class TrackingSetting(Model):
    """A setting and whether it is on."""


class ClickTracking(Model):
    """Whether clicks are counted."""


class OpenTracking(Model):
    """Whether opens are counted."""


class GoogleAnalyticsTracking(Model):
    """Whether links carry tags for Google Analytics, and which."""


class SubscriptionTracking(Model):
    """Whether messages carry a link to unsubscribe."""
