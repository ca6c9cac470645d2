"""Alerts: who is told when a figure passes a line."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply
from .common import find
from .registry import handles

KIND = "alert"
_TYPES = ("bounce_rate", "complaint_rate", "spam_rate", "queue_depth", "reputation", "quota")
_CHANNELS = ("email", "webhook", "slack")


def _read(call: Call, body: dict[str, Any]) -> None:
    body["type"] = call.choice("type", _TYPES, body.get("type"))
    body["threshold"] = float(call.number("threshold", body.get("threshold")))
    body["channel"] = call.choice("channel", _CHANNELS, body.get("channel"))
    body["active"] = call.flag("active", default=body.get("active", True))
    body["updatedAt"] = iso(call.now)


@handles("alerts.list")
def list_(call: Call) -> Reply:
    """List alerts."""
    return Reply([alert.body for alert in call.world.documents.all(KIND)])


@handles("alerts.get")
def get(call: Call) -> Reply:
    """Get one alert."""
    return Reply(find(call, KIND, "ALERT", "alert").body)


@handles("alerts.create")
def create(call: Call) -> Reply:
    """Create an alert."""
    documents = call.world.documents
    numbers = [int(alert.id.removeprefix("alr_")) for alert in documents.all(KIND)]
    body: dict[str, Any] = {"_id": f"alr_{max(numbers, default=0) + 1:03d}", "createdAt": iso(call.now)}
    _read(call, body)
    documents.put(Document(KIND, body["_id"], body, label=body["type"]))
    return Reply(body, status=201)


@handles("alerts.update")
def update(call: Call) -> Reply:
    """Change the fields that are given."""
    alert = find(call, KIND, "ALERT", "alert")
    _read(call, alert.body)
    call.world.documents.put(alert)
    return Reply(alert.body)


@handles("alerts.delete")
def delete(call: Call) -> Reply:
    """Delete an alert."""
    alert = find(call, KIND, "ALERT", "alert")
    call.world.documents.delete(KIND, alert.id)
    return Reply(message="Alert deleted")
