"""The line above every screen: which account, how sending stands, the queue, incidents, requests, time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mttui.stores.watch import Sending
from mttui.text import Line, Role, Span, cell_len, count, fit_line, line_width, plural, short

from .sending import SENDING_SIGNS


@dataclass(frozen=True, slots=True)
class HeaderFacts:
    """What the header says."""

    profile: str
    production: bool = False
    read_only: bool = False
    world: str = ""
    """``DEMO`` or ``SANDBOX`` where nothing is real; empty elsewhere."""
    sending: Sending = Sending.UNKNOWN
    stale: bool = False
    """Whether the sending status is out of date."""
    pending: int | None = None
    """Messages that wait in both queues; ``None`` when not known."""
    incidents: int = 0
    requests: int = 0
    """Requests of the last minute."""
    budget: int = 60
    """Requests a minute that are allowed."""
    halted: str = ""
    """Why nothing is polled, in one word: ``FROZEN``; empty when it is."""
    utc: str = ""
    """Time of day in UTC as the platform has it: ``02:40``."""
    local: str = ""
    """The same here, with its zone: ``09:40 WIB``."""


Forms = Sequence[Line]
"""Ways to say the same, from the longest to the shortest."""


def header_line(facts: HeaderFacts, width: int) -> Line:
    """Write the header in exactly ``width`` cells.

    What matters least is said shorter first, then left out: requests, local time, queue. The profile, a
    PRODUCTION, the sending status and an incident stay.
    """
    left = [_profile(facts), _mode(facts), _sending(facts), _queue(facts), _incidents(facts)]
    right = [_requests(facts), _clock(facts)]
    parts = left + right
    chosen = _choose(parts, give_way=(5, 3, 6, 1, 0), width=width)
    ahead = _joined(chosen[: len(left)])
    behind = _joined(chosen[len(left) :])
    room = width - line_width(ahead) - line_width(behind)
    return fit_line((*ahead, Span(" " * max(room, 0)), *behind), width)


def _choose(parts: list[Forms], *, give_way: Sequence[int], width: int) -> list[Line]:
    """Take the longest form of each part that still fits; ``give_way`` says who shortens first."""
    picked = [0] * len(parts)
    while sum(line_width(forms[at]) for forms, at in zip(parts, picked, strict=True)) > width:
        shorter = next((at for at in give_way if picked[at] + 1 < len(parts[at])), None)
        if shorter is None:
            break
        picked[shorter] += 1
    return [forms[at] for forms, at in zip(parts, picked, strict=True)]


def _joined(parts: Sequence[Line]) -> Line:
    return tuple(span for part in parts for span in part)


_NAME_WIDTH = 16


def _profile(facts: HeaderFacts) -> Forms:
    production = (Span(" PRODUCTION ", Role.ALERT),) if facts.production else ()
    world = (Span(f" {facts.world} ", Role.KEY),) if facts.world else ()
    name = facts.profile
    if cell_len(name) > _NAME_WIDTH:
        name = name[: _NAME_WIDTH - 1] + "…"
    named = (*production, *world, Span(f" {name}", Role.STRONG))
    return (named, (*production, *world)) if production or world else (named,)


def _mode(facts: HeaderFacts) -> Forms:
    words = [word for word in ("READ-ONLY" if facts.read_only else "", facts.halted) if word]
    if not words:
        return ((),)
    short_words = ["R/O" if word == "READ-ONLY" else word for word in words]
    return tuple((Span("  " + " ".join(each), Role.WARN),) for each in (words, short_words))


def _sending(facts: HeaderFacts) -> Forms:
    sign = SENDING_SIGNS[facts.sending]
    stale = (Span(" STALE", Role.STALE),) if facts.stale else ()
    return ((Span("  "), sign, *stale),)


def _queue(facts: HeaderFacts) -> Forms:
    return (
        (Span("  queue ", Role.MUTED), Span(count(facts.pending))),
        (Span("  queue ", Role.MUTED), Span(short(facts.pending))),
        (Span("  q ", Role.MUTED), Span(short(facts.pending))),
        (),
    )


def _incidents(facts: HeaderFacts) -> Forms:
    if not facts.incidents:
        return ((),)
    return ((Span("  "), Span(f" ▲ {plural(facts.incidents, 'incident')} ", Role.ALERT)),)


def _requests(facts: HeaderFacts) -> Forms:
    spent = facts.requests >= facts.budget
    figures = Span(f"{facts.requests}/{facts.budget}", Role.WARN if spent else Role.NORMAL)
    return ((Span("  req ", Role.MUTED), figures, Span("!" if spent else "", Role.WARN)), ())


def _clock(facts: HeaderFacts) -> Forms:
    utc = (Span("  "), Span(facts.utc), Span(" UTC ", Role.MUTED))
    local = (Span(" "), Span(facts.local, Role.MUTED), Span(" "))
    return ((*utc, *local), utc, ()) if facts.local else (utc, ())
