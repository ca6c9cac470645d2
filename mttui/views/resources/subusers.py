"""Subusers: what each of them sent, how it was received, and the credits they share."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

_REPUTATION = Relation("Reputation of subusers", "subusers.reputations.list", {})
_STATS = Relation("Sent by subusers", "subusers.stats.list", {})
_MONTHS = Relation("Month by month", "subusers.monthly_stats.list", {})

VIEWS = (
    ResourceView(
        "subusers.stats",
        title="Sent by subusers",
        one="subuser",
        name="name",
        key="subaccount_id",
        relations=(_REPUTATION, _MONTHS),
        empty="There are no subusers.",
    ),
    ResourceView(
        "subusers.reputations",
        title="Reputation of subusers",
        one="subuser",
        name="name",
        key="subaccount_id",
        relations=(_STATS,),
        empty="There are no subusers.",
    ),
    ResourceView(
        "subusers.monthly_stats",
        title="Subusers month by month",
        one="month of a subuser",
        name="name",
        relations=(_STATS, _REPUTATION),
        empty="There are no subusers.",
    ),
    ResourceView("subusers.credits", title="Credits of subusers", one="credits", relations=(_STATS,)),
)
