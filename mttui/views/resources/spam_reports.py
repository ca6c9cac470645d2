"""Spam reports: who pressed the spam button."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import ResourceView

VIEWS = (
    ResourceView(
        "spam_reports",
        name="email",
        key="email",
        relations=of_address(),
        empty="Nobody reported your mail as spam.",
    ),
)
