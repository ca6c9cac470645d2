"""A page of lines that scrolls by whole lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

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


class Page(Canvas, can_focus=True):
    """Text to read. It is written anew for each width."""

    DEFAULT_CSS = "Page { height: 1fr; padding: 0 1; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), _ACTIONS[key.id], key.title, id=key.id, show=False)
        for key in keys_in(Scope.MOVE)
        if key.id in _ACTIONS
    ]

    _top = 0
    _page: Sequence[Line] = ()
    _write: Callable[[int], Sequence[Line]] | None = None

    def tell(self, write: Callable[[int], Sequence[Line]]) -> None:
        """Show what ``write`` makes of the width, from its first line on."""
        self._write, self._top = write, 0
        self.rewrite()

    def on_resize(self) -> None:
        """Break the text anew."""
        self.rewrite()

    def action_scroll_lines(self, lines: int) -> None:
        """Move by some lines."""
        self._show_from(self._top + lines)

    def action_scroll_page(self, pages: int) -> None:
        """Move by a page."""
        self._show_from(self._top + pages * max(1, self.content_size.height - 1))

    def action_scroll_to_edge(self, last: bool) -> None:  # noqa: FBT001 (an action's argument)
        """Move to the start, or to the end."""
        self._show_from(len(self._page) if last else 0)

    def rewrite(self) -> None:
        """Write the page again, as what it tells has changed; the view stays where it is."""
        if self._write is not None and self.content_size.width:
            self._page = self._write(self.content_size.width)
            self._show_from(self._top)

    def _show_from(self, top: int) -> None:
        height = self.content_size.height
        self._top = max(0, min(top, len(self._page) - height))
        self.show(self._page[self._top : self._top + height])
