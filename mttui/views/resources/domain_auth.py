"""Domain authentication: what is verified of each sending domain, and what to publish in its DNS."""

from __future__ import annotations

from mttui.views.related import of_domain
from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

from .reasons import all_of

_IS_VERIFIED = all_of(
    "spf_status", "dkim_status", "dmarc_status", state="verified", say="SPF, DKIM and DMARC are verified."
)

VIEWS = (
    ResourceView(
        "domain_auth",
        title="Sending domains",
        one="domain",
        name="domain",
        key="id",
        columns=(
            Field("domain", width=22, grow=3, priority=9),
            Field("spf_status", "SPF", width=10, priority=8),
            Field("dkim_status", "DKIM", width=10, priority=7),
            Field("dmarc_status", "DMARC", width=10, priority=6),
            Field("created_at", "Age", priority=5),
        ),
        sections=(
            Section(
                "Domain",
                (
                    Field("domain"),
                    Field("spf_status", "SPF"),
                    Field("dkim_status", "DKIM"),
                    Field("dmarc_status", "DMARC"),
                    Field("assignment", "For", Kind.STATUS),
                    Field("sub_account_name", "Subaccount"),
                    Field("tracking_domain_name", "Tracking domain"),
                    Field("created_at", "Added"),
                ),
            ),
            Section(
                "SPF",
                (
                    Field("spf_verified", "SPF verified"),
                    Field("spf_hostname", "SPF host"),
                    Field("spf_value", "SPF value"),
                ),
            ),
            Section(
                "DKIM",
                (
                    Field("dkim_verified", "DKIM verified"),
                    Field("dkim_selector", "DKIM selector"),
                    Field("dkim_hostname", "DKIM host"),
                    Field("dkim_value", "DKIM value"),
                    Field("dkim_public_key", "DKIM public key"),
                    Field("dkim_private_key", "DKIM private key", Kind.SECRET),
                ),
            ),
            Section(
                "CNAME",
                (
                    Field("cname_verified", "CNAME verified"),
                    Field("cname_hostname", "CNAME host"),
                    Field("cname_value", "CNAME value"),
                ),
            ),
        ),
        relations=(
            Relation("DNS records to publish", "domain_auth.dns_records.list", {}),
            *of_domain(),
            Relation("Tracking domain", "tracking_domains.get", {"id": "tracking_domain_id"}),
            Relation("Senders", "senders.list", {"search": "domain"}),
        ),
        actions=(Action("domain_auth.verify", "Verify", "v", unless=_IS_VERIFIED),),
        empty="No domain may send yet.",
    ),
    ResourceView(
        "domain_auth.dns_records",
        title="DNS records to publish",
        one="DNS record",
        name="host",
        empty="There is nothing to publish.",
    ),
)
