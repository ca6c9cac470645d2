"""Threads in a list: their columns and cells, and the splits above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from mttui.api.models.threads import Thread
from mttui.stores.inbox.clocks import ResponseClock
from mttui.stores.inbox.splits import CLOSED, OPEN, PENDING, SNOOZED, status_of
from mttui.text import (
    UNKNOWN,
    Line,
    Role,
    Span,
    ago,
    count,
    duration,
    fit_line,
    line,
    line_width,
    truncate,
)

from .columns import Column

THREAD_COLUMNS = (
    Column("state", "State", 9, priority=8),
    Column("who", "Who", 14, weight=2, priority=9),
    Column("subject", "Subject", 18, weight=4, priority=10),
    Column("preview", "First words", 20, weight=5, priority=2),
    Column("clock", "Answer in", 10, align="right", priority=6),
    Column("labels", "Labels", 10, weight=1, priority=5),
    Column("age", "Age", 4, align="right", priority=7),
)
"""What a row of the inbox has."""

_STATES = {
    OPEN: Span("● open"),
    PENDING: Span("◐ pending", Role.WARN),
    SNOOZED: Span("☾ snoozed", Role.MUTED),
    CLOSED: Span("○ closed", Role.MUTED),
}
_LEAVING = Span("↗ leaving", Role.ACCENT)
_DRAFT = Span("✎ draft", Role.ACCENT)
_ELSEWHERE = Span("✎ other", Role.WARN)
NO_SUBJECT = "(no subject)"
_MINUTE = 60
_NAME = 30
_LONG_AGE = len("100d")
_LONG_SLEEP = 400 * 86_400
"""Seconds of a sleep that is meant to end with a reply only."""
_SOON = 0.25
"""Part of a response time from which on it is short."""


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What is known of a thread beside what the platform says."""

    clock: ResponseClock | None = None
    is_leaving: bool = False
    """A reply to it is on its way, and can still be called back."""
    has_draft: bool = False
    """Something has been typed and not been sent."""
    wakes_at: datetime | None = None
    """When it comes back, if it sleeps until a time."""
    typed_elsewhere: bool = False
    """Another copy of mttui on this box is answering it."""


def thread_cells(thread: Thread, facts: RowFacts, now: datetime) -> tuple[Span, ...]:
    """Write the cells of a row."""
    return (
        state_span(thread, facts),
        Span(who(thread), Role.STRONG),
        Span(thread.subject or NO_SUBJECT),
        Span(thread.preview or "", Role.MUTED),
        _wakes_span(facts.wakes_at, now) if facts.wakes_at else clock_span(facts.clock, now),
        Span(" ".join(thread.labels), Role.MUTED),
        Span(_age(age_of(thread, now)), Role.MUTED),
    )


def state_span(thread: Thread, facts: RowFacts | None = None) -> Span:
    """Write what state a thread is in, by a sign and a word."""
    if facts is not None:
        if facts.is_leaving:
            return _LEAVING
        if facts.typed_elsewhere:
            return _ELSEWHERE
        if facts.has_draft:
            return _DRAFT
    status = status_of(thread)
    return _STATES.get(status) or Span(f"? {status}", Role.WARN)


def who(thread: Thread) -> str:
    """Name the person that a thread is with."""
    return thread.contact_name or thread.contact_email or UNKNOWN


def name_of(thread: Thread) -> str:
    """Name a thread in a sentence: its subject, or whose it is where it has none."""
    subject = thread.subject or ""
    return f"“{subject}”" if subject.strip() else f"{NO_SUBJECT} of {who_briefly(thread)}"


def who_briefly(thread: Thread) -> str:
    """Name the person in a sentence, of which the name must leave something."""
    return truncate(who(thread), _NAME)


def age_of(thread: Thread, now: datetime) -> float | None:
    """Return the seconds since the person wrote, or since anything happened where that is not known."""
    last = thread.last_inbound_at or thread.updated_at or thread.created_at
    return None if last is None else (now - last).total_seconds()


def _age(seconds: float | None) -> str:
    """Write an age; in whole minutes, as seconds would send the list anew every second."""
    return "now" if seconds is not None and seconds < _MINUTE else ago(seconds)


def _wakes_span(wakes_at: datetime, now: datetime) -> Span:
    left = max(0.0, (wakes_at - now).total_seconds())
    return Span("on reply" if left > _LONG_SLEEP else f"wakes {ago(left)}", Role.MUTED)


