"""Sub-accounts: their standing, what they sent, their credits and their IPs."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from ..clock import iso
from ..company import POOL_OF_IP, SUBACCOUNTS
from ..engine.documents import Document
from ..web.call import Call
from ..web.reply import Reply, invalid
from .common import percent
from .kept import setting_of
from .registry import handles
from .stats import PERIODS, figures, tallied

CREDITS = "subusers.credits"
_CREDITS = {"credits": 1_000_000, "resetDate": "monthly"}
_RESETS = ("monthly", "weekly", "daily", "never")


def sent_by_subaccount(call: Call) -> dict[str, Counter[str]]:
    """Return what each sub-account sent in the range of time that is asked for."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, measure, n in tallied(call, "source"):
        sums[call.world.sources[int(key)].origin.subaccount or ""][measure] += n
    return sums


@handles("subusers.stats.list")
def stats(call: Call) -> Reply:
    """List what each sub-account sent."""
    sums = sent_by_subaccount(call)
    return Reply([
        {"subaccountId": ref, "name": name, **figures(sums[ref])} for ref, name in SUBACCOUNTS.items()
    ])  # fmt: skip


@handles("subusers.reputations.list")
def reputations(call: Call) -> Reply:
    """List the standing of each sub-account: 100 less what its bounces and complaints cost."""
    sums = sent_by_subaccount(call)
    return Reply([
        {
            "subaccountId": ref, "name": name, "reputation": score_of(sums[ref]),
            "bounceRate": percent(sums[ref]["bounced"], sums[ref]["sent"], 2),
            "complaintRate": percent(sums[ref]["complained"], sums[ref]["delivered"], 2),
        }
        for ref, name in SUBACCOUNTS.items()
    ])  # fmt: skip


def score_of(counts: Counter[str]) -> int:
    """Return a score from 0 to 100: four points a percent of bounces, forty a percent of complaints."""
    bounced = percent(counts["bounced"], counts["sent"], 2)
    complained = percent(counts["complained"], counts["delivered"], 2)
    return max(0, round(100 - 4 * bounced - 40 * complained))


@handles("subusers.monthly_stats.list")
def monthly(call: Call) -> Reply:
    """List what each sub-account sent by month."""
    sums: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for day, key, measure, n in tallied(call, "source"):
        ref = call.world.sources[int(key)].origin.subaccount or ""
        sums[PERIODS["month"](day), ref][measure] += n
    rows: list[dict[str, Any]] = []
    for (at, ref), counts in sorted(sums.items()):
        if ref in SUBACCOUNTS:
            row = {"month": iso(at)[:7], "subaccountId": ref, "name": SUBACCOUNTS[ref]}
            rows.append({**row, **figures(counts)})
    return Reply(rows)


def remaining(call: Call) -> dict[str, Any]:
    """Return the credits: each message sent this month costs one."""
    kept = setting_of(call.world, CREDITS, _CREDITS)
    start = PERIODS["month"](call.now)
    (used,) = call.world.connection.execute(
        "SELECT coalesce(sum(n), 0) FROM tallies WHERE dimension = 'source' AND measure = 'sent'"
        " AND bucket >= ?",
        (start,),
    ).fetchone()
    return {**kept, "used": used, "remaining": max(0, kept["credits"] - used)}


@handles("subusers.credits.get")
def credits_of(call: Call) -> Reply:
    """Get the credits."""
    return Reply(remaining(call))


@handles("subusers.credits.update")
def set_credits(call: Call) -> Reply:
    """Set how many credits there are, and when they are counted anew."""
    kept = setting_of(call.world, CREDITS, _CREDITS)
    body = {
        "credits": int(call.number("credits", kept["credits"])),
        "resetDate": call.choice("resetDate", _RESETS, kept["resetDate"]),
    }
    call.world.documents.put(Document(CREDITS, "it", body))
    return Reply(remaining(call))


@handles("subusers.ips.update")
def set_ips(call: Call) -> Reply:
    """Set the IPs that sub-accounts send from."""
    if not isinstance(call.body, list) or not all(isinstance(each, str) for each in call.body):
        raise invalid("body", "must be a list of IPs", "INVALID_BODY")
    unknown = [each for each in call.body if each not in POOL_OF_IP]
    if unknown:
        raise invalid("body", f"{unknown[0]} is none of the account's IPs", "INVALID_IP")
    call.world.documents.put(Document("subusers.ips", "it", {"ips": call.body}))
    return Reply([{"ip": each, "pool": POOL_OF_IP[each].name} for each in call.body])
