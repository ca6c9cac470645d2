"""Deliverability: the figures of each domain, the report, and the reputation from day to day.

The reference names no field of these answers: the columns are told by the records themselves.
"""

from __future__ import annotations

from mttui.views.related import of_domain
from mttui.views.resource import Relation, ResourceView

VIEWS = (
    ResourceView(
        "deliverability.domains",
        title="Deliverability by domain",
        one="domain",
        name="domain",
        relations=of_domain(),
        empty="Nothing was sent from any domain yet.",
    ),
    ResourceView(
        "deliverability.report",
        title="Deliverability report",
        one="deliverability report",
        relations=(
            Relation("By domain", "deliverability.domains.list", {}),
            Relation("By mailbox provider", "stats.mailbox_providers.list", {}),
            Relation("Bounces", "bounces.list", {}),
        ),
    ),
    ResourceView(
        "deliverability.reputation",
        title="Reputation from day to day",
        one="reputation",
        relations=(Relation("What the score is made of", "reputation.score.get", {}),),
    ),
)
