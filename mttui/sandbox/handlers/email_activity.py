"""Email activity: every message with how it stands, and an export of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..clock import iso
from ..engine.listing import Listing
from ..engine.records import Origin, message_number, public_message_id
from ..engine.world import World
from ..web.call import Call, instant
from ..web.reply import Reply, not_found
from .exports import Export
from .registry import handles

_COLUMNS = "id, source_id, email, state, accepted_at, injected_at, settled_at, subject"
_STATUS = {"pending": "queued", "processing": "sending", "delayed": "sending"}
_AT = "coalesce(settled_at, injected_at, accepted_at)"
_MOST = 100_000
_DAY = 86400
_DATE_LENGTH = len("2026-04-01")


def _sender(origin: Origin) -> str:
    return f"no-reply@{origin.domain}"


def _public(world: World, row: Sequence[Any]) -> dict[str, Any]:
    number, source_id, email, state, accepted, injected, settled, subject = row
    origin = world.sources[source_id].origin
    return {
        "id": public_message_id(number), "to": email, "from": _sender(origin),
        "subject": subject or origin.subject, "status": _STATUS.get(state, state),
        "timestamp": iso(settled or injected or accepted),
    }  # fmt: skip


def _listing(world: World, asked: Mapping[str, Any]) -> Listing:
    listing = Listing(world.connection, "messages", _COLUMNS)
    if to := str(asked.get("to") or ""):
        listing.where("email = ?", to)
    if status := str(asked.get("status") or "").lower():
        states = [state for state, word in _STATUS.items() if word == status] or [status]
        listing.where(f"state IN ({', '.join('?' * len(states))})", *states)
    if subject := str(asked.get("subject") or "").lower():
        listing.where("instr(lower(coalesce(subject, '')), ?) > 0", subject)
    if sender := str(asked.get("from") or "").lower():
        theirs = [number for number, source in world.sources.items() if _sender(source.origin) == sender]
        listing.where(f"source_id IN ({', '.join('?' * len(theirs))})", *theirs)
    if start := str(asked.get("dateFrom") or ""):
        listing.where(f"{_AT} >= ?", instant("dateFrom", start))
    if end := str(asked.get("dateTo") or ""):
        whole_day = _DAY if len(end) == _DATE_LENGTH else 0
        listing.where(f"{_AT} < ?", instant("dateTo", end) + whole_day)
    return listing


@handles("email_activity.messages.list")
def list_(call: Call) -> Reply:
    """List messages, the latest first."""
    page, listing = call.page(), _listing(call.world, call.query)
    rows = listing.rows("id DESC", page.per_page, page.offset)
    return page.reply([_public(call.world, row) for row in rows], listing.total())


@handles("email_activity.messages.get")
def get(call: Call) -> Reply:
    """Get one message."""
    number = message_number(call.path["id"])
    rows = Listing(call.world.connection, "messages", _COLUMNS).where("id = ?", number).rows("id")
    if not rows:
        raise not_found("MESSAGE", "message")
    return Reply(_public(call.world, rows[0]))


def _rows(world: World, asked: Mapping[str, Any]) -> Iterator[Sequence[object]]:
    world.ledger.flush()
    yield ("id", "to", "from", "subject", "status", "timestamp")
    for row in _listing(world, asked).rows("id", _MOST):
        yield tuple(_public(world, row).values())


EXPORT = Export("activity_export", "exp", _rows, code="MESSAGE_EXPORT", known="exp_001")


@handles("email_activity.export.create")
def export(call: Call) -> Reply:
    """Begin an export; what cannot be asked for is refused at once."""
    _listing(call.world, call.fields())
    return EXPORT.start(call)


@handles("email_activity.export.get")
def exported(call: Call) -> Reply:
    """Say how an export stands."""
    return EXPORT.get(call)
