"""Automations: mail that goes out by itself. The two that run are sources of the world's mail."""

from __future__ import annotations

from ..clock import iso
from ..engine.documents import Document
from ..engine.records import Origin
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Refusal, Reply
from .kept import Body, Kept, keep
from .registry import handles

_KIND = "automation"


def _seeds(_world: World, _start: int) -> list[Body]:
    return [
        {"_id": "aut_001", "name": "Abandoned cart", "status": "active", "contactCount": 5210},
        {"_id": "aut_002", "name": "Welcome series", "status": "active", "contactCount": 1830},
        {"_id": "aut_003", "name": "Win back", "status": "draft", "contactCount": 0},
    ]


def _stop(call: Call, automation: Document) -> None:
    source = call.world.source_of(_KIND, automation.id)
    if source is not None:
        call.world.set_running(source, running=False)


AUTOMATIONS = keep(
    Kept(
        "automations",
        "automation",
        "aut",
        defaults={"name": "Untitled", "status": "draft", "contactCount": 0},
        stamps=("createdAt", "updatedAt"),
        seeds=_seeds,
        gone=_stop,
    )
)


@handles("automations.activate")
def activate(call: Call) -> Reply:
    """Let an automation send."""
    automation, world = AUTOMATIONS.find(call), call.world
    if automation.body["status"] == "active":
        raise Refusal(409, "AUTOMATION_ALREADY_ACTIVE", "the automation is active already")
    name = str(automation.body["name"])
    source = world.source_of(_KIND, automation.id)
    if source is None:
        origin = Origin(
            name, name, "promo.lapak.example", pool="marketing", profile="marketing", rate=0.02,
            subaccount="sub_001", template="tpl_005", category="automation",
        )  # fmt: skip
        world.add_source(_KIND, automation.id, origin, running=True)
    else:
        world.set_running(source, running=True)
    AUTOMATIONS.put(world, {**automation.body, "status": "active", "updatedAt": iso(call.now)})
    return Reply({"automationId": automation.id, "status": "active", "message": "Automation activated"})
