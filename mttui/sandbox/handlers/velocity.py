"""Velocity rules, events and status."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..engine.velocity import ACTIONS, KIND, METRICS, Event
from ..web.call import Call
from ..web.reply import Reply, not_found
from .common import find
from .registry import handles

_CODE, _WHAT = "VELOCITY_RULE", "velocity rule"
_LONGEST_COOLDOWN = 7 * 24 * 60


@handles("velocity.rules.list")
def list_rules(call: Call) -> Reply:
    """List the rules."""
    return Reply([rule.body for rule in call.world.documents.all(KIND)])


@handles("velocity.rules.get")
def get_rule(call: Call) -> Reply:
    """Get one rule."""
    return Reply(find(call, KIND, _CODE, _WHAT).body)


def _read(call: Call, body: dict[str, Any]) -> None:
    """Read the fields of a rule over what they are."""
    body["name"] = call.text("name", body.get("name"), limit=255)
    body["metric"] = call.choice("metric", METRICS, body.get("metric"))
    body["threshold"] = float(call.number("threshold", body.get("threshold"), high=100))
    body["action"] = call.choice("action", ACTIONS, body.get("action"))
    minutes = call.number("cooldownMinutes", body.get("cooldownMinutes", 30), high=_LONGEST_COOLDOWN)
    body["cooldownMinutes"] = int(minutes)
    body["active"] = call.flag("active", default=body.get("active", True))


@handles("velocity.rules.create")
def create_rule(call: Call) -> Reply:
    """Create a rule."""
    documents = call.world.documents
    numbers = [int(rule.id.removeprefix("rule_")) for rule in documents.all(KIND)]
    rule_id = f"rule_{max(numbers, default=0) + 1:03d}"
    body: dict[str, Any] = {"_id": rule_id}
    _read(call, body)
    body["createdAt"] = iso(call.now)
    documents.put(Document(KIND, rule_id, body, label=body["name"]))
    call.world.velocity.reload()
    return Reply(body, status=201)


@handles("velocity.rules.update")
def update_rule(call: Call) -> Reply:
    """Change the fields of a rule that are given."""
    rule = find(call, KIND, _CODE, _WHAT)
    _read(call, rule.body)
    call.world.documents.put(rule)
    call.world.velocity.reload()
    return Reply(rule.body)


@handles("velocity.rules.delete")
def delete_rule(call: Call) -> Reply:
    """Delete a rule; what it had stopped goes on."""
    rule = find(call, KIND, _CODE, _WHAT)
    call.world.documents.delete(KIND, rule.id)
    call.world.velocity.forget_rule(rule.id, call.now)
    call.world.velocity.reload()
    return Reply(message="Velocity rule deleted")


def _public(event: Event) -> dict[str, Any]:
    shown = {
        "_id": event.id,
        "ruleId": event.rule_id,
        "ruleName": event.rule_name,
        "metric": event.metric,
        "triggeredAt": iso(event.triggered_at),
        "action": event.action,
        "metricValue": event.value,
        "threshold": event.threshold,
        "status": event.status,
    }
    if event.closed_at is not None:
        shown["closedAt"] = iso(event.closed_at)
    return shown


@handles("velocity.events.list")
def list_events(call: Call) -> Reply:
    """List the events, the latest first."""
    page = call.page()
    events, total = call.world.velocity.page(page.offset, page.per_page)
    return page.reply([_public(event) for event in events], total)


def _close(call: Call, status: str) -> None:
    event = call.world.velocity.find(call.path["id"])
    if event is None:
        raise not_found("VELOCITY_EVENT", "velocity event")
    if event.status == "active":  # one that is over stays as it was ended
        call.world.velocity.close(event, status, call.now)


@handles("velocity.events.resolve")
def resolve_event(call: Call) -> Reply:
    """Mark an event as handled; sending goes on unless another event holds it."""
    _close(call, "resolved")
    return Reply(message="Velocity event resolved, sending resumed")


@handles("velocity.events.dismiss")
def dismiss_event(call: Call) -> Reply:
    """Mark an event as a false positive; its rule keeps quiet for its cooldown."""
    _close(call, "dismissed")
    return Reply(message="Velocity event dismissed")


@handles("velocity.status.get")
def get_status(call: Call) -> Reply:
    """Get the state of velocity control."""
    velocity = call.world.velocity
    return Reply({
        "activeRules": len(velocity.rules),
        "activeEvents": len(velocity.active),
        "sendingStatus": velocity.status,
        "lastChecked": iso(velocity.last_checked),
    })  # fmt: skip
