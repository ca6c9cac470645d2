"""What a form says around its fields: what it is, what a time means, which records begin like this."""

from __future__ import annotations

from collections.abc import Sequence

from mttui.api.errors import InvalidArguments
from mttui.api.operation import Operation
from mttui.stores.completion import Suggestion
from mttui.text import Line, Role, Span, cell_len, duration, line, truncate

from .form_values import Here, value_of
from .forms import FormField
from .keyboard import Keyboard, find_key
from .operations import EFFECT_SIGNS

_MOST = 4
_MINUTE = 60


def title_lines(operation: Operation, title: str, status: Line, width: int) -> list[Line]:
    """Say what is filled in and what sending it does; below it, how things stand."""
    head = line(" ", Span(title, Role.TITLE), "   ", EFFECT_SIGNS[operation.effect])
    path = f"   {operation.method} {operation.path}"
    used = sum(cell_len(span.text) for span in head)
    head = (*head, Span(truncate(path, max(0, width - used)), Role.MUTED))
    needed = Span(" * needed   ~ changed", Role.MUTED)
    return [head, (Span(" "), *status) if status else (needed,), ()]


def moment_note(field: FormField, text: str, here: Here) -> Line:
    """Say which time was typed, in UTC and here, and how far off it is."""
    try:
        moment = value_of(field, text, here)
    except InvalidArguments:
        return line(Span("= not a time yet", Role.WARN))
    if not hasattr(moment, "hour"):
        return line(Span(f"= {moment:%a %Y-%m-%d}, the whole day", Role.ACCENT))
    seconds = (moment - here.now).total_seconds()
    far = duration(abs(seconds))
    away = "now" if abs(seconds) < _MINUTE else f"in {far}" if seconds > 0 else f"{far} ago"
    there = moment.astimezone(here.local)
    return line(
        Span(f"= {moment:%a %Y-%m-%d %H:%M} UTC", Role.ACCENT),
        f" · {there:%H:%M %Z} · ",
        Span(away, Role.ACCENT if seconds > 0 else Role.WARN),
    )


def suggestion_note(known: Sequence[Suggestion], typed: str, keyboard: Keyboard, width: int) -> Line:
    """Name the record that was typed, or the first that begin like it."""
    key = keyboard.shown(find_key("form.pick"))
    exact = next((each for each in known if each.value == typed), None)
    if exact is not None:
        return line(Span(truncate(f"= {exact.name or exact.kind}", width), Role.GOOD))
    if not known:
        return line(Span("no record that is known begins like this" if typed else "…", Role.MUTED))
    shown = ", ".join(f"{each.value} {each.name}".strip() for each in known[:_MOST])
    return line(
        Span(f"{key} ", Role.KEY), Span(truncate(shown, max(1, width - cell_len(key) - 1)), Role.MUTED)
    )
