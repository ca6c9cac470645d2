"""A board of panels, placed by a function of the room there is."""

from __future__ import annotations

from collections.abc import Callable

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from mttui.views.arrangement import Area, Part, place

Arrange = Callable[[int, int], Part]
"""Takes width and height in cells, returns the arrangement for them."""


class _BoardLayout(Layout):
    """Places each child where the arrangement has its id; others are not shown."""

    name = "board"

    def __init__(self, arrange: Arrange) -> None:
        self._arrange = arrange

    def arrange(
        self,
        parent: Widget,  # noqa: ARG002  # as below
        children: list[Widget],
        size: Size,
        greedy: bool = True,  # noqa: ARG002, FBT001, FBT002  # Textual's signature
    ) -> ArrangeResult:
        areas = dict(place(self._arrange(*size), Area(0, 0, *size)))
        return [
            WidgetPlacement(Region(*areas[child.id]), NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if child.id in areas
        ]


class Board(Widget):
    """Panels side by side.

    Args:
        panels: what stands on it; each has an id that the arrangement names.
        arrange: the arrangement for a size.
    """

    # The board decides the sizes: a panel that has more lines than before needs no new layout.
    DEFAULT_CSS = "Board { height: 1fr; width: 1fr; } Board > Canvas { height: 1fr; }"

    def __init__(self, *panels: Widget, arrange: Arrange, id: str | None = None) -> None:  # noqa: A002  # Textual's word
        super().__init__(*panels, id=id)
        self._board_layout = _BoardLayout(arrange)

    @property
    def layout(self) -> Layout:
        """Place children by the arrangement, whatever the style sheet says."""
        return self._board_layout
