"""The allowlist: addresses and domains that are never suppressed by a rule."""

from __future__ import annotations

from ..clock import iso
from ..web.call import Call
from ..web.reply import Refusal, Reply, invalid, required
from .kept import Body, Kept, keep
from .registry import handles

_TYPES = ("email", "domain")


def _check(_call: Call, body: Body) -> None:
    if body["type"] not in _TYPES:
        raise invalid("type", f"must be one of {', '.join(_TYPES)}")
    if ("@" in body["value"]) != (body["type"] == "email"):
        raise invalid("value", f"is no {body['type']}")


ENTRIES = keep(
    Kept(
        "allowlist", "entry", key="value", code="ALLOWLIST_ENTRY", label="value", needs=("value",),
        defaults={"type": "email"}, checks=_check,
        seeds=lambda _world, _start: (
            {"value": "user@example.com", "type": "email"},
            {"value": "lapak.example", "type": "domain"},
            {"value": "lapakpay.example", "type": "domain"},
        ),
    ),
    leave=("create", "delete"),
)  # fmt: skip


@handles("allowlist.create")
def create(call: Call) -> Reply:
    """Add an entry; one that is there already is answered as it is."""
    known = call.world.documents.get(ENTRIES.resource, call.text("value", limit=254))
    return ENTRIES.create(call) if known is None else Reply(known.body, status=201)


@handles("allowlist.import")
def import_(call: Call) -> Reply:
    """Add several; those that are there already, or are none, are skipped."""
    entries = call.fields().get("entries")
    if not isinstance(entries, list) or not entries:
        raise required("entries")
    imported = 0
    for entry in entries:
        given = {name: value for name, value in entry.items() if value is not None}
        body = {"value": "", "type": "email", "createdAt": iso(call.now), **given}
        try:
            _check(call, body)
        except Refusal:
            continue
        if call.world.documents.get(ENTRIES.resource, body["value"]) is None:
            ENTRIES.put(call.world, body)
            imported += 1
    return Reply({"imported": imported, "skipped": len(entries) - imported})


@handles("allowlist.delete")
def delete(call: Call) -> Reply:
    """Remove an entry."""
    ENTRIES.delete(call)
    return Reply(message="Entry removed")


@handles("allowlist.delete_all")
def delete_all(call: Call) -> Reply:
    """Remove all entries."""
    for entry in call.world.documents.all(ENTRIES.resource):
        call.world.documents.delete(ENTRIES.resource, entry.id)
    return Reply(message="All entries removed")
