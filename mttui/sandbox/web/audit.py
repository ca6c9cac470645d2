"""Every change that is asked for through the API shows in the audit log."""

from __future__ import annotations

from .call import Call
from .reply import Reply

_SINGULAR = {
    "velocity.rules": "velocity_rule",
    "velocity.events": "velocity_event",
    "sending_queues.scheduled": "scheduled_queue",
    "sending_queues": "message",
    "webhooks.egress_config": "webhook_egress",
    "batches": "batch",
    "ip_access": "ip_access",
}


def note(call: Call, operation_id: str, reply: Reply) -> None:
    """Note a change that was done."""
    family, _, action = operation_id.rpartition(".")
    resource = _SINGULAR.get(family) or family.replace(".", "_").rstrip("s")
    data = reply.data if isinstance(reply.data, dict) else {}
    named = data.get("_id", data.get("id", ""))
    resource_id = next(iter(call.path.values()), str(named))
    body = call.body if isinstance(call.body, dict) else {}
    details = {name: value for name, value in body.items() if isinstance(value, str | int | float)}
    call.world.audit(call.key.user, action, resource, resource_id, details, ip=call.ip)
