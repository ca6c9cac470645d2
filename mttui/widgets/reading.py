"""A conversation to read: scrolls by lines, and lays out only what is looked at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType

from mttui.text import Line
from mttui.views.keys import Scope, keys_in
from mttui.widgets.canvas import Canvas

_ACTIONS = {
    "list.down": "scroll_lines(1)",
    "list.up": "scroll_lines(-1)",
    "list.first": "scroll_to_edge(False)",
    "list.last": "scroll_to_edge(True)",
    "list.page_down": "scroll_page(1)",
    "list.page_up": "scroll_page(-1)",
}
_FARTHEST = 1 << 40


class Readable(Protocol):
    """Something long to read."""

    def rows(self, top: int, count: int) -> Sequence[Line]:
        """Return the lines that are looked at."""
        ...

    @property
    def height(self) -> int:
        """How many lines there are; at least so many while not all are laid out."""
        ...


class Reading(Canvas, can_focus=True):
    """Shows a heading that stays, and below it something to read."""

    DEFAULT_CSS = "Reading { height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), _ACTIONS[key.id], key.title, id=key.id, show=False)
        for key in keys_in(Scope.MOVE)
        if key.id in _ACTIONS
    ]

    _top = 0
    _heading: Sequence[Line] = ()
    _readable: Readable | None = None
    _on_resize: Callable[[], None] | None = None

    def when_resized(self, call: Callable[[], None]) -> None:
        """Call this when there is another width to lay out for."""
        self._on_resize = call

    @property
    def top(self) -> int:
        """The first line that is looked at."""
        return self._top

    @property
    def page_height(self) -> int:
        """Lines that are seen at once, below the heading."""
        return max(1, self.content_size.height - len(self._heading))

    def tell(self, heading: Sequence[Line], readable: Readable | None, *, top: int) -> None:
        """Show a heading and what is below it, from a line on."""
        self._heading, self._readable = heading, readable
        self._show_from(top)

    def on_resize(self) -> None:
        """Lay out anew."""
        if self._on_resize is not None:
            self._on_resize()

    def action_scroll_lines(self, lines: int) -> None:
        """Move by some lines."""
        self._show_from(self._top + lines)

    def action_scroll_page(self, pages: int) -> None:
        """Move by a page, one line of which stays."""
        self._show_from(self._top + pages * max(1, self.page_height - 1))

    def action_scroll_to_edge(self, last: bool) -> None:  # noqa: FBT001 (an action's argument)
        """Move to the start, or to the end."""
        self._show_from(_FARTHEST if last else 0)

    def _show_from(self, top: int) -> None:
        readable, height = self._readable, self.page_height
        if readable is None:
            self.show(self._heading)
            return
        rows = readable.rows(max(0, top), height)
        if top > 0 and len(rows) < height:
            # Past the end: all is laid out by now, and its height is known.
            top = readable.height - height
            rows = readable.rows(max(0, top), height)
        self._top = max(0, top)
        self.show([*self._heading, *rows])
