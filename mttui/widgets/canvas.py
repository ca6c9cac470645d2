"""A widget that shows lines and repaints only those that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.geometry import Region, Size
from textual.strip import Strip

from mttui.text import Line
from mttui.widgets.drawn import Drawn
from mttui.widgets.looks import Looks
from mttui.widgets.strips import strip_of


class Canvas(Drawn):
    """Shows lines of spans. A span's role decides its look (`styles/tokens.tcss`).

    The owner calls `show` with everything there is to see, at most once a frame; what is
    outside of the widget is cut off. Markup is not known here: text is text.
    """

    DEFAULT_CSS = "Canvas { height: auto; width: 1fr; }"

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002 (Textual's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._lines: tuple[Line, ...] = ()
        self._drawn_with: Looks | None = None
        self._drawn: dict[Line, Strip] = {}
        self._strips: list[Strip] = []

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines that were shown last."""
        return self._lines

    def show(self, lines: Sequence[Line]) -> None:
        """Show the lines from the top, and nothing below them; what is too wide ends in `…`."""
        shown = tuple(lines)
        if shown == self._lines:
            return
        grows = len(shown) != len(self._lines) and self.styles.is_auto_height
        self._lines = shown
        if grows:
            # Where the size stays what it was after all, nothing else would draw the new lines.
            self._strips = []
            self.refresh(layout=True)
        elif self.is_mounted:
            self._repaint()

    def _repaint(self) -> None:
        before = self._strips
        after = self._draw()
        if len(before) != len(after):
            self.refresh()
            return
        changed = [y for y, (old, new) in enumerate(zip(before, after, strict=True)) if new is not old]
        if changed:
            self.refresh(*_regions(changed, after[0].cell_length))

    def _draw(self) -> list[Strip]:
        width, height = self.content_size
        looks = self.looks
        can_keep = looks is self._drawn_with and all(strip.cell_length == width for strip in self._strips[:1])
        known = self._drawn if can_keep else {}
        self._drawn_with = looks
        lines = self._lines[:height] + ((),) * (height - len(self._lines))
        self._drawn = {spans: known.get(spans) or strip_of(spans, width, looks) for spans in set(lines)}
        self._strips = [self._drawn[spans] for spans in lines]
        return self._strips

    def render_line(self, y: int) -> Strip:
        """Draw one line of the content."""
        width, height = self.content_size
        is_current = self.looks is self._drawn_with and len(self._strips) == height
        if not is_current or (self._strips and self._strips[0].cell_length != width):
            self._draw()
        return self._strips[y] if y < len(self._strips) else Strip.blank(width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's signature)
        """As many lines as are shown."""
        return len(self._lines)


def _regions(lines: Sequence[int], width: int) -> Iterator[Region]:
    """Yield the regions of some lines, those below each other as one."""
    first = last = lines[0]
    for y in lines[1:]:
        if y != last + 1:
            yield Region(0, first, width, last - first + 1)
            first = y
        last = y
    yield Region(0, first, width, last - first + 1)
