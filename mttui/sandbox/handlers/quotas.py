"""What may be sent and asked, and what was."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..clock import iso
from ..web.call import Call
from ..web.reply import Reply
from .common import percent
from .registry import handles
from .stats import PERIODS, period, tallied

DAILY, MONTHLY = 250_000, 6_000_000
_DAYS = {"day": 1, "week": 7, "month": 30}


def _sent_since(call: Call, start: int) -> int:
    (n,) = call.world.connection.execute(
        "SELECT coalesce(sum(n), 0) FROM tallies WHERE dimension = 'source' AND measure = 'sent'"
        " AND bucket >= ?",
        (start,),
    ).fetchone()
    return int(n)


def _part(name: str, limit: int, used: int) -> dict[str, Any]:
    return {f"{name}Limit": limit, f"{name}Used": used, f"{name}Remaining": max(0, limit - used)}


@handles("quotas.get")
def get(call: Call) -> Reply:
    """Get the day's and the month's sends, and the minute's requests."""
    day, month = PERIODS["day"](call.now), PERIODS["month"](call.now)
    return Reply({
        "plan": "PRO",
        **_part("daily", DAILY, _sent_since(call, day)),
        **_part("monthly", MONTHLY, _sent_since(call, month)),
        "rateLimit": call.rate_limit,
        "rateLimitRemaining": max(0, call.rate_limit - call.requests_this_minute),
        "rateLimitReset": iso(call.now + call.reset_in),
    })  # fmt: skip


@handles("quotas.history.list")
def history(call: Call) -> Reply:
    """List what was sent, by day, week or month."""
    start_of = period(call) or PERIODS["day"]
    limit = DAILY * _DAYS[call.query.get("aggregatedBy", "day").lower() or "day"]
    sent: Counter[int] = Counter()
    for day, _, measure, n in tallied(call, "source"):
        if measure == "sent":
            sent[start_of(day)] += n
    return Reply([
        {"date": iso(at)[:10], "sent": n, "limit": limit, "percentage": percent(n, limit)}
        for at, n in sorted(sent.items())
    ])  # fmt: skip
