"""The IP access list."""

from __future__ import annotations

from ipaddress import ip_network

from ..clock import iso
from ..engine.access import KIND
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply, invalid
from .common import find
from .registry import handles


@handles("ip_access.list")
def list_(call: Call) -> Reply:
    """List who may come in."""
    return Reply([entry.body for entry in call.world.documents.all(KIND)])


@handles("ip_access.create")
def create(call: Call) -> Reply:
    """Let an address, or a network, come in; one that is on the list already is answered as it is."""
    documents, ip = call.world.documents, call.text("ip")
    try:
        ip_network(ip, strict=False)
    except ValueError:
        raise invalid("ip", "must be an IP address or a network") from None
    entries = documents.all(KIND)
    known = next((entry for entry in entries if entry.body["ip"] == ip), None)
    if known is not None:
        return Reply(known.body, status=201)
    number = max((int(entry.id) for entry in entries), default=0) + 1
    note = call.fields().get("note", "")
    if not isinstance(note, str):
        raise invalid("note", "must be a text")
    body = {"id": number, "ip": ip, "note": note, "createdAt": iso(call.now)}
    documents.put(Document(KIND, str(number), body, label=note))
    call.world.access.reload()
    return Reply(body, status=201)


@handles("ip_access.delete")
def delete(call: Call) -> Reply:
    """Take an entry off the list."""
    entry = find(call, KIND, "IP_ACCESS", "IP access rule")
    call.world.documents.delete(KIND, entry.id)
    call.world.access.reload()
    return Reply(message="IP access rule deleted")
