"""Blocks, spam reports, invalid addresses and unsubscribes: what happened to mail, by address."""

from __future__ import annotations

from ..clock import iso
from ..engine.founding import EXAMPLE_CAMPAIGN
from ..outcomes import CAUSES, SPAM_CLASSES
from ..web.call import Call
from ..web.reply import Reply, invalid
from .address_list import AddressList, begin
from .registry import handles
from .stats import PERIODS

_INVALID = tuple(code for code, cause in CAUSES.items() if cause.type == "hard")
_BLOCKED = tuple(code for code, cause in CAUSES.items() if cause.bounce_class in SPAM_CLASSES)
_REASONS = {code: cause.diagnostic for code, cause in CAUSES.items()}
_BOUNCED = "SELECT email, at, code AS detail FROM bounces WHERE code IN ({}) AND reactivated_at IS NULL"
_HAPPENED = (
    "SELECT m.email AS email, e.at AS at, m.source_id AS detail"
    " FROM events e JOIN messages m ON m.id = e.message_id WHERE e.type = ?"
)


def _marks(count: int) -> str:
    return ", ".join("?" * count)


INVALID = begin(
    AddressList(
        "invalid_email", "invalid email", "INVALID_EMAIL", _BOUNCED.format(_marks(len(_INVALID))), _INVALID,
        fields=_REASONS,
        seeds=[
            (f"tidak.ada{number}@gmail.example", 3 * number, {"reason": _REASONS["550"]})
            for number in range(1, 25)
        ] + [("invalid@example.com", 1, {"reason": _REASONS["550"]})],
    )
)  # fmt: skip
BLOCKS = begin(
    AddressList(
        "block", "block", "BLOCK", _BOUNCED.format(_marks(len(_BLOCKED))), _BLOCKED, fields=_REASONS,
        seeds=[
            (f"admin{n}@bankartha.example", n, {"reason": _REASONS["554"]}) for n in range(1, 9)
        ] + [("user@example.com", 2, {"reason": _REASONS["571"]})],
    )
)  # fmt: skip
SPAM_REPORTS = begin(
    AddressList(
        "spam_report", "spam report", "SPAM_REPORT", _HAPPENED, ("complained",), default="complaint",
        time_field="reportedAt",
        seeds=[
            (f"siti.rahayu{number}@yahoo.example", 2 * number, {"reason": "complaint"})
            for number in range(1, 13)
        ] + [("user@example.com", 4, {"reason": "complaint"})],
    )
)  # fmt: skip
UNSUBSCRIBES = begin(
    AddressList(
        "unsubscribe", "unsubscribe", "UNSUBSCRIBE", _HAPPENED, ("unsubscribed",),
        default="Link in a message", time_field="unsubscribedAt",
        seeds=[
            (
                f"joko.wijaya{number}@outlook.example", number,
                {"reason": "Too many messages", "origin": "link", "campaignId": EXAMPLE_CAMPAIGN},
            )
            for number in range(1, 40)
        ] + [(
            "user@example.com", 0,
            {"reason": "Requested via support", "origin": "api", "campaignId": EXAMPLE_CAMPAIGN},
        )],
    )
)  # fmt: skip


@handles("invalid_emails.list")
def invalid_emails(call: Call) -> Reply:
    """List addresses that do not exist."""
    return INVALID.page(call)


@handles("invalid_emails.get")
def invalid_email(call: Call) -> Reply:
    """Get one."""
    return Reply(INVALID.find(call, call.path["email"]))


@handles("invalid_emails.delete")
def forget_invalid(call: Call) -> Reply:
    """Take one off the list."""
    INVALID.remove(call, call.path["email"])
    return Reply(message="Invalid email removed")


@handles("invalid_emails.delete_all")
def forget_all_invalid(call: Call) -> Reply:
    """Take all off the list."""
    INVALID.clear(call)
    return Reply(message="All invalid emails removed")


@handles("blocks.list")
def blocks(call: Call) -> Reply:
    """List addresses whose provider blocked a message."""
    return BLOCKS.page(call)


@handles("blocks.delete")
def unblock(call: Call) -> Reply:
    """Take one off the list."""
    BLOCKS.remove(call, call.path["email"])
    return Reply(message="Email unblocked")


@handles("spam_reports.list")
def spam_reports(call: Call) -> Reply:
    """List addresses whose owner called a message spam, in a range of time."""
    start, end = call.time_range(PERIODS["day"](call.now - 90 * 86400))
    return SPAM_REPORTS.page(call, start=start, end=end)


@handles("spam_reports.delete")
def forget_report(call: Call) -> Reply:
    """Take one off the list."""
    SPAM_REPORTS.remove(call, call.path["email"])
    return Reply(message="Spam report removed")


@handles("unsubscribes.list")
def unsubscribes(call: Call) -> Reply:
    """List addresses that unsubscribed."""
    reply = UNSUBSCRIBES.page(call)
    for row in reply.data:
        row.setdefault("origin", "link")
        row.setdefault("campaignId", None)
    return reply


@handles("unsubscribes.create")
def unsubscribe(call: Call) -> Reply:
    """Unsubscribe an address: it gets no more but transactional mail."""
    email = call.text("email", limit=254)
    if "@" not in email:
        raise invalid("email", "must be an address")
    fields = call.fields()
    body = {
        "reason": str(fields.get("reason") or ""), "origin": "api", "campaignId": fields.get("campaignId"),
    }  # fmt: skip
    call.world.suppression.add(email, "List Unsubscribe", iso(call.now))
    return Reply(UNSUBSCRIBES.add(call.world, email, call.now, body), status=201)
