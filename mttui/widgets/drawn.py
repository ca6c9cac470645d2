"""What all widgets have in common that draw their lines themselves, every cell with its style.

Textual puts borders, padding, opacity and a background around what a widget draws, line by line, also
where there is none of that. Here a line that is complete is taken as it is.
"""

from __future__ import annotations

from typing import Any, ClassVar

from textual._styles_cache import StylesCache
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from mttui.widgets.looks import Looks, role_looks


class _Complete(StylesCache):
    """Keeps the lines of a widget until they are marked as dirty, and adds nothing to them.

    It hangs on names of Textual that are not public: its version is pinned.
    """

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        if widget.gutter:
            return super().render_widget(widget, crop)
        width = widget.size.width
        if width != self._width:
            self.clear()
            self._width = width
        kept, dirty = self._cache, self._dirty_lines
        for y in crop.line_range:
            if y in dirty or y not in kept:
                kept[y] = widget.render_line(y)
        dirty.difference_update(crop.line_range)
        strips = [kept[y] for y in crop.line_range]
        if crop.column_span == (0, width):
            return strips
        return [strip.crop(*crop.column_span) for strip in strips]


class Drawn(Widget):
    """A widget whose `render_line` returns complete lines, as wide as its content, in :attr:`looks`.

    Opacity, tint and hatch of the style sheet have no effect on it.
    """

    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, **named: Any) -> None:
        super().__init__(**named)
        self._styles_cache = _Complete()
        self._looks: Looks | None = None

    @property
    def looks(self) -> Looks:
        """How each role looks here; the same object for the same looks."""
        if self._looks is None:
            self._looks = role_looks(self)
        return self._looks

    def notify_style_update(self) -> None:
        """Draw anew, because colours may have changed."""
        super().notify_style_update()
        self._looks = None
