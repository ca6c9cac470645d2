"""Models of tracking settings."""

from __future__ import annotations

from .base import Model


class TrackingSetting(Model):
    """Tracking setting."""


class TrackingSettingsClickInfo(Model):
    """Tracking settings click info."""


class TrackingSettingsOpenInfo(Model):
    """Tracking settings open info."""


class TrackingSettingsGoogleAnalytic(Model):
    """Tracking settings google analytic."""


class TrackingSettingsSubscriptionInfo(Model):
    """Tracking settings subscription info."""
