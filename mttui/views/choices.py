"""Something to choose from: actions, screens, operations, as data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mttui.api.operation import Operation
from mttui.text import Line, Role, Span, cell_len, fit, line

from .keyboard import Keyboard, find_key
from .keys import Scope


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    id: str
    title: str
    hint: str = ""
    """More about it, faint."""
    key: str = ""
    """The key that does the same at once."""
    reason: str | None = None
    """Why it cannot be chosen now; ``None`` when it can."""


_KEY_GAP = 2


def key_width(choices: Iterable[Choice]) -> int:
    """Return the cells that the column of the keys takes; 0 when no choice has one."""
    widest = max((cell_len(choice.key) for choice in choices), default=0)
    return widest + _KEY_GAP if widest else 0


def choice_line(choice: Choice, width: int, *, selected: bool, keys: int) -> Line:
    """Draw a choice in exactly ``width`` cells; the selected one has a mark before it.

    Args:
        choice: what is drawn.
        width: cells.
        selected: whether the cursor is on it.
        keys: cells for the keys, from :func:`key_width`.
    """
    title = fit(choice.title, max(0, min(cell_len(choice.title), width - keys - 4)))
    hint = choice.hint if choice.reason is None else f"not now: {choice.reason}"
    room = max(0, width - keys - 2 - cell_len(title) - 2)
    parts = (f"{fit(choice.key, keys)}{title}", f"  {fit(hint, room)}")
    if selected:
        return line(Span(f"▸ {parts[0]}{parts[1]}", Role.SELECTED))
    if choice.reason is not None:
        return line(Span(f"  {parts[0]}{parts[1]}", Role.MUTED))
    return line("  ", Span(parts[0][:keys], Role.KEY), parts[0][keys:], Span(parts[1], Role.MUTED))


def key_choices(
    working: Iterable[tuple[str, str | None]], keyboard: Keyboard, *, where: bool = False
) -> list[Choice]:
    """Make choices of keys that work on a screen.

    Args:
        working: ids, each with the reason against it, if any.
        keyboard: which keys they are in this run.
        where: say also where each works.
    """
    choices = []
    for key_id, reason in working:
        key = find_key(key_id)
        place = f"   [{key.scope}]" if where and key.scope is not Scope.GLOBAL else ""
        shown = keyboard.shown(key, most=2)
        choices.append(Choice(key.id, key.title, f"{key.help}{place}", shown, reason))
    return choices


def operation_choices(operations: Iterable[Operation]) -> list[Choice]:
    """Make choices of operations; choosing one opens its help page."""
    return [Choice(each.id, each.id, each.summary) for each in operations]
