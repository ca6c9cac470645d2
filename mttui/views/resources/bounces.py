"""Bounces: whose, why and when; from here to the campaign, the contact and what else happened to them."""

from __future__ import annotations

from mttui.views.related import of_address
from mttui.views.resource import Action, Field, Kind, Relation, ResourceView, Section

from .reasons import when

_IS_ACTIVE_AGAIN = when("suppressed", "no", say="The address is not suppressed: it can be sent to.")

VIEWS = (
    ResourceView(
        "bounces",
        name="email",
        columns=(
            Field("email", width=30, grow=2, priority=9),
            Field("type", kind=Kind.STATUS, width=6, priority=7),
            Field("reason", width=18, grow=2, priority=6),
            Field("campaign_id", "Campaign", width=10, priority=3),
            Field("bounced_at", "Age", priority=8),
        ),
        sections=(
            Section(
                "Bounce",
                (
                    Field("email"),
                    Field("type", kind=Kind.STATUS),
                    Field("reason"),
                    Field("bounced_at", "Bounced"),
                    Field("campaign_id", "Campaign"),
                ),
            ),
        ),
        relations=(
            Relation("What the server said", "bounces.dump.get", {}),
            Relation("Campaign", "campaigns.get", {"id": "campaign_id"}),
            *of_address(),
        ),
        actions=(Action("bounces.reactivate", "Reactivate", "r", unless=_IS_ACTIVE_AGAIN),),
        empty="Nothing bounced. Look at Events for what was delivered and what is delayed.",
    ),
    ResourceView(
        "bounces.dump",
        one="diagnosis",
        sections=(
            Section(
                "Diagnosis",
                (
                    Field("email"),
                    Field("type", kind=Kind.STATUS),
                    Field("diagnostic_code"),
                    Field("mx_host", "MX host"),
                    Field("timestamp", "Bounced"),
                ),
            ),
            Section("Headers", (Field("raw_headers", kind=Kind.BODY),)),
        ),
        relations=of_address(),
    ),
)
