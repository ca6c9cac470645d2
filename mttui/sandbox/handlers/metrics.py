"""Breakdowns by one dimension; ``count`` is what was sent, or bounced, delayed, clicked.

Those of what was sent also carry ``sent``, ``delivered``, ``bounced`` and ``bounceRate``, and the
bounce classifications list the ``classes`` they hold; both are the sandbox's own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from ..company import LINKS, POOL_OF_IP, SUBACCOUNTS, TEMPLATES
from ..engine.records import Source
from ..outcomes import CAUSES, CLASS_LABELS, DELAY_REASONS
from ..web.call import Call
from ..web.reply import Reply
from .common import percent
from .registry import handles
from .stats import tallied

Sums = Mapping[str, Counter[str]]
_LINK_LABELS = dict(LINKS)


def _sums(call: Call, dimension: str, key_of: Callable[[str], str] = str) -> Sums:
    sums: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, key, measure, n in tallied(call, dimension):
        sums[key_of(key)][measure] += n
    return sums


def _rows(counts: Mapping[str, int], labels: Mapping[str, str] | None) -> list[dict[str, Any]]:
    """Return rows by falling count, each with its part of the whole."""
    whole = sum(counts.values())
    rows = []
    for key, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if n:
            label = {} if labels is None else {"label": labels.get(key, key)}
            rows.append({"key": key, **label, "count": n, "percentage": percent(n, whole)})
    return rows


def _sent_by(sums: Sums, labels: Mapping[str, str]) -> Reply:
    rows = _rows({key: counts["sent"] for key, counts in sums.items()}, labels)
    for row in rows:
        counts = sums[row["key"]]
        row |= {name: counts[name] for name in ("sent", "delivered", "bounced")}
        row["bounceRate"] = percent(counts["bounced"], counts["sent"], 2)
    return Reply(rows)


@handles("metrics.sending_ip.list")
def sending_ip(call: Call) -> Reply:
    """Break down what was sent by the address it was sent from."""
    return _sent_by(_sums(call, "ip"), {ip: pool.name for ip, pool in POOL_OF_IP.items()})


def _by_source(call: Call, key_of: Callable[[Source], str], labels: Mapping[str, str]) -> Reply:
    sources = call.world.sources
    return _sent_by(_sums(call, "source", lambda key: key_of(sources[int(key)])), labels)


@handles("metrics.template.list")
def template(call: Call) -> Reply:
    """Break down what was sent by template."""
    return _by_source(call, lambda source: source.origin.template, TEMPLATES)


@handles("metrics.subaccount.list")
def subaccount(call: Call) -> Reply:
    """Break down what was sent by subaccount."""
    return _by_source(call, lambda source: source.origin.subaccount, SUBACCOUNTS)


def _counted(call: Call, dimension: str) -> dict[str, int]:
    return {key: counts["count"] for key, counts in _sums(call, dimension).items()}


@handles("metrics.bounce_reasons.list")
def bounce_reasons(call: Call) -> Reply:
    """Break down bounces by SMTP code."""
    rows = _rows(_counted(call, "code"), {code: cause.reason for code, cause in CAUSES.items()})
    for row in rows:
        row["bounceClass"] = CAUSES[row["key"]].bounce_class
    return Reply(rows)


@handles("metrics.bounce_classifications.list")
def bounce_classifications(call: Call) -> Reply:
    """Break down bounces into hard, soft and block."""
    kinds: Counter[str] = Counter()
    classes: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for code, n in _counted(call, "code").items():
        cause = CAUSES[code]
        kinds[cause.type] += n
        classes[cause.type][cause.bounce_class] += n
    rows = _rows(kinds, None)
    for row in rows:
        row["classes"] = [
            {"class": number, "label": CLASS_LABELS[number], "count": n}
            for number, n in classes[row["key"]].most_common()
            if n
        ]
    return Reply(rows)


@handles("metrics.delay_reasons.list")
def delay_reasons(call: Call) -> Reply:
    """Break down delays by reason."""
    return Reply(_rows(_counted(call, "delay"), DELAY_REASONS))


@handles("metrics.link_engagement.list")
def link_engagement(call: Call) -> Reply:
    """Break down clicks by link."""
    return Reply(_rows(_counted(call, "link"), _LINK_LABELS))