def clock_span(clock: ResponseClock | None, now: datetime) -> Span:
    """Write how long there is to answer; what is over says so, and by how much."""
    if clock is None:
        return Span(UNKNOWN, Role.MUTED)
    left = clock.left(now)
    # In whole minutes: seconds would send the list anew every second.
    if left < timedelta():
        over = ago(max(_MINUTE, -left.total_seconds()))
        return Span(f"▲ {over} over" if len(over) < _LONG_AGE else f"▲ {over}", Role.BAD)
    role = Role.WARN if left < clock.target * _SOON else Role.NORMAL
    minutes = max(1, int(left.total_seconds() // _MINUTE))
    return Span(duration(minutes * _MINUTE), role)


_BEFORE, _AFTER = Span("‹", Role.MUTED), Span("›", Role.MUTED)
_MORE = 2
"""Cells for the signs that there are more splits."""


@dataclass(frozen=True, slots=True)
class SplitTab:
    """A split above the list."""

    name: str
    count: int | None
    is_partial: bool = False
    """Whether it counts only what was looked through."""


def tabs_line(tabs: Sequence[SplitTab], selected: int, said: Line, width: int) -> Line:
    """Write the splits with the selected one marked, and words on the right; in exactly ``width`` cells.

    Where there is no room for all, those around the selected one are shown.
    """
    title = (Span(" 3 Inbox", Role.TITLE), Span(" "))
    room = width - line_width(said) - line_width(title)
    written = [_tab(tab, is_selected=at == selected) for at, tab in enumerate(tabs)]
    first = 0
    while first < selected and _widths(written[first : selected + 1]) + _MORE > room:
        first += 1
    shown = list((*title, _BEFORE) if first else (*title, Span(" ")))
    left = room - _MORE
    for spans in written[first:]:
        left -= line_width(spans)
        if left < 0:
            shown.append(_AFTER)
            break
        shown += spans
    return fit_line((*fit_line(tuple(shown), max(0, width - line_width(said))), *said), width)


def _tab(tab: SplitTab, *, is_selected: bool) -> Line:
    number = "" if tab.count is None else f" {count(tab.count)}{'+' if tab.is_partial else ''}"
    if is_selected:
        return (Span(f"▸{tab.name}{number} ", Role.SELECTED), Span(" "))
    return (Span(f" {tab.name}", Role.NORMAL), Span(f"{number} ", Role.MUTED), Span(" "))


def _widths(tabs: Sequence[Line]) -> int:
    return sum(line_width(tab) for tab in tabs)


@dataclass(frozen=True, slots=True)
class Leaving:
    """The reply that goes out next."""

    to: str
    """The person it goes to."""
    seconds: float
    """Until it goes."""
    more: int
    """How many others wait."""
    key: str
    """What calls it back; empty where that key would take back something else first."""
    trouble: str = ""
    """Why it has not gone, where it should have."""


def leaving_line(leaving: Leaving) -> Line:
    """Write the countdown of the reply that goes out next."""
    others = f" (and {count(leaving.more)} more)" if leaving.more else ""
    when = f"waits: {leaving.trouble}" if leaving.trouble else f"goes out in {leaving.seconds:.0f} s"
    back = (Span(leaving.key, Role.KEY), Span(" calls it back", Role.MUTED)) if leaving.key else ()
    return line(Span(" ↗ ", Role.ACCENT), Span(f"The reply to {leaving.to}{others} {when}  "), *back)


def said_line(said: Line, key: str, leaving: Leaving | None, width: int) -> Line:
    """Write what was said last; what takes it back, and when a reply goes out, is never cut off.

    Args:
        said: the words.
        key: what takes back that which they tell of; empty where nothing does.
        leaving: the reply that goes out next.
        width: cells.
    """
    right: list[Span] = []
    if key:
        right += [Span("  "), Span(key, Role.KEY), Span(" takes it back", Role.MUTED)]
    if leaving is not None:
        right.append(Span("  ↗ waits" if leaving.trouble else f"  ↗ {leaving.seconds:.0f} s", Role.ACCENT))
    room = max(0, width - line_width(tuple(right)) - 1)
    return (*fit_line(said, min(room, line_width(said))), *right)
