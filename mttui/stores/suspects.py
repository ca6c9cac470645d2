"""Who is behind the bounces: sources of mail, ranked by how far they lift the account's bounce rate.

The platform names no culprit. It gives a sample of the last bounces and of the last deliveries, and totals
for the window. From these each source's part in the bounces and in the traffic follows, and from those
what the account's rate would be without it: that difference is what ranks the suspects.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from mttui.api.models.events import MessageEvent

from .flow import Flow


class SourceKind(StrEnum):
    """What sends mail."""

    CAMPAIGN = "campaign"
    BATCH = "batch"
    SINGLE_SEND = "single send"
    AUTOMATION = "automation"
    SMTP_CREDENTIAL = "SMTP credential"
    API = "API"
    """No more is known than that it came through the API."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing that sends mail."""

    kind: SourceKind
    id: str = ""


_ID_FIELDS: tuple[tuple[SourceKind, str], ...] = (
    (SourceKind.CAMPAIGN, "campaign_id"),
    (SourceKind.BATCH, "batch_id"),
    (SourceKind.SINGLE_SEND, "single_send_id"),
    (SourceKind.AUTOMATION, "automation_id"),
    (SourceKind.SMTP_CREDENTIAL, "smtp_credential_id"),
)


def source_of(event: MessageEvent) -> Source:
    """Return what sent the message of an event."""
    for kind, name in _ID_FIELDS:
        if found := getattr(event, name):
            return Source(kind, found)
    return Source(SourceKind.API)


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a source besides its messages."""

    name: str = ""
    state: str = ""
    """As the platform calls it, as ``SENDING``."""
    waiting: int | None = None
    """Messages that have yet to go out."""
    since: datetime | None = None
    """When it was created or started."""
    stoppable: bool = True
    """Whether there is a lever for it in the API, and it has not been used."""


@dataclass(frozen=True, slots=True)
class Suspect:
    """A source with the figures that accuse it."""

    source: Source
    facts: Facts
    bounces: int
    """Bounces of it in the sample."""
    sample: int
    """Bounces in the sample in all."""
    bounce_share: float
    """Its part of the bounces, 0 to 1."""
    traffic_share: float
    """Its part of what was sent, 0 to 1."""
    own_rate: float | None
    """Bounces in percent of what it sent, by the samples."""
    rate_without: float | None
    """What the account's bounce rate would be without it, in percent."""
    lift: float
    """Percentage points that it adds to the account's bounce rate: what ranks it."""
    addresses: tuple[str, ...] = ()
    """Addresses it sent from, the most frequent first."""

    @property
    def is_accused(self) -> bool:
        """Whether the figures point at it, rather than it merely being there."""
        return self.lift >= _ACCUSING_LIFT and self.bounce_share > self.traffic_share


_ACCUSING_LIFT = 1.0
"""Percentage points from which a source is said to be a cause."""


@dataclass(frozen=True)
class Samples:
    """Messages of the window, as far as they were fetched."""

    bounced: tuple[MessageEvent, ...] = ()
    """The latest bounces, no more than a page."""
    delivered: tuple[MessageEvent, ...] = ()
    """The latest deliveries, no more than a page."""
    flow: Flow = field(default_factory=Flow)
    """Totals of the window."""


def rank(samples: Samples, known: Mapping[Source, Facts]) -> tuple[Suspect, ...]:
    """Return every source that is known or seen, the one to be stopped first.

    Args:
        samples: the latest messages and the totals of the window.
        known: what may send now, with what is known of it.
    """
    bounced = Counter(map(source_of, samples.bounced))
    delivered = Counter(map(source_of, samples.delivered))
    addresses = _addresses(samples.bounced)
    suspects = [
        _suspect(source, samples, bounced, delivered, known.get(source, Facts(stoppable=False)), addresses)
        for source in {**known, **bounced, **delivered}
    ]
    return tuple(sorted(suspects, key=_rank_key))


def _rank_key(suspect: Suspect) -> tuple[float, int, int, str, str]:
    return (
        -round(suspect.lift, 2),
        -suspect.bounces,
        -(suspect.facts.waiting or 0),
        suspect.source.kind,
        suspect.source.id,
    )


def _suspect(
    source: Source,
    samples: Samples,
    bounced: Counter[Source],
    delivered: Counter[Source],
    facts: Facts,
    addresses: Mapping[Source, tuple[str, ...]],
) -> Suspect:
    flow = samples.flow
    bounce_share = bounced[source] / max(1, bounced.total())
    own_bounces = bounce_share * flow.bounced
    own_sent = own_bounces + delivered[source] / max(1, delivered.total()) * flow.delivered
    rest_sent = flow.sent - own_sent
    rate_without = 100 * (flow.bounced - own_bounces) / rest_sent if rest_sent >= 1 else None
    rate = flow.bounce_rate or 0.0
    return Suspect(
        source=source,
        facts=facts,
        bounces=bounced[source],
        sample=bounced.total(),
        bounce_share=bounce_share,
        traffic_share=min(1.0, own_sent / flow.sent) if flow.sent else 0.0,
        own_rate=100 * own_bounces / own_sent if own_sent else None,
        rate_without=rate_without,
        lift=rate - (rate_without or 0.0),
        addresses=addresses.get(source, ()),
    )


def _addresses(events: Iterable[MessageEvent]) -> dict[Source, tuple[str, ...]]:
    seen: dict[Source, Counter[str]] = {}
    for event in events:
        if event.ip_address:
            seen.setdefault(source_of(event), Counter())[event.ip_address] += 1
    return {
        source: tuple(address for address, _ in counter.most_common()) for source, counter in seen.items()
    }


def count_by(events: Iterable[MessageEvent], name: str) -> tuple[tuple[str, int], ...]:
    """Count events by one of their fields, the most frequent first; events without it are left out."""
    counter = Counter(str(value) for event in events if (value := getattr(event, name)) is not None)
    return tuple(counter.most_common())
