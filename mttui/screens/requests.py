"""The request log: a drawer at the bottom that lives only while it is open."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget

from mttui.api.trace import Trace, TraceEntry
from mttui.text import Role, Span, line
from mttui.views.requests import REQUEST_COLUMNS, request_cells
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.rows import ListRows

_DRAW_EVERY = 0.5
"""Seconds between two drawings at least."""


class RequestDrawer(Widget):
    """The last requests, the newest first.

    Args:
        trace: where they are recorded.
        closes: the key that closes it, as people read it.
    """

    DEFAULT_CSS = "RequestDrawer { height: 34%; min-height: 5; }"

    def __init__(self, trace: Trace, *, closes: str) -> None:
        super().__init__(id="requests")
        self._trace, self._closes = trace, closes
        self._rows: ListRows[TraceEntry] = ListRows(
            trace, key=lambda entry: str(entry.number), cells=request_cells
        )
        self._end: Callable[[], None] | None = None
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """A title, and the list."""
        yield Canvas(id="requests-title")
        yield Grid(REQUEST_COLUMNS, self._rows, empty="Nothing has been asked yet.")

    def on_mount(self) -> None:
        """Begin to follow."""
        self.query_one("#requests-title", Canvas).show(
            (line(Span(" Requests", Role.TITLE), Span(f"   {self._closes} or esc closes", Role.MUTED)),)
        )
        self._end = self._trace.subscribe(self._came)
        self.query_one(Grid).focus()

    def on_unmount(self) -> None:
        """Follow no more."""
        if self._end is not None:
            self._end()
            self._end = None

    def selected(self) -> TraceEntry | None:
        """Return the request under the cursor."""
        at = self.query_one(Grid).cursor_index
        return None if at is None else self._rows.rows[at]

    def on_grid_opened(self, message: Grid.Opened) -> None:
        """A request has nothing to open; the screen's own list must not take it for its own."""
        message.stop()

    def on_grid_moved(self, message: Grid.Moved) -> None:
        """Nor must it follow this cursor."""
        message.stop()

    def _came(self, _entry: TraceEntry) -> None:
        if self._waiting is None:
            self._waiting = self.set_timer(_DRAW_EVERY, self._draw)

    def _draw(self) -> None:
        self._waiting = None
        grid = self.query_one(Grid)
        follows = grid.cursor_index in (None, 0)
        self._rows.replace(self._trace)
        grid.source_changed()
        if follows:
            grid.move_to(0)
