"""Models of tracking settings."""

from __future__ import annotations

from .base import Model


class TrackingSetting(Model):
    """Tracking setting."""


class ClickTracking(Model):
    """Tracking settings click info."""


class OpenTracking(Model):
    """Tracking settings open info."""


class GoogleAnalyticsTracking(Model):
    """Tracking settings google analytic."""


class SubscriptionTracking(Model):
    """Tracking settings subscription info."""
