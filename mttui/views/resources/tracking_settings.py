"""Tracking settings: which of them are on; each has a record of its own."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

_ALL = (Relation("All tracking settings", "tracking_settings.list", {}),)

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
    ResourceView("tracking_settings.click", title="Click tracking", one="click tracking", relations=_ALL),
    ResourceView("tracking_settings.open", title="Open tracking", one="open tracking", relations=_ALL),
    ResourceView(
        "tracking_settings.subscription",
        title="Subscription links",
        one="subscription link",
        relations=(*_ALL, Relation("Unsubscribe groups", "unsubscribe_groups.list", {})),
    ),
    ResourceView(
        "tracking_settings.google_analytics",
        title="Google Analytics",
        one="Google Analytics setting",
        relations=_ALL,
    ),
)
