"""IPs: from where mail goes out, in which pool, and how far their warm-up is.

The reference names no field of the list: the columns are told by the records themselves.
"""

from __future__ import annotations

from mttui.views.resource import Action, Relation, ResourceView

from .reasons import only_when, when

VIEWS = (
    ResourceView(
        "ips",
        title="IPs",
        one="IP",
        name="ip",
        key="id",
        relations=(
            Relation("Reputation", "reputation.ips.get", {"ip": "ip"}),
            Relation("Pool", "ip_pools.get", {"id": "pool_id"}),
        ),
        actions=(
            Action(
                "ips.warmup.start",
                "Start the warm-up",
                "w",
                unless=when("warmup_status", "in_progress", say="The warm-up is running."),
            ),
            Action(
                "ips.warmup.stop",
                "Stop the warm-up",
                unless=only_when("warmup_status", "in_progress", say="No warm-up is running: it is {state}."),
            ),
        ),
        empty="There are no IPs of your own: mail goes out by shared ones.",
    ),
)
