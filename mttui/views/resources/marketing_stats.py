"""Marketing statistics: what campaigns and automations did, and which of their links were clicked."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section


def _figure(path: str, title: str, kind: Kind, priority: int) -> Field:
    return Field(path, title, kind, 9, 0, priority)


_COLUMNS = (
    Field("name", width=18, grow=2, priority=9),
    Field("subject", width=16, grow=2, priority=2),
    _figure("sent", "Sent", Kind.COUNT, 8),
    _figure("openRate", "Opened", Kind.PERCENT, 7),
    _figure("clickRate", "Clicked", Kind.PERCENT, 7),
    _figure("bounceRate", "Bounced", Kind.PERCENT, 6),
    _figure("complaintRate", "Complain", Kind.PERCENT, 5),
)
_SECTIONS = (
    Section("Of", (Field("name"), Field("subject"))),
    Section(
        "Rates",
        tuple(
            Field(f"{what}Rate", title, Kind.PERCENT)
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
)

VIEWS = (
    ResourceView(
        "marketing_stats.campaigns",
        title="Statistics of campaigns",
        one="campaign",
        name="name",
        key="campaignId",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(
            Relation("Clicked links", "marketing_stats.campaigns.links.list", {"id": "campaignId"}),
            Relation("Campaign", "campaigns.get", {"id": "campaignId"}),
            Relation("Bounces", "bounces.list", {"campaign_id": "campaignId"}),
        ),
        empty="No campaign was sent in this time.",
    ),
    ResourceView(
        "marketing_stats.automations",
        title="Statistics of automations",
        one="automation",
        name="name",
        key="automationId",
        columns=_COLUMNS,
        sections=_SECTIONS,
        relations=(
            Relation("Clicked links", "marketing_stats.automations.links.list", {"id": "automationId"}),
            Relation("Automation", "automations.get", {"id": "automationId"}),
        ),
        empty="No automation sent anything in this time.",
    ),
    ResourceView(
        "marketing_stats.campaigns.links",
        title="Clicked links",
        one="link",
        name="url",
        columns=_LINKS,
        empty="Nobody clicked a link yet.",
    ),
    ResourceView(
        "marketing_stats.automations.links",
        title="Clicked links",
        one="link",
        name="url",
        columns=_LINKS,
        empty="Nobody clicked a link yet.",
    ),
)
