"""The request log as rows: what was asked, how it ended, how long it took."""

from __future__ import annotations

from collections.abc import Sequence

from mttui.api.trace import TraceEntry
from mttui.text import UNKNOWN, Role, Span, clock_utc, count, size

from .columns import Column

REQUEST_COLUMNS = (
    Column("at", "UTC", 8, priority=6),
    Column("operation", "Operation", 20, weight=2, priority=9),
    Column("status", "Status", 6, align="right", priority=8),
    Column("ms", "ms", 6, align="right", priority=7),
    Column("bytes", "Size", 7, align="right", priority=3),
    Column("attempt", "Try", 3, align="right", priority=4),
    Column("by", "By", 4, priority=1),
    Column("request_id", "Request id", 12, weight=1, priority=2),
    Column("error", "Error", 10, weight=2, priority=5),
)

_ERRORS_FROM = 400


def request_cells(entry: TraceEntry) -> Sequence[Span | str]:
    """Return the cells of one request."""
    failed = bool(entry.error) or (entry.status or 0) >= _ERRORS_FROM
    status = UNKNOWN if entry.status is None else str(entry.status)
    return (
        clock_utc(entry.at),
        entry.operation,
        Span(f"✗ {status}" if failed else status, Role.BAD if failed else Role.NORMAL),
        count(entry.milliseconds),
        size(entry.size),
        str(entry.attempt),
        Span("poll" if entry.poll else "you", Role.MUTED if entry.poll else Role.NORMAL),
        entry.request_id or UNKNOWN,
        Span(entry.error, Role.BAD),
    )
