"""Tracking settings: which of them are on; each has a record of its own."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

VIEWS = (
    ResourceView(
        "tracking_settings",
        one="tracking setting",
        name="name",
        relations=(
            Relation("Clicks", "tracking_settings.click.get", {}),
            Relation("Opens", "tracking_settings.open.get", {}),
            Relation("Subscription links", "tracking_settings.subscription.get", {}),
            Relation("Google Analytics", "tracking_settings.google_analytics.get", {}),
            Relation("Tracking domains", "tracking_domains.list", {}),
        ),
    ),
)
