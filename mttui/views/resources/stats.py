"""Statistics: totals of a period; opens and clicks by who and where."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView

_TOTALS = (
    Field("sent", width=10, priority=8),
    Field("delivered", width=10, priority=7),
    Field("bounced", width=8, priority=7),
    Field("opened", width=10, priority=6),
    Field("clicked", width=9, priority=6),
    Field("complained", "Complaints", width=10, priority=5),
    Field("unsubscribed", "Left", width=7, priority=4),
    Field("spam_bounced", "Spam blocks", width=11, priority=3),
)
_DAY_BY_DAY = Relation("Day by day", "stats.get", {}, {"aggregated_by": "day"})

VIEWS = (
    ResourceView(
        "stats",
        title="Statistics",
        one="period",
        name="date",
        columns=(
            Field("date", "From", Kind.TEXT, width=19, priority=9),
            *_TOTALS,
            Field("from_", "Since", Kind.MOMENT, width=6, priority=2),
        ),
        relations=(
            _DAY_BY_DAY,
            Relation("By category", "stats.categories.list", {}),
            Relation("By mailbox provider", "stats.mailbox_providers.list", {}),
            Relation("Why mail bounced", "metrics.bounce_reasons.list", {}),
        ),
        empty="Nothing was sent in this time.",
    ),
    ResourceView(
        "stats.categories",
        title="Statistics by category",
        one="category",
        name="category",
        key="category",
        columns=(Field("category", kind=Kind.TEXT, width=14, grow=2, priority=9), *_TOTALS),
        relations=(Relation("What became of its mail", "categories.stats.get", {"name": "category"}),),
        empty="No mail names a category.",
    ),
    ResourceView(
        "stats.mailbox_providers",
        title="Statistics by mailbox provider",
        one="mailbox provider",
        name="provider",
        columns=(
            Field("provider", width=18, grow=3, priority=9),
            Field("inbox_rate", "In the inbox", width=12, priority=8),
            Field("delivered", width=11, priority=7),
            Field("opens", width=11, priority=6),
        ),
        relations=(
            Relation("What to do at each provider", "reputation.isp_recommendations.list", {}),
            Relation("Why mail is put off", "metrics.delay_reasons.list", {}),
        ),
    ),
    ResourceView("stats.devices", title="Opens by device", one="device", name="device"),
    ResourceView(
        "stats.geo",
        title="Opens by city",
        one="city",
        name="city",
        key="city",
        columns=(
            Field("city", width=20, grow=3, priority=9),
            Field("country", width=8, priority=8),
            Field("opens", width=10, priority=7),
            Field("clicks", width=10, priority=6),
        ),
    ),
    ResourceView("stats.browsers", title="Opens by mail client", one="mail client", name="client"),
)
