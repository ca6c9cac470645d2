"""What became of a campaign."""

from __future__ import annotations

from ..clock import iso
from ..engine.listing import Listing
from ..engine.records import BOUNCED, CANCELLED, DELIVERED, FAILED, PENDING
from ..outcomes import CAUSES
from ..web.call import Call
from ..web.reply import Reply, invalid
from .campaigns import find_campaign
from .common import percent
from .registry import handles

_COLUMNS = "email, state, fate, settled_at, injected_at, opens_at, clicks_at, complains_at"
_STATES = (DELIVERED, BOUNCED, PENDING, FAILED, CANCELLED)
_TIMES = {
    "opened": "opens_at",
    "clicked": "clicks_at",
    "complained": "complains_at",
    "unsubscribed": "unsubscribes_at",
}
"""The column that says when, for what readers do."""


@handles("campaigns.analytics.get")
def analytics(call: Call) -> Reply:
    """Count; open and click rates are of what was delivered, the bounce rate of what was sent."""
    job = find_campaign(call)
    totals = call.world.jobs.source(job).totals
    sent, delivered = totals["sent"], totals["delivered"]
    return Reply({
        "campaignId": job.id, "subject": job.body["subject"],
        "sentCount": sent, "deliveredCount": delivered, "openCount": totals["opened"],
        "clickCount": totals["clicked"], "bounceCount": totals["bounced"],
        "complaintCount": totals["complained"], "unsubscribeCount": totals["unsubscribed"],
        "openRate": percent(totals["opened"], delivered),
        "clickRate": percent(totals["clicked"], delivered),
        "bounceRate": percent(totals["bounced"], sent),
        "pendingCount": call.world.jobs.source(job).pending, "delayedCount": totals["delayed"],
        "processingCount": sent - delivered - totals["bounced"] - totals["delayed"],
        "failedCount": totals["failed"], "cancelledCount": totals["cancelled"],
    })  # fmt: skip


@handles("campaigns.recipients.list")
def recipients(call: Call) -> Reply:
    """List whom it went to, by what became of it."""
    source = call.world.jobs.source(find_campaign(call))
    status = call.query.get("status", "").lower()
    known = (*_STATES, *_TIMES)
    if status and status not in known:
        raise invalid("status", f"must be one of {', '.join(known)}")
    listing = Listing(call.world.connection, "messages", _COLUMNS).where("source_id = ?", source.id)
    if status in _STATES:
        listing.where("state = ?", status)
    elif status:
        listing.where(f"{_TIMES[status]} <= ?", call.now)
    page = call.page()
    rows = listing.rows("id DESC", page.per_page, page.offset)
    return page.reply([_row(row, call.now) for row in rows], listing.total())


def _row(row: tuple[object, ...], now: int) -> dict[str, object]:
    email, state, fate, settled, injected, opens, clicks, complains = row
    settled_at = iso(settled) if isinstance(settled, int) else None
    shown: dict[str, object] = {"email": email, "status": state}
    for name, at in (("opened", opens), ("clicked", clicks), ("complained", complains)):
        if isinstance(at, int) and at <= now:
            shown["status"] = name
    shown["sentAt"] = iso(injected) if isinstance(injected, int) else None
    shown["deliveredAt"] = settled_at if state == "delivered" else None
    if state == "bounced":
        shown["bouncedAt"], shown["bounceReason"] = settled_at, CAUSES[str(fate)].reason
    return shown
