"""How mail arrives: a report, by sending domain, and reputation over time; how readers engage."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from ..clock import iso
from ..company import SENDING_DOMAINS, SUBACCOUNTS
from ..web.call import Call
from ..web.reply import Reply
from .common import percent
from .registry import handles
from .stats import figures, tallied
from .subusers import score_of, sent_by_subaccount


def _whole(call: Call) -> Counter[str]:
    sums: Counter[str] = Counter()
    for _, _, measure, n in tallied(call, "source"):
        sums[measure] += n
    return sums


def rates(counts: Counter[str]) -> dict[str, float]:
    """Return rates in percent: opens and clicks of what was delivered, bounces of what was sent."""
    return {
        "deliveryRate": percent(counts["delivered"], counts["sent"], 2),
        "openRate": percent(counts["opened"], counts["delivered"]),
        "clickRate": percent(counts["clicked"], counts["delivered"]),
        "bounceRate": percent(counts["bounced"], counts["sent"], 2),
        "complaintRate": percent(counts["complained"], counts["delivered"], 3),
    }


@handles("deliverability.report.get")
def report(call: Call) -> Reply:
    """Get the report of the last thirty days."""
    counts = _whole(call)
    return Reply(
        {**figures(counts), **rates(counts), "score": score_of(counts), "generatedAt": iso(call.now)}
    )


@handles("deliverability.domains.list")
def domains(call: Call) -> Reply:
    """List what each sending domain did."""
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, measure, n in tallied(call, "source"):
        sums[call.world.sources[int(key)].origin.domain][measure] += n
    page = call.page()
    names = [*SENDING_DOMAINS, *sorted(set(sums) - set(SENDING_DOMAINS))]
    rows = [{"domain": name, **figures(sums[name]), **rates(sums[name])} for name in names]
    return page.reply(rows[page.offset : page.offset + page.per_page], len(rows))


@handles("deliverability.reputation.get")
def reputation(call: Call) -> Reply:
    """Get the score now, and what the days of the range would give by themselves."""
    by_day: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for day, _, measure, n in tallied(call, "source"):
        by_day[day][measure] += n
    history = [{"date": iso(day)[:10], "score": score_of(by_day[day])} for day in sorted(by_day)]
    return Reply({"score": call.world.reputation.score(), "history": history})


@handles("engagement.scores.get")
def engagement(call: Call) -> Reply:
    """Get how well readers engage."""
    counts = _whole(call)
    shown = rates(counts)
    names = ("openRate", "clickRate", "bounceRate", "complaintRate")
    return Reply({"score": engagement_score(counts), "metrics": {name: shown[name] for name in names}})


def engagement_score(counts: Counter[str]) -> int:
    """Return a score from 0 to 100: full marks for 40 % opens and 10 % clicks, less for bounces."""
    opens = percent(counts["opened"], counts["delivered"]) / 40
    clicks = percent(counts["clicked"], counts["delivered"]) / 10
    cost = 4 * percent(counts["bounced"], counts["sent"], 2)
    return max(0, min(100, round(60 * min(1.0, opens) + 40 * min(1.0, clicks) - cost)))


@handles("engagement.subaccount_scores.list")
def by_subaccount(call: Call) -> Reply:
    """List how well the readers of each sub-account engage."""
    sums = sent_by_subaccount(call)
    rows: list[dict[str, Any]] = []
    for ref, name in SUBACCOUNTS.items():
        shown = rates(sums[ref])
        rows.append({
            "subaccountId": ref, "name": name, "score": engagement_score(sums[ref]),
            "openRate": shown["openRate"], "clickRate": shown["clickRate"],
        })  # fmt: skip
    return Reply(rows)
