"""The incident room as data: its panels, what each shows, and where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from mttui.stores.evidence import Evidence
from mttui.stores.incident import Incident
from mttui.stores.platform import PlatformStores
from mttui.stores.store import Store
from mttui.stores.suspects import Suspect
from mttui.text import Line, Role, Span, line

from . import incident as words
from .arrangement import Part, Slot, across, down
from .charts import recent
from .columns import Column
from .ops_mail import queues


@dataclass(frozen=True)
class Room:
    """What the panels of the room draw from."""

    incident: Incident
    stores: PlatformStores
    suspect: Suspect | None
    """The selected suspect."""

    @property
    def evidence(self) -> Evidence:
        """The incident's own stores."""
        return self.incident.evidence


@dataclass(frozen=True)
class IncidentPanel:
    """One panel of evidence."""

    id: str
    title: str
    body: Callable[[Room, int, int], list[Line]]
    """Takes the room, width and height; returns the panel's lines."""
    stores: Callable[[Room], tuple[Store[Any], ...]]
    """What it shows; the first is the one whose age stands in the title; none for the timeline."""


def _rate(room: Room, width: int, height: int) -> list[Line]:
    lines = [words.verdict(room.incident)]
    every, threshold = room.stores.flow.interval, room.incident.threshold
    lines += recent(room.stores, room.incident.series, width, height - 1, every=every, threshold=threshold)
    return lines


def _queue(room: Room, width: int, height: int) -> list[Line]:
    return queues(room.stores, width, height)


def _accusation(room: Room, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    if room.suspect is None:
        return [line(Span("No suspect is selected.", Role.MUTED))]
    return words.accusation(room.suspect, room.incident, room.evidence.logs.snapshot.value)


def _reasons(room: Room, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    evidence = room.evidence
    return words.reasons(evidence.breakdowns.snapshot.value, evidence.samples.snapshot.value, width)


def _network(room: Room, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    listed = [row.ip for row in room.stores.ips.snapshot.value or () if getattr(row, "blocklisted", False)]
    return words.network(room.evidence.samples.snapshot.value, [ip for ip in listed if ip], width)


def _changes(room: Room, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    return words.changes(room.evidence.logs.snapshot.value, room.incident.event.triggered_at, width)


def _timeline(room: Room, width: int, height: int) -> list[Line]:  # noqa: ARG001  # a panel body
    return words.timeline(room.incident.timeline.moments, width=width)


PANELS: tuple[IncidentPanel, ...] = (
    IncidentPanel("rate", "Rate against the line", _rate, lambda room: (room.stores.flow,)),
    IncidentPanel("queue", "Queue", _queue, lambda room: (room.stores.queues,)),
    IncidentPanel(
        "accusation", "What accuses it", _accusation, lambda room: (room.evidence.samples, room.evidence.logs)
    ),
    IncidentPanel(
        "reasons",
        "Bounce reasons and classes",
        _reasons,
        lambda room: (room.evidence.breakdowns, room.evidence.samples),
    ),
    IncidentPanel("network", "Domains and IPs", _network, lambda room: (room.evidence.samples,)),
    IncidentPanel("changes", "Who changed what", _changes, lambda room: (room.evidence.logs,)),
    IncidentPanel("timeline", "Timeline", _timeline, lambda _: ()),
)

SUSPECT_COLUMNS: tuple[Column, ...] = (
    Column("accused", "", 1, priority=9),
    Column("kind", "Suspect", 11, priority=6),
    Column("name", "Name", 12, weight=1, priority=8),
    Column("bounces", "Bounces", 7, align="right", priority=7),
    Column("rate", "Own rate", 8, align="right", priority=7),
    Column("without", "Without it", 10, align="right", priority=7),
    Column("state", "State", 9, priority=5),
)
"""What a row of the suspects says, see :func:`~.incident.suspect_cells`."""

_WIDE = 110


def arrange(width: int, height: int) -> Part:  # noqa: ARG001  # every arrangement takes both
    """Return where the panels stand: the rate and the suspects first, the timeline last."""
    top = across(Slot("rate", least=20, weight=3), Slot("queue", least=34, weight=1), least=5, weight=2)
    if width >= _WIDE:
        return down(
            top,
            Slot("suspects", least=5, weight=2),
            across(
                Slot("accusation", least=20, weight=4),
                Slot("reasons", least=20, weight=3),
                Slot("network", least=20, weight=3),
                least=5,
                weight=2,
            ),
            across(Slot("changes", least=20), Slot("timeline", least=20), least=4, weight=2),
        )
    return down(
        top,
        Slot("suspects", least=4, weight=1, most=9),
        Slot("accusation", least=3, weight=1, most=6),
        across(Slot("reasons", least=20), Slot("changes", least=20), least=4, weight=1),
        Slot("timeline", least=3, weight=1),
    )
