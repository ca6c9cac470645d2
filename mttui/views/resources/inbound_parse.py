"""Inbound parse: which host's mail is taken apart and sent to which URL, and how much of it there is."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "inbound_parse.settings",
        title="Inbound parse",
        one="parse setting",
        name="hostname",
        key="hostname",
        columns=(
            Field("hostname", width=24, grow=2, priority=9),
            Field("url", "Sent to", width=26, grow=3, priority=8),
            Field("spam_check", width=10, priority=6),
            Field("send_raw", "Raw", width=5, priority=5),
        ),
        relations=(Relation("How much came in", "inbound_parse.stats.list", {}),),
        empty="No mail is taken apart. Press n for a host and the URL that gets its mail.",
    ),
    ResourceView("inbound_parse.stats", title="Parsed mail by day", one="day", name="date"),
)
