"""A live panel: a titled canvas that says how old its figures are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from mttui.text import UNKNOWN, Line, Role, Span, ago, cell_len, truncate
from mttui.widgets.canvas import Canvas

_FINE_STEP = 5
"""Seconds. Ages change in steps of this, because each change is bytes over the wire."""
_MINUTE = 60


def age_label(age: float | None) -> str:
    """Write the age of a figure: `<5s`, `10s`, `2m`; an en dash when there is no figure."""
    if age is None:
        return UNKNOWN
    if age < _FINE_STEP:
        return f"<{_FINE_STEP}s"
    return ago(age - age % _FINE_STEP if age < _MINUTE else age)


def is_stale(age: float | None, interval: float) -> bool:
    """Tell whether a figure is past twice its interval (both in seconds)."""
    return age is not None and age > 2 * interval


def title_rule(
    title: str,
    width: int,
    *,
    age: float | None,
    interval: float,
    error: str | None = None,
    focused: bool = False,
) -> Line:
    """Draw the line above a panel: its title, what is wrong, and the age at the right.

    The focused panel has a heavy rule and a block before its title.
    """
    rule = "━" if focused else "─"
    edge = Role.ACCENT if focused else Role.MUTED
    stale = is_stale(age, interval)
    label = f"STALE {age_label(age)}" if stale else age_label(age)
    right = (Span(f" {label} ", Role.WARN if stale else Role.MUTED), Span(rule, edge))
    room = width - cell_len(label) - 3
    start = Span("▌" if focused else rule, edge)
    shown_title = Span(f" {truncate(title, max(room - 5, 0))} ", Role.TITLE)
    room -= 1 + cell_len(shown_title.text)
    trouble: Line = ()
    if error and room >= 9:  # noqa: PLR2004 (less holds no word)
        text = truncate(f"! {error}", room - 4)
        trouble = (Span(rule, edge), Span(f" {text} ", Role.BAD))
        room -= cell_len(text) + 3
    return (start, shown_title, *trouble, Span(rule * max(room, 0), edge), *right)


class Panel(Canvas, can_focus=True):
    """A canvas under a title rule with the age of what it shows.

    Past twice its interval the body is faint and the rule says STALE; an error stands on
    the rule beside the last good figures.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", id="open", show=False),
    ]

    class Opened(Message):
        """Enter was pressed on a panel."""

        def __init__(self, panel: Panel) -> None:
            super().__init__()
            self.panel = panel

        @property
        def control(self) -> Panel:
            """The panel."""
            return self.panel

    def __init__(
        self,
        title: str,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 (Textual's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._title = title
        self._body: tuple[Line, ...] = ()
        self._age: float | None = None
        self._interval = 0.0
        self._error: str | None = None

    @property
    def is_stale(self) -> bool:
        """Whether the figures are past twice their interval."""
        return is_stale(self._age, self._interval)

    def show_body(
        self,
        lines: Sequence[Line],
        *,
        age: float | None,
        interval: float,
        error: str | None = None,
        title: str | None = None,
    ) -> None:
        """Show figures with their age.

        Args:
            lines: What stands under the title.
            age: Seconds since the figures were true; None when there are none yet.
            interval: Seconds between two refreshes.
            error: Why the last refresh failed, in words.
            title: A new title; without it the title stays.
        """
        self._title = self._title if title is None else title
        self._body = tuple(lines)
        self._age, self._interval, self._error = age, interval, error
        self._update()

    def _update(self) -> None:
        width = self.content_size.width
        if not width:
            return
        rule = title_rule(
            self._title,
            width,
            age=self._age,
            interval=self._interval,
            error=self._error,
            focused=self.has_focus,
        )
        body = map(_faint, self._body) if self.is_stale else self._body
        self.show((rule, *body))

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the rule to the new width."""
        self._update()

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 (Textual's signature)
        """Show on the rule where the focus is."""
        super().watch_has_focus(has_focus)
        self._update()

    def action_open(self) -> None:
        """Say that the panel was opened."""
        self.post_message(self.Opened(self))


def _faint(spans: Line) -> Line:
    return tuple(Span(span.text, Role.STALE) for span in spans)
