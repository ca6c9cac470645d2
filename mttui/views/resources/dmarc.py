"""DMARC: what receivers make of each domain, its records, and the blocklists and spam traps it met."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

_REPUTATION = Relation("Reputation", "reputation.domains.get", {"domain": "domain"})

VIEWS = (
    ResourceView(
        "dmarc.domains",
        title="DMARC by domain",
        one="domain",
        name="domain",
        key="domain",
        columns=(
            Field("domain", width=22, grow=3, priority=9),
            Field("dmarc_status", "DMARC", Kind.STATUS, width=8, priority=8),
            Field("last_checked", "Checked", priority=6),
        ),
        sections=(
            Section(
                "DMARC",
                (
                    Field("domain"),
                    Field("dmarc_status", "DMARC", Kind.STATUS),
                    Field("policy", kind=Kind.STATUS),
                    Field("spf_aligned", "SPF aligned"),
                    Field("dkim_aligned", "DKIM aligned"),
                    Field("last_checked", "Checked"),
                ),
            ),
        ),
        relations=(
            Relation("What to publish", "dmarc.domains.setup.get", {}),
            Relation("Published records", "dmarc.domains.records.get", {}),
            Relation("Blocklists", "dmarc.domains.blocklists.get", {}),
            Relation("Times on a blocklist", "dmarc.domains.blocklist_events.list", {}),
            _REPUTATION,
        ),
        empty="No domain is watched. Authenticate one first.",
    ),
    ResourceView(
        "dmarc.domains.setup",
        title="What to publish",
        one="setup",
        sections=(
            Section(
                "Publish in the DNS",
                (
                    Field("domain"),
                    Field("current_status", "Now", Kind.STATUS),
                    Field("steps", "Records"),
                ),
            ),
        ),
    ),
    ResourceView("dmarc.domains.blocklists", one="blocklist check", relations=(_REPUTATION,)),
    ResourceView(
        "dmarc.domains.blocklist_events",
        title="Times on a blocklist",
        one="listing",
        name="blocklist",
        columns=(
            Field("blocklist", width=18, grow=2, priority=9),
            Field("reason", width=18, grow=3, priority=6),
            Field("listed_at", "Listed", width=8, priority=8),
            Field("delisted_at", "Delisted", width=8, priority=7),
        ),
        empty="The domain was on no blocklist.",
    ),
    ResourceView(
        "dmarc.health_score",
        title="DMARC health",
        one="health",
        sections=(
            Section("Health", (Field("score"), Field("grade"))),
            Section("Made of", (Field("factors"),)),
        ),
        relations=(
            Relation("By domain", "dmarc.domains.list", {}),
            Relation("Spam traps", "dmarc.spam_traps.list", {}),
        ),
    ),
    ResourceView(
        "dmarc.monitored_domains",
        title="Monitored domains",
        one="domain",
        name="domain",
        columns=(
            Field("domain", width=22, grow=3, priority=9),
            Field("status", kind=Kind.STATUS, width=10, priority=8),
            Field("monitoring_since", "Since", width=10, priority=7),
        ),
        relations=(Relation("DMARC", "dmarc.domains.get", {"domain": "domain"}), _REPUTATION),
        empty="No domain is watched. Authenticate one first.",
    ),
    ResourceView(
        "dmarc.spam_traps",
        title="Spam traps",
        one="spam trap",
        name="email",
        columns=(
            Field("email", "Trap", width=24, grow=3, priority=9),
            Field("hit_count", "Hits", width=6, priority=8),
            Field("source", "Likely source", Kind.STATUS, width=16, grow=1, priority=6),
            Field("last_hit", "Last", priority=7),
        ),
        relations=of_address(),
        empty="You met no spam trap.",
    ),
)
