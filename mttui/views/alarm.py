"""An incident in one line: for the banner, the terminal's title and the toast when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.watch import Sending
from mttui.text import Line, Role, Span, ago, cell_len, fit_line, percent, plain, printable

_NAME_CHARS = 60


def banner_line(
    events: Sequence[VelocityEvent], sending: Sending, *, now: datetime, key: str, width: int
) -> Line:
    """Write what the newest active event is about, in exactly ``width`` cells.

    Args:
        events: the active ones, the newest first; not empty.
        sending: how sending stands.
        now: the platform's time, in UTC.
        key: what opens the incident, as people read it.
        width: cells.
    """
    event = events[0]
    more = f" (+{len(events) - 1} more)" if len(events) > 1 else ""
    about = f" ▲ INCIDENT {_name(event)}{_figures(event)}{more}, "
    call = f" press {key} to open "
    room = max(0, width - cell_len(call))
    states = _states(event, sending, now)
    state = next((state for state in states if cell_len(about + state) <= room), states[-1])
    cut = plain(fit_line((Span(about + state),), room))
    return fit_line((Span(cut + call, Role.ALERT),), width)


def title_of(sending: Sending, *, incident: bool) -> str:
    """Return the terminal's title; printable, whatever the platform says."""
    return f"▲ {sending.value} — mttui" if incident else "mttui"


def ended_words(event: VelocityEvent, sending: Sending) -> str:
    """Say that an event is over and how sending stands now."""
    return f"{_name(event)} is over: sending is {sending.value}."


def _name(event: VelocityEvent) -> str:
    return printable(event.rule_name or event.rule_id or event.id, limit=_NAME_CHARS)


def _figures(event: VelocityEvent) -> str:
    if event.metric_value is None or event.threshold is None:
        return ""
    return f": {percent(event.metric_value)} > {percent(event.threshold)}"


def _states(event: VelocityEvent, sending: Sending, now: datetime) -> tuple[str, ...]:
    """Say how sending stands since when, from the longest form to the shortest."""
    word = sending.value.upper()
    if event.triggered_at is None:
        return (f"sending {word}",)
    since = event.triggered_at.strftime("%H:%M")
    age = ago((now - event.triggered_at).total_seconds())
    return (f"sending {word} since {since} ({age})", f"sending {word} for {age}", f"{word} {age}")
