"""Message events."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..engine.listing import Listing
from ..engine.records import message_number, public_message_id
from ..outcomes import CAUSES
from ..web.call import Call
from ..web.reply import Reply, not_found
from .common import origin_fields, source_filter
from .registry import handles

_COLUMNS = "e.id, e.message_id, e.source_id, e.type, e.at, e.detail, m.email, m.provider, m.ip, m.subject"
_TABLE = "events e JOIN messages m ON m.id = e.message_id"


def _public(call: Call, row: tuple[Any, ...]) -> dict[str, Any]:
    number, message_id, source_id, kind, at, detail, email, provider, ip, subject = row
    source = call.world.sources[source_id]
    shown = {
        "_id": f"ev_{number:06d}", "event": kind, "messageId": public_message_id(message_id),
        "email": email, "recipientDomain": email.rpartition("@")[2], "provider": provider,
        "sendingIp": ip, "subject": subject or source.origin.subject, "timestamp": iso(at),
        **origin_fields(source),
    }  # fmt: skip
    if kind == "bounced":
        cause = CAUSES[detail]
        shown |= {
            "bounceType": cause.type, "bounceClass": cause.bounce_class, "code": cause.code,
            "reason": cause.reason,
        }  # fmt: skip
    elif kind == "delayed":
        shown["reason"] = detail
    elif kind == "clicked":
        shown["url"] = detail
    return shown


@handles("events.list")
def list_(call: Call) -> Reply:
    """List events, the latest first."""
    page, (start, end) = call.page(), call.time_range(0)
    email, campaign = call.query.get("email", ""), call.query.get("campaignId", "")
    listing = _events(call, None if email else "events e").where("e.at >= ? AND e.at < ?", start, end)
    if event := call.query.get("event", ""):
        listing.where("e.type = ?", event.lower())
    if email:
        listing.where("m.email = ?", email)
    if campaign:
        listing.where("e.source_id = ?", source_filter(call.world, "campaign", campaign))
    rows = listing.rows("e.at DESC, e.id DESC", page.per_page, page.offset)
    return page.reply([_public(call, row) for row in rows], listing.total())


def _events(call: Call, counted: str | None = None) -> Listing:
    return Listing(call.world.connection, _TABLE, _COLUMNS, counted)


@handles("events.list_by_message")
def list_by_message(call: Call) -> Reply:
    """List what happened to one message, in order."""
    number = message_number(call.path["messageId"])
    known = call.world.connection.execute("SELECT 1 FROM messages WHERE id = ?", (number,))
    if known.fetchone() is None:
        raise not_found("MESSAGE", "message")
    rows = _events(call).where("e.message_id = ?", number).rows("e.at, e.id")
    return Reply([_public(call, row) for row in rows])
