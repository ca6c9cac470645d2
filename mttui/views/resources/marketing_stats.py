"""Marketing statistics: what campaigns and automations did, and which of their links were clicked."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section


def _figure(path: str, title: str, kind: Kind, priority: int) -> Field:
    return Field(path, title, kind, 9, 0, priority)


_COLUMNS = (
    Field("name", width=18, grow=2, priority=9),
    Field("subject", width=16, grow=2, priority=2),
    _figure("sent", "Sent", Kind.COUNT, 8),
    _figure("open_rate", "Opened", Kind.PERCENT, 7),
    _figure("click_rate", "Clicked", Kind.PERCENT, 7),
    _figure("bounce_rate", "Bounced", Kind.PERCENT, 6),
    _figure("complaint_rate", "Complain", Kind.PERCENT, 5),
)
_SECTIONS = (
    Section("Of", (Field("name"), Field("subject"))),
    Section(
        "Rates",
        tuple(
            Field(f"{what}_rate", title, Kind.PERCENT)
            for what, title in (
                ("delivery", "Delivered"),
                ("open", "Opened"),
                ("click", "Clicked"),
                ("bounce", "Bounced"),
                ("complaint", "Complaints"),
            )
        ),
    ),
    Section(
        "Messages",
        tuple(
            Field(what, title, Kind.COUNT)
            for what, title in (
                ("sent", "Sent"),
                ("delivered", "Delivered"),
                ("opened", "Opened"),
                ("clicked", "Clicked"),
                ("bounced", "Bounced"),
                ("complained", "Complaints"),
                ("unsubscribed", "Unsubscribed"),
            )
        ),
    ),
)
_LINKS = (
    Field("url", "Link", Kind.TEXT, width=30, grow=3, priority=9),
    Field("clicks", kind=Kind.COUNT, width=8, priority=8),
    Field("unique_clicks", "By people", Kind.COUNT, width=9, priority=7),
)

VIEWS = (
    ResourceView(
        "marketing_stats.campaigns",
        title="Statistics of campaigns",
        one="campaign",
        name="name",
        key="campaign_id",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(
            Relation("Clicked links", "marketing_stats.campaigns.links.list", {"id": "campaign_id"}),
            Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
            Relation("Bounces", "bounces.list", {"campaign_id": "campaign_id"}),
        ),
        empty="No campaign was sent in this time.",
    ),
    ResourceView(
        "marketing_stats.automations",
        title="Statistics of automations",
        one="automation",
        name="name",
        key="automation_id",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(
            Relation("Clicked links", "marketing_stats.automations.links.list", {"id": "automation_id"}),
            Relation("Automation", "automations.get", {"id": "automation_id"}),
        ),
        empty="No automation sent anything in this time.",
    ),
    ResourceView(
        "marketing_stats.campaigns.links",
        title="Clicked links",
        one="link",
        name="url",
        key="url",
        columns=_LINKS,
        empty="Nobody clicked a link yet.",
    ),
    ResourceView(
        "marketing_stats.automations.links",
        title="Clicked links",
        one="link",
        name="url",
        key="url",
        columns=_LINKS,
        empty="Nobody clicked a link yet.",
    ),
)
