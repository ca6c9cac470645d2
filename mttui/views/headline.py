"""The lines above a list or a record: where one is, how much there is, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence

from mttui.api.errors import ApiError
from mttui.stores.collection import Collection
from mttui.text import Line, Role, Span, ago, count, fit_line, line, line_width, plural, truncate, wrap

from .filtering import filter_words

_STEP = " › "
_LEAST_STEP = 8
_FRESH = 10.0
"""Seconds in which data is as of now."""


def trail_line(trail: Sequence[str], right: Line, width: int) -> Line:
    """Write where one is, on the left, and something on the right, in exactly ``width`` cells.

    Of a long way the steps before the last are cut, then the first ones left out.
    """
    room = max(0, width - line_width(right) - 3)
    steps = [step for step in trail if step]
    *before, last = steps or [""]
    last = truncate(last, max(_LEAST_STEP, room - len(before) * (_LEAST_STEP + len(_STEP))))
    spans = _steps(before, last, room)
    while before and line_width(spans) > room:
        longest = max(len(step) for step in before)
        if longest > _LEAST_STEP:
            before = [truncate(step, longest - 1) if len(step) == longest else step for step in before]
        else:
            before = ["…", *before[2:]] if len(before) > 1 else []
        spans = _steps(before, last, room)
    gap = max(1, width - 2 - line_width(spans) - line_width(right))
    return fit_line((Span(" "), *spans, Span(" " * gap), *right, Span(" ")), width)


def _steps(before: Sequence[str], last: str, room: int) -> Line:
    spans = [span for step in before for span in (Span(step, Role.MUTED), Span(_STEP, Role.MUTED))]
    return (*spans, Span(truncate(last, max(room, 1)), Role.TITLE))


def age_span(read_at: float | None, now: float, error: ApiError | None) -> Span:
    """Say how old data is; with an error beside it, that it is not what there is now."""
    if read_at is None:
        return Span("")
    age = max(0.0, now - read_at)
    if error is not None:
        return Span(f"STALE {ago(age)}", Role.STALE)
    return Span("now" if age < _FRESH else f"{ago(age)} ago", Role.MUTED)


def list_lines(
    collection: Collection, trail: Sequence[str], now: float, width: int, one: str, *, column: str = ""
) -> list[Line]:
    """Write what a list is: where, how many, sorted and filtered how, marked, how old, what went wrong.

    Args:
        collection: the list.
        trail: where one is.
        now: seconds of the clock's ``monotonic``.
        width: cells.
        one: what a row is, in the singular.
        column: the title of the column that the rows are sorted by, where they are.
    """
    marked, sort, total = len(collection.marks), collection.sort, collection.total
    parts: list[Span] = []
    if marked:
        parts.append(Span(f"{count(marked)} marked", Role.ACCENT))
    if sort is not None:
        parts.append(Span(f"by {column or sort.path} {'↓' if sort.down else '↑'}", Role.MUTED))
    if total is not None and collection.filter is None:
        parts.append(Span(f"{count(total)} in all" if total != 1 else f"1 {one}"))
    age = age_span(collection.read_at, now, collection.error)
    if age.text:
        parts.append(age)
    right = tuple(span for at, part in enumerate(parts) for span in ((Span("  "), part) if at else (part,)))
    lines = [trail_line(trail, right, width)]
    narrowed = [
        f"{name}={value}" for name, value in collection.arguments.items() if name in collection.narrowed
    ]
    filtered = " ".join(part for part in (*narrowed, filter_words(collection)) if part)
    if filtered:
        lines.append(line(" ", Span("/ ", Role.KEY), filtered))
    if collection.error is not None:
        lines += error_lines(collection.error, width)
    return lines


def error_lines(error: ApiError, width: int) -> list[Line]:
    """Say what went wrong, and what to do about it, in lines of ``width`` cells."""
    what = wrap(f"✗ {error.short}: {error.message}", width - 2, lines=2)
    advice = wrap(error.advice, width - 4, lines=2)
    return [
        *(line(" ", Span(part, Role.BAD)) for part in what),
        *(line("   ", Span(part, Role.MUTED)) for part in advice),
    ]


def empty_words(collection: Collection, empty: str, many: str) -> str:
    """Say why there are no rows."""
    if collection.error is not None and collection.total is None:
        return f"The {many} could not be read."
    if collection.total is None:
        return "Asking …"
    if collection.search or collection.filter is not None or collection.narrowed:
        return f"None of the {many} is like that. esc shows all."
    return empty


def marks_words(asked: int, left_out: int, one: str, many: str) -> str:
    """Say what became of marking several rows."""
    said = f"{plural(asked - left_out, one, many)} marked"
    return f"{said}; {count(left_out)} are not loaded or have no id" if left_out else said
