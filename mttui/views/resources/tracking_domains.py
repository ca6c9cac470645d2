"""Tracking domains: where the links and the pixel of a message lead through."""

from __future__ import annotations

from mttui.views.resource import Action, ResourceView

from .reasons import when

VIEWS = (
    ResourceView(
        "tracking_domains",
        title="Tracking domains",
        one="tracking domain",
        name="domain",
        key="id",
        actions=(
            Action(
                "tracking_domains.verify",
                "Verify",
                "v",
                unless=when("verified", "yes", say="It is verified."),
            ),
        ),
        empty="Clicks are counted under the platform's own domain. Press n to use one of yours.",
    ),
)
