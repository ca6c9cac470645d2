"""The history of calls as rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from mttui.local.history import PastCall
from mttui.text import UNKNOWN, Role, Span, ago, count

from .columns import Column

CALL_COLUMNS = (
    Column("at", "Ago", 5, align="right", priority=4),
    Column("operation", "Operation", 22, weight=2, priority=6),
    Column("status", "Status", 6, align="right", priority=5),
    Column("arguments", "Arguments", 16, weight=3, priority=3),
    Column("ms", "ms", 6, align="right", priority=1),
    Column("profile", "Profile", 10, priority=2),
    Column("error", "Error", 12, weight=1, priority=0),
)


def call_cells(call: PastCall, now: datetime) -> Sequence[Span | str]:
    """Return the cells of one call."""
    failed = bool(call.error)
    status = UNKNOWN if call.status is None else str(call.status)
    return (
        Span(ago((now - call.at).total_seconds()), Role.MUTED),
        call.operation,
        Span(f"✗ {status}" if failed else status, Role.BAD if failed else Role.NORMAL),
        arguments_in_words(call),
        count(call.milliseconds),
        Span(call.profile, Role.MUTED),
        Span(call.error, Role.BAD),
    )


def arguments_in_words(call: PastCall) -> str:
    """Write arguments as ``name=value``, in a line."""
    return " ".join(f"{name}={_plain(value)}" for name, value in call.arguments.items())


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
