"""Lines that scroll by whole lines, moved with the keys of a list."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

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
FARTHEST = 1 << 40
"""A line that no text reaches."""


class Scrolling(Canvas, can_focus=True):
    """Shows a part of something long. A subclass shows it from a line on, see :meth:`show_from`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(key.keys), _ACTIONS[key.id], key.title, id=key.id, show=False)
        for key in keys_in(Scope.MOVE)
        if key.id in _ACTIONS
    ]

    top = 0
    """The first line that is looked at."""

    @property
    def page_height(self) -> int:
        """Lines that are seen at once."""
        return max(1, self.content_size.height)

    def show_from(self, top: int) -> None:
        """Show from a line on, the nearest there is, and set :attr:`top`."""
        raise NotImplementedError

    def action_scroll_lines(self, lines: int) -> None:
        """Move by some lines."""
        self.show_from(self.top + lines)

    def action_scroll_page(self, pages: int) -> None:
        """Move by a page, one line of which stays."""
        self.show_from(self.top + pages * max(1, self.page_height - 1))

    def action_scroll_to_edge(self, last: bool) -> None:  # noqa: FBT001 (an action's argument)
        """Move to the start, or to the end."""
        self.show_from(FARTHEST if last else 0)
