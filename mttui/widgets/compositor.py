"""What has changed on a screen, taken from the widgets that show it.

Textual draws every widget that touches the rectangle around all changes, cuts the lines at the edges of
all widgets and puts them together again. Mostly each change lies in one widget that nothing covers: its
changed lines are all there is to send.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region

from mttui.widgets.frames import Piece, Shown, system_of

if TYPE_CHECKING:
    from rich.console import Console
    from textual.widget import Widget

Part = tuple["Widget", Region]
"""A widget, and the lines and columns of it that are to be drawn."""


class PiecesUpdate(CompositorUpdate):
    """A part of a frame, as pieces of lines."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces

    def render_segments(self, console: Console) -> str:
        """Write all of it, whatever the terminal shows already."""
        return Shown().update(self.pieces, system_of(console))


class LeanCompositor(Compositor):
    """A compositor that looks only at what has changed.

    It hangs on names of Textual that are not public: its version is pinned, and the tests of this module
    say when they change.
    """

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]  # of another kind
        """Draw what has changed; in Textual's way where something covers a part of it."""
        changed = [each for each in map(self.size.region.intersection, self._dirty_regions) if each]
        parts = [part for each in changed if (part := self._part(each))]
        if not parts or len(parts) < len(changed):
            return super().render_partial_update()
        self._dirty_regions.clear()
        return PiecesUpdate([piece for part in parts for piece in self._draw(*part)])

    def _part(self, changed: Region) -> Part | None:
        """Find the widget that shows a region, if it is one that nothing covers."""
        for widget, (region, clip) in self.visible_widgets.items():
            seen = region.intersection(clip)
            if seen and seen.overlaps(changed):
                return (widget, changed) if seen.contains_region(changed) else None
        return None

    def _draw(self, widget: Widget, region: Region) -> Iterator[Piece]:
        offset = self.visible_widgets[widget][0].offset
        strips = widget.render_lines(region.translate(-offset))
        return ((y, region.x, strip) for y, strip in zip(region.line_range, strips, strict=False))
