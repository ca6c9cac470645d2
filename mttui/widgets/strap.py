"""One row across the screen, written anew for each width: header, banner, hint and footer."""

from __future__ import annotations

from collections.abc import Callable

from textual import events

from mttui.text import Line
from mttui.widgets.canvas import Canvas


class Strap(Canvas):
    """A row that is written by a function of its width. Empty rows are not shown."""

    DEFAULT_CSS = "Strap { height: 1; }"

    _write: Callable[[int], Line] | None = None

    def tell(self, write: Callable[[int], Line] | None) -> None:
        """Show what ``write`` makes of the width, or nothing and take no room with ``None``."""
        self._write = write
        self.display = write is not None
        self._rewrite()

    def on_resize(self, _event: events.Resize) -> None:
        """Fit the row to the new width."""
        self._rewrite()

    def _rewrite(self) -> None:
        if self._write is not None and self.size.width:
            self.show((self._write(self.size.width),))
