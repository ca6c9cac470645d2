"""Reputation: the account's score, and that of each domain, IP and mailbox provider."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

_STANDING = (
    Field("score", kind=Kind.NUMBER),
    Field("isp_scores", "Score by provider"),
    Field("blocklisted"),
    Field("blocklists"),
    Field("updated_at", "Measured"),
)
_FLOW = Section("Last five minutes", (Field("sent"), Field("bounced"), Field("bounce_rate")))

VIEWS = (
    ResourceView(
        "reputation.score",
        title="Reputation score",
        one="reputation",
        sections=(
            Section("Score", (Field("score", kind=Kind.NUMBER), Field("grade", kind=Kind.STATUS))),
            Section("Made of", (Field("factors"),)),
        ),
        relations=(
            Relation("By domain", "reputation.domains.list", {}),
            Relation("By IP", "reputation.ips.list", {}),
            Relation("Advice by mailbox provider", "reputation.isp_recommendations.list", {}),
            Relation("From day to day", "deliverability.reputation.get", {}),
        ),
    ),
    ResourceView(
        "reputation.domains",
        title="Reputation of domains",
        one="domain",
        name="domain",
        key="domain",
        columns=(
            Field("domain", width=22, grow=3, priority=9),
            Field("score", kind=Kind.NUMBER, width=6, priority=8),
            Field("bounce_rate", "Bounced", width=8, priority=7),
            Field("sent", "Sent 5m", width=8, priority=4),
            Field("blocklisted", "Blocklist", width=9, priority=6),
            Field("dmarc", "DMARC", Kind.STATUS, width=10, priority=5),
            Field("spf", "SPF", Kind.STATUS, width=10, priority=2),
            Field("dkim", "DKIM", Kind.STATUS, width=10, priority=2),
        ),
        sections=(
            Section("Standing", (Field("domain"), *_STANDING)),
            _FLOW,
            Section(
                "Authentication",
                (
                    Field("spf", "SPF", Kind.STATUS),
                    Field("dkim", "DKIM", Kind.STATUS),
                    Field("dmarc", "DMARC", Kind.STATUS),
                ),
            ),
        ),
        relations=(
            Relation("DMARC and blocklists", "dmarc.domains.get", {"domain": "domain"}),
            Relation("Domain authentication", "domain_auth.list", {}),
            Relation("Bounces", "bounces.list", {}),
        ),
        empty="Nothing was sent from any domain yet.",
    ),
    ResourceView(
        "reputation.ips",
        title="Reputation of IPs",
        one="IP",
        name="ip",
        key="ip",
        columns=(
            Field("ip", "IP", width=16, grow=2, priority=9),
            Field("score", kind=Kind.NUMBER, width=6, priority=8),
            Field("bounce_rate", "Bounced", width=8, priority=7),
            Field("sent", "Sent 5m", width=8, priority=4),
            Field("blocklisted", "Blocklist", width=9, priority=6),
            Field("warmup_day", "Warm-up day", width=11, priority=2),
            Field("pool", kind=Kind.TEXT, width=12, grow=1, priority=3),
        ),
        sections=(
            Section(
                "Standing",
                (
                    Field("ip", "IP"),
                    *_STANDING,
                    Field("pool", kind=Kind.TEXT),
                    Field("warmup_day", "Warm-up day"),
                ),
            ),
            _FLOW,
        ),
        relations=(
            Relation("Sent and bounced by IP", "metrics.sending_ip.list", {}),
            Relation("IPs and their warm-up", "ips.list", {}),
        ),
        empty="There are no IPs of your own.",
    ),
    ResourceView(
        "reputation.isp_recommendations",
        title="Advice by mailbox provider",
        one="mailbox provider",
        name="isp",
        columns=(
            Field("isp", "Provider", width=14, grow=2, priority=9),
            Field("action", "Advice", Kind.STATUS, width=12, priority=8),
            Field("current_volume", "Sent today", width=10, priority=7),
            Field("daily_limit", "Limit a day", width=11, priority=6),
        ),
        relations=(Relation("Mail by provider", "stats.mailbox_providers.list", {}),),
        empty="There is no advice: all providers take what you send.",
    ),
)
