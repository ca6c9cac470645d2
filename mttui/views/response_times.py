"""Response times as a table to take along, and in one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mttui.local.opinions import Agreement
from mttui.local.response_log import Response, Turn
from mttui.text import count, percent

_HEAD = ("thread", "turn", "split", "asked_at", "answered_at", "seconds", "target_seconds", "met")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, full-width forms included."""
_NAMES = {Turn.FIRST: "first answers", Turn.NEXT: "further answers"}


def response_rows(rows: Sequence[Response]) -> Iterator[tuple[str, ...]]:
    """Yield the lines of the table, the head first. Times are UTC; no cell is a formula."""
    yield _HEAD
    for each in rows:
        target = "" if each.target is None else f"{each.target.total_seconds():.0f}"
        met = "" if each.met is None else ("yes" if each.met else "no")
        yield (
            _safe(each.thread), each.turn.value, _safe(each.split), each.asked_at.isoformat(),
            each.answered_at.isoformat(), f"{each.took.total_seconds():.0f}", target, met,
        )  # fmt: skip


def response_words(rows: Sequence[Response], agreement: Agreement) -> str:
    """Say how many answers came in time, and how often the classifier was agreed with."""
    parts = []
    for turn, name in _NAMES.items():
        known = [each.met for each in rows if each.turn is turn and each.met is not None]
        if known:
            met = sum(known)
            parts.append(
                f"{name} in time: {percent(100 * met / len(known))} ({count(met)} of {count(len(known))})"
            )
    if agreement.share is not None:
        parts.append(f"suggestions taken: {percent(100 * agreement.share)} of {count(agreement.total)}")
    return " · ".join(parts)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
