"""What stands in place of figures on a bad day: the key is refused, nothing answers, no room."""

from __future__ import annotations

from typing import Any

from mttui.api.errors import ApiError, Forbidden, KeyMissing, Unauthorized, UnreadableAnswer
from mttui.stores.store import Snapshot
from mttui.text import Line, Role, Span, line, wrap

from .keyboard import Keyboard, find_key

_FOR_A_PERSON = (Unauthorized, Forbidden, KeyMissing, UnreadableAnswer)
"""What does not pass by itself: it is said even while older data is there to be seen."""

_WIDTH = 74
"""Cells of a line of the notice: with its margin it fits 80 columns."""
_MOST_LINES = 4
"""Lines of a message of the platform."""


def notice_lines(status: Snapshot[Any], keyboard: Keyboard) -> tuple[Line, ...]:
    """Say why nothing is known of the account, or what a person has to mend; empty when all is well.

    Args:
        status: of the sending status, which every screen polls.
        keyboard: names the key that tries again.
    """
    error = status.error
    if error is None or (status.value is not None and not isinstance(error, _FOR_A_PERSON)):
        return ()
    again = keyboard.shown(find_key("refresh"))
    return (
        (),
        line(Span("  ✗ ", Role.BAD), Span(_what(error), Role.STRONG)),
        *(line("    ", part) for part in wrap(error.message, _WIDTH, lines=_MOST_LINES)),
        *(line("    ", Span(part, Role.ACCENT)) for part in wrap(error.advice, _WIDTH)),
        line(
            Span("    It is tried again by itself; ", Role.MUTED),
            Span(again, Role.KEY),
            Span(" tries now.", Role.MUTED),
        ),
        (),
    )


def _what(error: ApiError) -> str:
    known = "" if error.short == error.label else f" ({error.short})"
    return f"The platform cannot be read: {error.label}{known}"


def too_small_lines(size: tuple[int, int], least: tuple[int, int]) -> tuple[Line, ...]:
    """Say that the terminal is too small, and how large it must be."""
    (width, height), (least_width, least_height) = size, least
    return (
        line(Span("mttui needs more room", Role.STRONG)),
        line(f"now {width}×{height}, at least {least_width}×{least_height}"),
        line(Span("Enlarge the window, or ctrl+c leaves.", Role.MUTED)),
    )
