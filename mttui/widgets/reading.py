"""A conversation to read: scrolls by lines, and lays out only what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from mttui.text import Line, Role, Span, fit_line
from mttui.widgets.scrolling import Scrolling

_ABOVE, _BELOW = Span("▲", Role.MUTED), Span("▼", Role.MUTED)


class Readable(Protocol):
    """Something long to read."""

    def rows(self, top: int, count: int) -> Sequence[Line]:
        """Return the lines that are looked at."""
        ...

    @property
    def height(self) -> int:
        """How many lines there are; at least so many while not all are laid out."""
        ...


class Reading(Scrolling):
    """Shows a heading that stays, and below it something to read."""

    DEFAULT_CSS = "Reading { height: 1fr; }"

    _heading: Sequence[Line] = ()
    _readable: Readable | None = None
    _on_resize: Callable[[], None] | None = None

    def when_resized(self, call: Callable[[], None]) -> None:
        """Call this when there is another width to lay out for."""
        self._on_resize = call

    @property
    def page_height(self) -> int:
        """Lines that are seen at once, below the heading."""
        return max(1, self.content_size.height - len(self._heading))

    def tell(self, heading: Sequence[Line], readable: Readable | None, *, top: int) -> None:
        """Show a heading and what is below it, from a line on."""
        self._heading, self._readable = heading, readable
        self.show_from(top)

    def on_resize(self) -> None:
        """Lay out anew."""
        if self._on_resize is not None:
            self._on_resize()

    def show_from(self, top: int) -> None:
        """Show from a line on."""
        readable, height = self._readable, self.page_height
        if readable is None:
            self.show(self._heading)
            return
        rows = readable.rows(max(0, top), height)
        if top > 0 and len(rows) < height:
            # Past the end: all is laid out by now, and its height is known.
            top = readable.height - height
            rows = readable.rows(max(0, top), height)
        self.top = max(0, top)
        goes_on = len(rows) == height and bool(readable.rows(self.top + height, 1))
        self.show([*self._heading, *self._marked(list(rows), goes_on=goes_on)])

    def _marked(self, rows: list[Line], *, goes_on: bool) -> list[Line]:
        """Mark in the last column, which what is read leaves free, that there is more above or below."""
        width = self.content_size.width - 1
        if self.top and rows:
            rows[0] = (*fit_line(rows[0], width), _ABOVE)
        if goes_on:
            rows[-1] = (*fit_line(rows[-1], width), _BELOW)
        return rows
