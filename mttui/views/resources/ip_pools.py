"""IP pools: which IPs send which kind of mail."""

from __future__ import annotations

from mttui.views.resource import Relation, ResourceView

VIEWS = (
    ResourceView(
        "ip_pools",
        title="IP pools",
        one="IP pool",
        name="name",
        key="id",
        relations=(
            Relation("IPs of the pool", "ips.list", {"pool_id": "id"}),
            Relation("Reputation of the IPs", "reputation.ips.list", {}),
        ),
        empty="There are no pools. Press n to make one, so that one kind of mail cannot harm another.",
    ),
)
