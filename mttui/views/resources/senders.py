"""Senders: the names and addresses that mail is from, and whether their domains are in order."""

from __future__ import annotations

from mttui.views.related import of_domain
from mttui.views.resource import Action, Field, Relation, ResourceView, Section

from .reasons import when

VIEWS = (
    ResourceView(
        "senders",
        name="email",
        key="id",
        columns=(
            Field("name", width=14, grow=2, priority=8),
            Field("email", width=28, grow=3, priority=9),
            Field("validate_", "Verified", width=8, priority=7),
            Field("spf", "SPF", width=4, priority=4),
            Field("dkim", "DKIM", width=4, priority=4),
            Field("dmarc", "DMARC", width=5, priority=4),
            Field("used", width=5, priority=2),
        ),
        sections=(
            Section(
                "Sender",
                (
                    Field("name"),
                    Field("email"),
                    Field("validate_", "Verified"),
                    Field("permitted"),
                    Field("used"),
                    Field("deleted"),
                    Field("message"),
                ),
            ),
            Section(
                "Domain",
                (
                    Field("domain"),
                    Field("domain_status", "Status"),
                    Field("spf", "SPF"),
                    Field("dkim", "DKIM"),
                    Field("dmarc", "DMARC"),
                ),
            ),
        ),
        relations=(Relation("Sending domain", "domain_auth.get", {"id": "domain_id"}), *of_domain()),
        actions=(
            Action(
                "senders.verify",
                "Send a verification",
                "v",
                unless=when("validate_", "yes", say="The sender is verified."),
            ),
        ),
        empty="There is no sender. Press n for a name and an address that mail is from.",
    ),
)
