"""The thirty days before: sums only, by day, and by hour for the day that is running."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import accumulate

from ..chance import Chance
from ..company import CLIENTS, DEVICES, LINKS, PLACES, POOLS, PROVIDERS
from ..outcomes import CAUSES, DELAY_REASONS, PROFILES, SPAM_CLASSES, Profile
from .records import Source
from .world import World

DAYS = 30
_DAY, _HOUR = 86400, 3600

Sums = Counter[tuple[str, int, str, str]]
"""Counts by dimension, bucket, key and measure."""
Shares = tuple[tuple[str, float], ...]
"""Keys, each with the part of the whole at which it ends."""


def _shares(parts: Iterable[tuple[str, float]]) -> Shares:
    keys, sizes = zip(*parts, strict=True)
    whole = sum(sizes)
    return tuple((key, edge / whole) for key, edge in zip(keys, accumulate(sizes), strict=True))


_PROVIDERS = _shares((provider.name, provider.share) for provider in PROVIDERS)
_IPS = {name: _shares((ip, 1.0) for ip in pool.ips) for name, pool in POOLS.items()}
_CODES = _shares(PROFILES["marketing"].bounces)
_SPAM_SHARE = sum(
    share for code, share in PROFILES["marketing"].bounces if CAUSES[code].bounce_class in SPAM_CLASSES
) / sum(share for _, share in PROFILES["marketing"].bounces)
"""Part of the usual bounces that are spam blocks."""
_DELAYS = _shares((reason, 1.0) for reason in DELAY_REASONS)
_LINKS = _shares((url, 1.0) for url, _ in LINKS)
_ENGAGEMENT = {
    "geo": _shares((f"{country}/{city}", 1.0) for country, city in PLACES),
    "device": _shares(Counter(DEVICES).items()),
    "client": _shares(Counter(CLIENTS).items()),
}


def write_history(world: World, until: int) -> None:
    """Write what was sent in the thirty days before ``until`` by everything that keeps sending."""
    sums: Sums = Counter()
    midnight = until - until % _DAY
    spans = [(midnight - day * _DAY, _DAY) for day in range(DAYS, 0, -1)]
    spans += [(hour, min(_HOUR, until - hour)) for hour in range(midnight, until, _HOUR)]
    streams = [s for s in world.sources.values() if s.running and s.origin.members is None]
    for place, (start, length) in enumerate(spans):
        _add_span(sums, streams, start, length, world.chance.at(-1_000 - place))
    world.connection.executemany(
        "INSERT INTO tallies VALUES (?, ?, ?, ?, ?)", [(*cell, n) for cell, n in sums.items() if n]
    )


def _add_span(sums: Sums, streams: list[Source], start: int, length: int, chance: Chance) -> None:
    """Add what all streams sent in one span."""
    by_pool: dict[str, Counter[str]] = {name: Counter() for name in POOLS}
    for source in streams:
        sent = round(source.origin.rate * length * chance.between(0.9, 1.1))
        measures = _measures(sent, PROFILES[source.origin.profile], chance)
        source.totals["accepted"] += sent
        source.totals.update(measures)
        by_pool[source.origin.pool].update(measures)
        for measure, n in measures.items():
            sums["source", start, source.key, measure] += n
    for pool, counts in by_pool.items():
        for measure, n in counts.items():
            _spread(sums, "ip", start, _IPS[pool], measure, n)
    whole = sum(by_pool.values(), Counter())
    for measure, n in whole.items():
        _spread(sums, "provider", start, _PROVIDERS, measure, n)
    _spread(sums, "code", start, _CODES, "count", whole["bounced"])
    _spread(sums, "delay", start, _DELAYS, "count", round(whole["sent"] * PROFILES["marketing"].delayed))
    _spread(sums, "link", start, _LINKS, "count", whole["clicked"])
    for dimension, shares in _ENGAGEMENT.items():
        for measure in ("opened", "clicked"):
            _spread(sums, dimension, start, shares, measure, whole[measure])


def _measures(sent: int, profile: Profile, chance: Chance) -> dict[str, int]:
    """Return what became of so many messages."""
    bounced = round(sent * profile.edges[-1] * chance.between(0.8, 1.2))
    delivered = sent - bounced
    return {
        "sent": sent,
        "delivered": delivered,
        "bounced": bounced,
        "spam_bounced": round(bounced * _SPAM_SHARE),
        "opened": round(delivered * profile.opened),
        "clicked": round(delivered * profile.clicked),
        "complained": round(delivered * profile.complained),
        "unsubscribed": round(delivered * profile.unsubscribed),
    }


def _spread(sums: Sums, dimension: str, start: int, shares: Shares, measure: str, n: int) -> None:
    """Spread a count over keys by their shares, without losing one."""
    given = 0
    for key, edge in shares:
        upto = round(n * edge)
        sums[dimension, start, key, measure] += upto - given
        given = upto
