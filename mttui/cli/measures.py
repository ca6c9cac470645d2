"""What `mttui check` measures: the figures of each check, and what they mean."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from .ranges import Range, range_of

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget


class State(IntEnum):
    """The states of a plugin; the number is the exit status."""

    OK = 0
    WARNING = 1
    CRITICAL = 2
    UNKNOWN = 3


_GRAVITY = (State.OK, State.UNKNOWN, State.WARNING, State.CRITICAL)


def worst(*states: State) -> State:
    """Return the gravest: what is known to be wrong before what is not known."""
    return max(states, key=_GRAVITY.index, default=State.OK)


class Missing(Exception):
    """The platform did not give the figure that a check is about."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One item of the performance data."""

    label: str
    value: float
    unit: str = ""
    """``%`` or nothing."""
    high: float | None = None
    """The largest it can be."""
    is_judged: bool = False
    """Whether it is held against the thresholds."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a check found."""

    words: str
    figures: tuple[Figure, ...]
    state: State = State.OK
    """What the platform itself says, whatever the thresholds."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check."""

    measure: Callable[[Mailtarget], Awaitable[Measured]]
    warning: Range | None = None
    """Without a word of the caller's."""
    critical: Range | None = None


async def velocity(client: Mailtarget) -> Measured:
    """The state of sending, and how many events are open."""
    from mttui.stores.watch import Sending

    status = await client.velocity.status.get()
    states = {Sending.ACTIVE: State.OK, Sending.THROTTLED: State.WARNING, Sending.PAUSED: State.CRITICAL}
    sending = Sending.of(status)
    events = status.active_events
    figures = [Figure("active_events", events, is_judged=True)] if events is not None else []
    if status.active_rules is not None:
        figures.append(Figure("active_rules", status.active_rules))
    words = f"sending is {status.sending_status or 'in a state that was not said'}"
    if events is not None:
        words += f", {events} active event{'' if events == 1 else 's'}"
    return Measured(words, tuple(figures), states.get(sending, State.UNKNOWN))


async def queues(client: Mailtarget) -> Measured:
    """What waits, what goes out and what failed; a failed message is a warning."""
    found = await client.sending_queues.get()
    if found.pending is None:
        raise Missing("the platform gave no figure of the queues")
    counts = {"pending": found.pending, "processing": found.processing, "failed": found.failed}
    figures = [
        Figure(name, value, is_judged=name == "pending")
        for name, value in counts.items()
        if value is not None
    ]
    for name, queue in (("regular", found.regular), ("scheduled", found.scheduled)):
        if queue is not None and queue.pending is not None:
            figures.append(Figure(f"{name}_pending", queue.pending))
    words = ", ".join(f"{figure.value:,.0f} {figure.label}" for figure in figures if figure.label in counts)
    return Measured(words, tuple(figures), State.WARNING if found.failed else State.OK)


async def reputation(client: Mailtarget) -> Measured:
    """The account's score."""
    found = await client.reputation.score.get()
    if found.score is None:
        raise Missing("the platform gave no score")
    scored = [factor for factor in found.factors if factor.score is not None and factor.name]
    words = f"score {found.score:g} of 100"
    if scored:
        lowest = min(scored, key=lambda factor: factor.score or 0)
        words += f", lowest factor {lowest.name} {lowest.score:g}"
    return Measured(words, (Figure("score", found.score, high=100, is_judged=True),))


async def quota(client: Mailtarget) -> Measured:
    """How much of the day's and the month's sends is used up; a limit of zero is none."""
    found = await client.quotas.get()
    figures: list[Figure] = []
    words: list[str] = []
    for name, used, limit in (
        ("daily", found.daily_used, found.daily_limit),
        ("monthly", found.monthly_used, found.monthly_limit),
    ):
        if used is None:
            continue
        figures.append(Figure(f"{name}_used", used, high=limit or None))
        if limit:
            part = 100 * used / limit
            figures.append(Figure(name, round(part, 2), "%", high=100, is_judged=True))
            words.append(f"{name} {part:.0f} % of {limit:,}")
        else:
            words.append(f"{name} {used:,} without a limit")
    if not figures:
        raise Missing("the platform gave no figure of the quota")
    if found.rate_limit_remaining is not None:
        figures.append(Figure("requests_left", found.rate_limit_remaining, high=found.rate_limit))
    return Measured(", ".join(words), tuple(figures))


CHECKS: Mapping[str, Check] = {
    "velocity": Check(velocity, warning=range_of("0")),
    "queues": Check(queues),
    "reputation": Check(reputation, warning=range_of("75:"), critical=range_of("60:")),
    "quota": Check(quota, warning=range_of("80"), critical=range_of("95")),
}
"""The checks by name.

80 and 95 percent are where the quota panel changes colour, too. 75 and 60 are this program's own: the
platform documents no grades.
"""
