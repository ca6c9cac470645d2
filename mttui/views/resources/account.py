"""The account: the company, its plan, and whether it may send."""

from __future__ import annotations

from mttui.views.resource import Field, Kind, Relation, ResourceView, Section

VIEWS = (
    ResourceView(
        "account",
        one="account",
        name="company_name",
        sections=(
            Section(
                "Account",
                (
                    Field("company_name", "Company"),
                    Field("status", kind=Kind.STATUS),
                    Field("plan"),
                    Field("default_sending_domain", "Sends from"),
                    Field("timezone", "Time zone"),
                    Field("company_id", "Id"),
                ),
            ),
        ),
        relations=(
            Relation("Quotas", "quotas.get", {}),
            Relation("Plan", "billing.plan.get", {}),
            Relation("Sending status", "velocity.status.get", {}),
            Relation(
                "Reputation of the domain", "reputation.domains.get", {"domain": "default_sending_domain"}
            ),
        ),
    ),
)
