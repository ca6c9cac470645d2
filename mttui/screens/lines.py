"""All lines of something that a panel shows only the beginning of."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult

from mttui.text import Line, Role, Span, line
from mttui.views.keys import Scope
from mttui.widgets.pages import Page

from .base import WorkScreen


class LinesScreen(WorkScreen):
    """A page of lines that goes on being live.

    Args:
        title: what they are.
        lines: takes the width in cells, returns the lines as they are now.
    """

    SCOPE = Scope.LIST
    TICKS: ClassVar[bool] = True

    def __init__(self, title: str, lines: Callable[[int], Sequence[Line]]) -> None:
        super().__init__()
        self._lines = lines
        self._title = title

    def compose_body(self) -> ComposeResult:
        """One page over the whole body."""
        yield Page(id="lines")

    def on_mount(self) -> None:
        """Begin to show."""
        page = self.query_one(Page)
        page.tell(lambda width: [line(Span(self._title, Role.TITLE)), (), *self._lines(width)])
        page.focus()

    def redraw(self) -> None:
        """Show the lines as they are now."""
        self.query_one(Page).rewrite()
