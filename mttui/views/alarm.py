"""An incident in one line: for the banner, the terminal's title and the toast when it is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.watch import Sending
from mttui.text import Line, Role, Span, ago, fit_line, percent, printable

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
    ahead = Span(
        f" ▲ INCIDENT {_name(event)}{_figures(event)}{more}, {_state(event, sending, now)}", Role.ALERT
    )
    call = Span(f" press {key} to open ", Role.ALERT)
    cut = fit_line((ahead,), max(0, width - len(call.text)))
    return fit_line((*(Span(span.text, Role.ALERT) for span in cut), call), width)


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


def _state(event: VelocityEvent, sending: Sending, now: datetime) -> str:
    state = f"sending {sending.value.upper()}"
    if event.triggered_at is None:
        return state
    since = event.triggered_at.strftime("%H:%M")
    return f"{state} since {since} ({ago((now - event.triggered_at).total_seconds())})"
