"""Metrics: shares of mail by address, template and subaccount; why mail bounced or is put off."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView

_NAMED = Field("label", "Name", width=22, grow=3, priority=9)
_SHARE = Field("percentage", "Share", width=8, priority=7)


def _count(title: str) -> Field:
    return Field("count", title, width=11, priority=8)


def _key(title: str, width: int, *, priority: int = 5, grow: int = 0) -> Field:
    return Field("key", title, Kind.TEXT, width, grow, priority)


VIEWS = (
    ResourceView(
        "metrics.sending_ip",
        title="Mail by sending IP",
        one="sending IP",
        name="key",
        key="key",
        columns=(
            _key("IP", 20, priority=9, grow=1),
            Field("label", "Pool", width=14, grow=1, priority=5),
            _count("Sent"),
            _SHARE,
        ),
        relations=(Relation("Reputation", "reputation.ips.get", {"ip": "key"}),),
    ),
    ResourceView(
        "metrics.template",
        title="Mail by template",
        one="template",
        name="label",
        key="key",
        columns=(_NAMED, _count("Sent"), _SHARE, _key("Template", 14)),
        relations=(Relation("Versions", "templates.versions.list", {"id": "key"}),),
    ),
    ResourceView(
        "metrics.subaccount",
        title="Mail by subaccount",
        one="subaccount",
        name="label",
        key="key",
        columns=(_NAMED, _count("Sent"), _SHARE, _key("Subaccount", 14)),
        relations=(Relation("Engagement", "engagement.subaccount_scores.list", {}),),
    ),
    ResourceView(
        "metrics.bounce_reasons",
        title="Why mail bounced",
        one="reason",
        name="label",
        key="key",
        columns=(_NAMED, _count("Bounces"), _SHARE, _key("SMTP code", 9)),
        relations=(Relation("Bounces", "bounces.list", {}),),
        empty="Nothing bounced in this time.",
    ),
    ResourceView(
        "metrics.bounce_classifications",
        title="Bounces by kind",
        one="kind",
        name="key",
        key="key",
        columns=(_key("Kind", 16, priority=9, grow=3), _count("Bounces"), _SHARE),
        relations=(Relation("Bounces", "bounces.list", {"type": "key"}),),
        empty="Nothing bounced in this time.",
    ),
    ResourceView(
        "metrics.delay_reasons",
        title="Why mail is put off",
        one="reason",
        name="label",
        key="key",
        columns=(_NAMED, _count("Delays"), _SHARE),
        relations=(Relation("Sending queues", "sending_queues.get", {}),),
        empty="Nothing was put off in this time.",
    ),
    ResourceView(
        "metrics.link_engagement",
        title="Clicked links",
        one="link",
        name="label",
        key="key",
        columns=(_NAMED, _count("Clicks"), _SHARE, _key("URL", 26, grow=3)),
        empty="Nobody clicked a link in this time.",
    ),
)
