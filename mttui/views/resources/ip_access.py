"""IP access: the addresses that the API may be called from."""

from __future__ import annotations

from mttui.views.resource import Field, Relation, ResourceView

VIEWS = (
    ResourceView(
        "ip_access",
        title="IP access",
        one="allowed address",
        name="ip",
        key="id",
        columns=(
            Field("ip", "IP or range", width=20, grow=1, priority=9),
            Field("note", width=20, grow=3, priority=7),
            Field("created_at", "Age", priority=8),
        ),
        relations=(Relation("Calls of the API", "api_logs.list", {}),),
        empty="The API may be called from anywhere. Press n to allow an address: all others are shut out.",
    ),
)
