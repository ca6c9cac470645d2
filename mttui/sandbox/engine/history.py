"""The thirty days before: sums only, by day, and by hour for the day that is running."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ..chance import Chance
from ..company import CLIENTS, DEVICES, LINKS, PLACES, POOLS, PROVIDERS
from ..outcomes import DELAY_REASONS, PROFILES, Profile
from .records import Source
from .world import World

DAYS = 30
_DAY, _HOUR = 86400, 3600


def write_history(world: World, until: int) -> None:
    """Write what was sent in the thirty days before ``until`` by everything that keeps sending."""
    sums: Counter[tuple[str, int, str, str]] = Counter()
    midnight = until - until % _DAY
    spans = [(midnight - day * _DAY, _DAY) for day in range(DAYS, 0, -1)]
    spans += [(hour, min(_HOUR, until - hour)) for hour in range(midnight, until, _HOUR)]
    for place, (start, length) in enumerate(spans):
        chance = world.chance.at(-1_000 - place)
        for source in list(world.sources.values()):
            if source.running and source.origin.members is None:
                _add(sums, source, start, length, chance)
    world.connection.executemany(
        "INSERT INTO tallies VALUES (?, ?, ?, ?, ?)", [(*cell, n) for cell, n in sums.items() if n]
    )


def _add(
    sums: Counter[tuple[str, int, str, str]], source: Source, start: int, length: int, chance: Chance
) -> None:
    """Add one source's mail of one span."""
    origin, profile = source.origin, PROFILES[source.origin.profile]
    sent = round(origin.rate * length * chance.between(0.9, 1.1))
    measures = _measures(sent, profile, chance)
    providers = [(provider.name, provider.share) for provider in PROVIDERS]
    ips = [(ip, 1.0) for ip in POOLS[origin.pool].ips]
    for measure, n in measures.items():
        sums["source", start, source.key, measure] += n
        source.totals[measure] += n
        _spread(sums, "provider", start, providers, measure, n)
        _spread(sums, "ip", start, ips, measure, n)
    source.totals["accepted"] += sent
    _spread(sums, "code", start, profile.bounces, "count", measures["bounced"])
    delays = [(reason, 1.0) for reason in DELAY_REASONS]
    _spread(sums, "delay", start, delays, "count", round(sent * profile.delayed))
    links = [(url, 1.0) for url, _ in LINKS]
    _spread(sums, "link", start, links, "count", measures["clicked"])
    for measure in ("opened", "clicked"):
        n = measures[measure]
        _spread(sums, "geo", start, [(f"{c}/{city}", 1.0) for c, city in PLACES], measure, n)
        _spread(sums, "device", start, [(device, 1.0) for device in DEVICES], measure, n)
        _spread(sums, "client", start, [(client, 1.0) for client in CLIENTS], measure, n)


def _measures(sent: int, profile: Profile, chance: Chance) -> dict[str, int]:
    """Return what became of so many messages."""
    bounced = round(sent * profile.edges[-1] * chance.between(0.8, 1.2))
    spam = round(sent * sum(share for code, share in profile.bounces if code in ("554", "571")))
    delivered = sent - bounced
    return {
        "sent": sent,
        "delivered": delivered,
        "bounced": bounced,
        "spam_bounced": min(spam, bounced),
        "opened": round(delivered * profile.opened),
        "clicked": round(delivered * profile.clicked),
        "complained": round(delivered * profile.complained),
        "unsubscribed": round(delivered * profile.unsubscribed),
    }


def _spread(
    sums: Counter[tuple[str, int, str, str]],
    dimension: str,
    start: int,
    shares: Sequence[tuple[str, float]],
    measure: str,
    n: int,
) -> None:
    """Spread a count over keys by their shares, without losing one."""
    whole = sum(share for _, share in shares)
    given, part = 0, 0.0
    for key, share in shares:
        part += share
        upto = round(n * part / whole)
        sums[dimension, start, key, measure] += upto - given
        given = upto
