"""Webhooks, the policies that sign them, and what became of their deliveries."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid
from .kept import Body, Kept, keep
from .registry import handles

EVENTS = {
    1: "injection", 2: "delivery", 3: "bounce", 4: "open", 5: "click", 6: "delay", 7: "complaint",
    8: "unsubscribe",
}  # fmt: skip
"""Numbers of the events, which no source gives: the sandbox's own."""
_OWNER = {
    "subAccountId": 0,
    "subAccountName": "All",
    "companyId": 1,
    "assignment": "MASTER_AND_ALL_SUBACCOUNTS",
}


def _webhooks(world: World, _start: int) -> list[Body]:
    known = (
        ("wh_001", "Delivery notifications", "https://example.com/webhook", (1, 3)),
        ("42", "Data warehouse", "https://warehouse.lapak.example/mail-events", (1, 2, 3, 4, 5)),
        ("wh_002", "Fraud watch", "https://risk.lapakpay.example/hooks/mail", (3, 7)),
    )
    return [
        {
            "_id": ref, "name": name, "targetUrl": url, "events": [EVENTS[each] for each in events],
            "authenticationId": 0, "isActive": True, "lastStatus": "success",
            "lastSuccess": iso(world.now - 40), "updatedAt": iso(world.now - 86400), **_OWNER,
        }
        for ref, name, url, events in known
    ]  # fmt: skip


def _name_events(_call: Call, body: Body) -> None:
    url = str(body.get("targetUrl", ""))
    if not url.startswith("https://"):
        raise invalid("targetUrl", "must begin with https://")
    numbers = body.pop("eventIds", None)
    if numbers is None:
        body.setdefault("events", list(EVENTS.values()))
        return
    unknown = [each for each in numbers if each not in EVENTS]
    if unknown:
        raise invalid("eventIds", f"must be among {', '.join(map(str, EVENTS))}")
    body["events"] = [EVENTS[each] for each in numbers]


WEBHOOKS = keep(
    Kept(
        "webhooks", "webhook", "wh", needs=("name", "targetUrl"),
        defaults={"authenticationId": 0, "isActive": True, **_OWNER},
        seeds=_webhooks, checks=_name_events,
    )
)  # fmt: skip


@handles("webhooks.test")
def test(call: Call) -> Reply:
    """Say how a test event was taken: a URL below .example or example.com answers, others are not there."""
    webhook = WEBHOOKS.find(call)
    host = str(webhook.body["targetUrl"]).split("/")[2]
    there = host.endswith((".example", "example.com"))
    WEBHOOKS.put(call.world, {**webhook.body, "lastStatus": "success" if there else "failed"})
    return Reply({
        "webhookId": webhook.id, "testStatus": "success" if there else "failed",
        "responseCode": 200 if there else 0, "responseTime": 80 + len(host), "sentAt": iso(call.now),
    })  # fmt: skip


@handles("webhooks.batch_status.get")
def batch_status(call: Call) -> Reply:
    """Return a webhook's part of what the platform delivers: an equal one for each that is active."""
    webhook = WEBHOOKS.find(call)
    active = [each for each in call.world.documents.all("webhooks") if each.body["isActive"]]
    part, egress = max(1, len(active)), call.world.egress
    return Reply({
        "webhookId": webhook.id, "pending": round(egress.pending) // part,
        "delivered": round(egress.delivered) // part, "failed": round(egress.failed) // part,
        "lastDelivered": iso(call.now - 1),
    })  # fmt: skip


# Security policies


def _policies(_world: World, _start: int) -> list[Body]:
    return [
        {"_id": "wsp_001", "name": "Signed events", "enabled": True, "signingKey": "whsec_3f9a0c51d27e4b86"},
        {"_id": "wsp_002", "name": "Old partners", "enabled": False, "signingKey": "whsec_b10c77e2a94d4f03"},
    ]


def _hide_key(_call: Call, policy: Document) -> Body:
    return {name: value for name, value in policy.body.items() if name != "signingKey"}


def _give_key(call: Call, body: Body) -> None:
    body.setdefault("signingKey", f"whsec_{call.world.fresh_id()[:16]}")


POLICIES = keep(
    Kept(
        "webhooks.security", "security policy", "wsp", code="WEBHOOK_SECURITY_POLICY",
        defaults={"name": "Policy", "enabled": True}, seeds=_policies, checks=_give_key, shows=_hide_key,
    )
)  # fmt: skip


def _key(policy: Document) -> dict[str, Any]:
    return {"_id": policy.id, **{name: policy.body[name] for name in ("name", "enabled", "signingKey")}}


@handles("webhooks.security.signing_key.get")
def signing_key(call: Call) -> Reply:
    """Return the key that events are signed with."""
    return Reply(_key(POLICIES.find(call)))


@handles("webhooks.security.signing_key.update")
def rotate(call: Call) -> Reply:
    """Switch signing on or off; switched on, the key is another one."""
    policy = POLICIES.find(call)
    enabled = call.flag("enabled", default=True)
    key = f"whsec_{call.world.chance.at(call.now).hex_id()[:16]}" if enabled else policy.body["signingKey"]
    return Reply(_key(POLICIES.put(call.world, {**policy.body, "enabled": enabled, "signingKey": key})))
