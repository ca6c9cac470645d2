"""A run over many records in words: the plan before it, how far it is, and what became of each row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from mttui.api.operation import Effect
from mttui.stores.bulk import BulkRow, BulkRun, Plan, RowState, RunState
from mttui.text import Line, Role, Span, bar, count, duration, line, plural

from .columns import Column

BULK_COLUMNS = (
    Column("name", "Record", 20, weight=2, priority=3),
    Column("state", "State", 10, priority=4),
    Column("words", "What was said", 24, weight=3, priority=2),
)

_SIGNS: dict[RowState, tuple[str, Role]] = {
    RowState.WAITING: ("· waiting", Role.MUTED),
    RowState.DONE: ("✓ done", Role.GOOD),
    RowState.FAILED: ("✗ failed", Role.BAD),
    RowState.DOUBTFUL: ("? doubtful", Role.WARN),
    RowState.SKIPPED: ("– skipped", Role.MUTED),
}
_STATE_WORDS: dict[RunState, tuple[str, Role]] = {
    RunState.READY: ("not started", Role.MUTED),
    RunState.RUNNING: ("running", Role.ACCENT),
    RunState.PAUSED: ("PAUSED", Role.WARN),
    RunState.STOPPED: ("STOPPED", Role.WARN),
    RunState.FINISHED: ("finished", Role.GOOD),
}
_ORDER = (RowState.DONE, RowState.FAILED, RowState.DOUBTFUL, RowState.SKIPPED, RowState.WAITING)
_BAR = 24


def bulk_cells(row: BulkRow) -> Sequence[Span | str]:
    """Return the cells of one row."""
    sign, role = _SIGNS[row.state]
    said = f"{row.error.message} ({row.error.short})" if row.error else ""
    return (row.name, Span(sign, role), Span(said, Role.NORMAL if role is Role.MUTED else role))


def plan_words(run: BulkRun) -> tuple[str, ...]:
    """Say what the run will do, for the question before it."""
    plan = run.plan()
    return (
        f"{plural(plan.rows, 'record')}, one request each, one after the other.",
        f"{_pace(plan)}.",
        _EFFECT_WORDS[run.operation.effect],
        "It can be paused between two records, and goes on when you leave the screen.",
    )


_EFFECT_WORDS: dict[Effect, str] = {
    Effect.READ: "Nothing changes.",
    Effect.CHANGE: "Each is changed at once; there is no undo for the whole run.",
    Effect.SEND: "Mail goes out with each of them.",
    Effect.DESTROY: "What is destroyed cannot be brought back.",
}


def _pace(plan: Plan) -> str:
    return f"About {duration(plan.seconds)} at {count(plan.per_minute)} requests a minute"


def progress_lines(run: BulkRun, title: str) -> list[Line]:
    """Return what stands over the rows: how far it is, what came of it, how long it takes."""
    counts, total = run.counts, len(run.rows)
    words, role = _STATE_WORDS[run.state]
    through = total - counts.get(RowState.WAITING, 0)
    head = line(" ", Span(title, Role.TITLE), "   ", Span(words, role))
    progress = (*line(" "), *bar(through, total, _BAR), *line(f" {count(through)} of {count(total)}   "))
    for state in _ORDER:
        if counts.get(state):
            sign, state_role = _SIGNS[state]
            progress = (*progress, Span(f"{sign} {count(counts[state])}", state_role), Span("   "))
    lines: list[Line] = [head, progress]
    if run.state is RunState.PAUSED and run.why_paused:
        lines.append(line(" ", Span(f"Paused: {run.why_paused}", Role.WARN)))
    elif run.state in {RunState.READY, RunState.RUNNING, RunState.PAUSED}:
        lines.append(line(" ", Span(_pace(run.plan()), Role.MUTED)))
    else:
        lines.append(line(" ", Span(result_words(run), role)))
    return [*lines, ()]


def result_words(run: BulkRun) -> str:
    """Say how a run ended, in one sentence."""
    counts = run.counts
    parts = [f"{count(counts[state])} {state.value}" for state in _ORDER if counts.get(state)]
    return f"{run.operation.id}: {', '.join(parts)}"


def file_name(run: BulkRun, now: datetime) -> str:
    """Name the file of what was not done."""
    return f"{run.operation.id}-not-done-{now:%Y%m%d-%H%M%S}.ndjson"
