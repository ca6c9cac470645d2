"""A page of lines that scrolls by whole lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from mttui.text import Line
from mttui.widgets.scrolling import Scrolling


class Page(Scrolling):
    """Text to read. It is written anew for each width."""

    DEFAULT_CSS = "Page { height: 1fr; padding: 0 1; }"

    _page: Sequence[Line] = ()
    _write: Callable[[int], Sequence[Line]] | None = None

    def tell(self, write: Callable[[int], Sequence[Line]]) -> None:
        """Show what ``write`` makes of the width, from its first line on."""
        self._write, self.top = write, 0
        self.rewrite()

    def on_resize(self) -> None:
        """Break the text anew."""
        self.rewrite()

    def rewrite(self) -> None:
        """Write the page again, as what it tells has changed; the view stays where it is."""
        if self._write is not None and self.content_size.width:
            self._page = self._write(self.content_size.width)
            self.show_from(self.top)

    def show_from(self, top: int) -> None:
        """Show from a line on."""
        height = self.content_size.height
        self.top = max(0, min(top, len(self._page) - height))
        self.show(self._page[self.top : self.top + height])
