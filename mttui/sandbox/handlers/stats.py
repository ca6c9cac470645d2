"""Aggregated statistics, by the time of injection.

Fields the sandbox answers with: ``sent``, ``delivered``, ``bounced``, ``delayed``, ``queued`` (sent and
not settled), ``opened``, ``clicked``, ``complained``, ``unsubscribed``, ``spamBounced``. In every period
sent = delivered + bounced + delayed + queued. Periods begin at whole ten seconds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from ..clock import iso
from ..company import PROVIDERS
from ..engine.records import BUCKET
from ..web.call import Call
from ..web.reply import Reply, invalid
from .common import percent
from .registry import handles

_DAY = 86400
_DEFAULT = 30 * _DAY
_FIELDS = (
    ("sent", "sent"), ("delivered", "delivered"), ("bounced", "bounced"), ("delayed", "delayed"),
    ("opened", "opened"), ("clicked", "clicked"), ("complained", "complained"),
    ("unsubscribed", "unsubscribed"), ("spamBounced", "spam_bounced"),
)  # fmt: skip


def _day(at: int) -> int:
    return at - at % _DAY


def _week(at: int) -> int:
    return _day(at) - datetime.fromtimestamp(at, UTC).weekday() * _DAY


def _month(at: int) -> int:
    day = datetime.fromtimestamp(_day(at), UTC)
    return int((day - timedelta(days=day.day - 1)).timestamp())


PERIODS: dict[str, Callable[[int], int]] = {"day": _day, "week": _week, "month": _month}
"""How each way of aggregating finds the start of a period."""

Row = tuple[int, str, str, int]
"""Start of the day, key, measure, count."""


def tallied(call: Call, dimension: str) -> list[Row]:
    """Return the counts of a dimension by day, in the range of time that is asked for."""
    start, end = call.time_range(_day(call.now - _DEFAULT))
    rows = call.world.connection.execute(
        "SELECT bucket - bucket % ?, key, measure, sum(n) FROM tallies"
        " WHERE dimension = ? AND bucket >= ? AND bucket < ? GROUP BY 1, 2, 3",
        (_DAY, dimension, start - start % BUCKET, end),
    )
    return rows.fetchall()


def figures(counts: Counter[str]) -> dict[str, int]:
    """Return counts under the names of the API."""
    shown = {name: counts[measure] for name, measure in _FIELDS}
    shown["queued"] = shown["sent"] - shown["delivered"] - shown["bounced"] - shown["delayed"]
    return shown


def period(call: Call) -> Callable[[int], int] | None:
    """Return the way of aggregating that is asked for, if any."""
    name = call.query.get("aggregatedBy", "").lower()
    if name and name not in PERIODS:
        raise invalid("aggregatedBy", f"must be one of {', '.join(PERIODS)}")
    return PERIODS.get(name)


@handles("stats.get")
def get(call: Call) -> Reply:
    """Add up everything: one row for the whole range, or one for each period."""
    start_of = period(call)
    first, last = call.time_range(_day(call.now - _DEFAULT))
    sums: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for day, _, measure, n in tallied(call, "source"):
        sums[start_of(day) if start_of else first][measure] += n
    if start_of is None:
        return Reply([{"from": iso(first), "to": iso(last), **figures(sums[first])}])
    return Reply([{"date": iso(at)[:10], **figures(sums[at])} for at in sorted(sums)])


@handles("stats.categories.list")
def categories(call: Call) -> Reply:
    """Add up by category of what was sent."""
    start_of = period(call)
    sums: defaultdict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for day, key, measure, n in tallied(call, "source"):
        category = call.world.sources[int(key)].origin.category
        sums[start_of(day) if start_of else 0, category][measure] += n
    rows = []
    for (at, category), counts in sorted(sums.items()):
        date = {"date": iso(at)[:10]} if start_of else {}
        rows.append({"category": category, **date, **figures(counts)})
    return Reply(rows)


def _by_key(call: Call, dimension: str) -> dict[str, Counter[str]]:
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, measure, n in tallied(call, dimension):
        sums[key][measure] += n
    return dict(sorted(sums.items(), key=lambda item: (-item[1]["opened"], item[0])))


@handles("stats.mailbox_providers.list")
def mailbox_providers(call: Call) -> Reply:
    """Add up by mailbox provider."""
    sums = _by_key(call, "provider")
    return Reply([
        {
            "provider": provider.name, "delivered": counts["delivered"], "opens": counts["opened"],
            "inboxRate": provider.inbox_rate, "sent": counts["sent"], "bounced": counts["bounced"],
            "bounceRate": percent(counts["bounced"], counts["sent"], 2),
        }
        for provider in PROVIDERS
        for counts in (sums.get(provider.name, Counter()),)
    ])  # fmt: skip


@handles("stats.devices.list")
def devices(call: Call) -> Reply:
    """Add up opens and clicks by device."""
    sums = _by_key(call, "device")
    opens = sum(counts["opened"] for counts in sums.values())
    return Reply([_engaged({"device": key}, counts, opens) for key, counts in sums.items()])


@handles("stats.browsers.list")
def clients(call: Call) -> Reply:
    """Add up opens by mail client."""
    sums = _by_key(call, "client")
    opens = sum(counts["opened"] for counts in sums.values())
    return Reply([
        {"client": key, "opens": counts["opened"], "percentage": percent(counts["opened"], opens)}
        for key, counts in sums.items()
    ])  # fmt: skip


@handles("stats.geo.list")
def places(call: Call) -> Reply:
    """Add up opens and clicks by city, in one country or all."""
    wanted = call.query.get("country", "").upper()
    rows = []
    for key, counts in _by_key(call, "geo").items():
        country, _, city = key.partition("/")
        if wanted in ("", country):
            rows.append(
                {"country": country, "city": city, "opens": counts["opened"], "clicks": counts["clicked"]}
            )
    return Reply(rows)


def _engaged(head: dict[str, Any], counts: Counter[str], opens: int) -> dict[str, Any]:
    share = percent(counts["opened"], opens)
    return {**head, "opens": counts["opened"], "clicks": counts["clicked"], "percentage": share}
