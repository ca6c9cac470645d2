"""Panels of a screen, drawn from stores with their age, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mttui.api.errors import ApiError
from mttui.stores.store import Store
from mttui.text import Line, Role, Span, ago, line, wrap
from mttui.widgets.panel import Panel


def show_live(
    panel: Panel, lines: Sequence[Line], stores: Sequence[Store[Any]], now: float, *, title: str | None = None
) -> None:
    """Show a panel's lines with the age of its first store and the first error of any.

    Args:
        panel: where.
        lines: what stands in it.
        stores: what it was drawn from; a panel drawn from none has no age.
        now: the clock's ``monotonic``, in seconds.
        title: another title.
    """
    if not stores:
        panel.show_body(lines, age=0.0, interval=0.0, title=title)
        return
    first = stores[0].snapshot
    if first.value is None and first.error is not None:
        lines = _in_place_of_figures(first.error, panel.content_size.width)
    errors = [store.snapshot.error for store in stores if store.snapshot.error is not None]
    panel.show_body(
        lines,
        age=first.age(now),
        interval=first.interval,
        error=_in_words(errors[0].short, errors[0].retry_after) if errors else None,
        title=title,
    )


def _in_place_of_figures(error: ApiError, width: int) -> list[Line]:
    """Say what is wrong, and what to do about it: a missing scope has its name in the message."""
    said = [line(Span(part, Role.BAD)) for part in wrap(error.message, width, lines=3)]
    return said + [line(Span(part, Role.MUTED)) for part in wrap(error.advice, width, lines=3)]


def _in_words(short: str, retry_after: float | None) -> str:
    return f"{short}, again in {ago(retry_after)}" if retry_after else short
