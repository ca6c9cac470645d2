"""Privacy requests and erasure: what is known of a person goes, and a receipt says what it was."""

from __future__ import annotations

import json
from typing import Any

from ..clock import iso
from ..engine.documents import Document
from ..engine.founding import founder
from ..engine.tasks import COMPLETED, finishes
from ..engine.world import World
from ..web.call import Call
from ..web.reply import Reply, invalid, not_found
from .kept import DAY
from .registry import handles

REQUEST, JOB = "privacy_request", "erasure_job"
_SECONDS = 30
ERASERS: list[Any] = []
"""Functions that take the world and an address, and return how many rows they removed."""


@founder
def found(world: World, start: int) -> None:
    """Have the reference's requests and job, long done."""
    for key, kind in (("dp_001", "rtbf"), ("dp_002", "opt_out")):
        body = {
            "_id": key, "type": kind, "email": "user@example.com", "status": COMPLETED,
            "createdAt": iso(start - 3 * DAY), "completedAt": iso(start - 3 * DAY + 300),
        }  # fmt: skip
        world.documents.put(Document(REQUEST, key, body, stage=COMPLETED))
    job = {"jobId": "de_001", "status": COMPLETED, "email": "user@example.com"}
    world.documents.put(Document(JOB, "de_001", job, stage=COMPLETED))


def erase(world: World, email: str) -> dict[str, int]:
    """Remove what is known of an address; returns how many rows of what."""
    run = world.connection.execute
    world.ledger.flush()
    receipt = {
        "events": run(
            "DELETE FROM events WHERE message_id IN"
            " (SELECT id FROM messages WHERE email = ? AND settled_at IS NOT NULL)",
            (email,),
        ).rowcount,
        "bounces": run("DELETE FROM bounces WHERE email = ?", (email,)).rowcount,
        "messages": run("DELETE FROM messages WHERE email = ? AND settled_at IS NOT NULL", (email,)).rowcount,
    }
    receipt["threads"] = world.inbox.forget(email)
    for eraser in ERASERS:
        receipt["contacts"] = receipt.get("contacts", 0) + eraser(world, email)
    return receipt


def _email(call: Call) -> str:
    email = call.text("email", limit=254)
    if "@" not in email:
        raise invalid("email", "must be an address")
    return email


def _number(world: World, kind: str, prefix: str) -> str:
    return f"{prefix}_{len(world.documents.all(kind)) + 1:03d}"


def _begin(call: Call, kind: str) -> Reply:
    key = _number(call.world, REQUEST, "dp")
    body = {"_id": key, "type": kind, "email": _email(call)}
    return Reply(call.world.tasks.start(REQUEST, key, body, seconds=_SECONDS).body, status=202)


@handles("data_privacy.rtbf.create")
def forget(call: Call) -> Reply:
    """Ask that a person be forgotten."""
    return _begin(call, "rtbf")


@handles("data_privacy.opt_out.create")
def opt_out(call: Call) -> Reply:
    """Ask that a person get no more mail."""
    return _begin(call, "opt_out")


@finishes(REQUEST)
def fulfil(world: World, request: Document) -> None:
    """Do what a request asks for."""
    email = request.body["email"]
    if request.body["type"] == "opt_out":
        world.suppression.add(email, "Opt-out request", iso(world.now))
    else:
        request.body["receipt"] = erase(world, email)


@handles("data_privacy.requests.get")
def request_(call: Call) -> Reply:
    """Get a request and how it stands."""
    found_ = call.world.documents.get(REQUEST, call.path["id"])
    if found_ is None:
        raise not_found("PRIVACY_REQUEST", "privacy request")
    return Reply(found_.body)


@handles("data_erasure.jobs.create")
def erase_later(call: Call) -> Reply:
    """Begin to erase what is known of a person."""
    key = _number(call.world, JOB, "de")
    body = {"jobId": key, "email": _email(call)}
    return Reply(call.world.tasks.start(JOB, key, body, seconds=_SECONDS).body, status=202)


@finishes(JOB)
def finish_erasure(world: World, job: Document) -> None:
    """Erase, and write the receipt."""
    receipt = erase(world, job.body["email"])
    words = json.dumps({**job.body, "erased": receipt}, indent=2).encode()
    job.body["receipt"] = world.files.put(f"{job.id}-receipt.json", "application/json", words)


@handles("data_erasure.jobs.get")
def job_(call: Call) -> Reply:
    """Get an erasure job and how it stands; a finished one has its receipt to download."""
    found_ = call.world.documents.get(JOB, call.path["id"])
    if found_ is None:
        raise not_found("ERASURE_JOB", "erasure job")
    body = dict(found_.body)
    if "receipt" in body:
        body["downloadUrl"] = call.base_url + body.pop("receipt")
    return Reply(body)
