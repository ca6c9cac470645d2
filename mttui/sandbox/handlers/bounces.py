"""Bounced addresses, their diagnostics, and taking them off the suppression list."""

from __future__ import annotations

from typing import Any

from ..clock import iso
from ..company import PROVIDER
from ..engine.listing import Listing
from ..engine.records import numbered, public_message_id
from ..outcomes import CAUSES
from ..web.call import Call
from ..web.reply import Refusal, Reply, not_found
from .common import origin_fields, source_filter
from .registry import handles

_COLUMNS = "id, message_id, source_id, email, provider, ip, code, type, at, reactivated_at"


def _public(call: Call, row: tuple[Any, ...]) -> dict[str, Any]:
    number, message_id, source_id, email, provider, ip, code, kind, at, reactivated = row
    source, cause = call.world.sources[source_id], CAUSES[code]
    return {
        "_id": f"bnc_{number:03d}", "email": email, "type": kind, "reason": cause.reason,
        "campaignId": None, **origin_fields(source), "bouncedAt": iso(at), "code": code,
        "bounceClass": cause.bounce_class, "recipientDomain": email.rpartition("@")[2],
        "provider": provider, "sendingIp": ip, "messageId": public_message_id(message_id),
        "suppressed": kind == "hard" and reactivated is None,
    }  # fmt: skip


@handles("bounces.list")
def list_(call: Call) -> Reply:
    """List bounced addresses, the latest first."""
    page, listing = call.page(), _bounces(call)
    if kind := call.query.get("type", ""):
        listing.where("type = ?", kind.lower())
    if campaign := call.query.get("campaignId", ""):
        listing.where("source_id = ?", source_filter(call.world, "campaign", campaign))
    rows = listing.rows("at DESC, id DESC", page.per_page, page.offset)
    return page.reply([_public(call, row) for row in rows], listing.total())


def _bounces(call: Call) -> Listing:
    return Listing(call.world.connection, "bounces", _COLUMNS)


def _find(call: Call) -> tuple[Any, ...]:
    rows = _bounces(call).where("id = ?", numbered("bnc_", call.path["id"])).rows("id")
    if not rows:
        raise not_found("BOUNCE", "bounce")
    return rows[0]


@handles("bounces.dump.get")
def dump(call: Call) -> Reply:
    """Get everything that is known of a bounce."""
    number, message_id, source_id, email, provider, ip, code, kind, at, _ = _find(call)
    origin, cause = call.world.sources[source_id].origin, CAUSES[code]
    headers = (
        f"From: MAILER-DAEMON@{origin.domain}\r\nTo: bounce@{origin.domain}\r\n"
        f"Subject: Delivery Status Notification (Failure)\r\nX-Sending-IP: {ip}\r\n"
        f"X-Message-Id: {public_message_id(message_id)}\r\nX-Original-Subject: {origin.subject}\r\n"
    )
    return Reply({
        "bounceId": f"bnc_{number:03d}", "email": email, "type": kind,
        "diagnosticCode": cause.diagnostic, "mxHost": PROVIDER[provider].mx_host,
        "rawHeaders": headers, "timestamp": iso(at),
    })  # fmt: skip


@handles("bounces.reactivate")
def reactivate(call: Call) -> Reply:
    """Take the address off the suppression list."""
    row = _find(call)
    if row[-1] is not None:
        raise Refusal(409, "BOUNCE_ALREADY_REACTIVATED", "the address was reactivated already")
    call.world.connection.execute("UPDATE bounces SET reactivated_at = ? WHERE id = ?", (call.now, row[0]))
    return Reply(message="Bounce reactivated")
