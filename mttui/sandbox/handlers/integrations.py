"""Integrations with other services."""

from __future__ import annotations

from ..web.call import Call
from ..web.reply import Reply, not_found, required
from .kept import Kept, keep
from .registry import handles

KEPT = keep(
    Kept(
        "integrations", "integration", "int", needs=("name",),
        defaults={"provider": "custom", "config": {}, "active": True},
        seeds=lambda _world, _start: (
            {"_id": "int_001", "name": "Warehouse", "provider": "bigquery", "config": {"dataset": "mail"}},
            {"_id": "int_002", "name": "Team chat", "provider": "slack", "config": {"channel": "#mail-ops"}},
            {"_id": "id1", "name": "Old CRM", "provider": "custom", "active": False},
            {"_id": "id2", "name": "Old analytics", "provider": "custom", "active": False},
        ),
    )
)  # fmt: skip


@handles("integrations.bulk_delete")
def bulk_delete(call: Call) -> Reply:
    """Delete several at once, or none when one is not there."""
    ids = call.fields().get("ids")
    if not isinstance(ids, list) or not ids:
        raise required("ids")
    if any(call.world.documents.get(KEPT.resource, str(each)) is None for each in ids):
        raise not_found("INTEGRATION", "integration")
    for each in ids:
        call.world.documents.delete(KEPT.resource, str(each))
    return Reply(message="Integrations deleted")
