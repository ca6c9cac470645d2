"""An app whose frames go over the wire with as few bytes as they need.

Textual repaints a changed region from the left edge of its widget, writes every piece of
text with its complete style, and repaints the whole screen when the focus moves. Over SSH
that is most of the traffic. `LeanOutput` shows the same frames through `frames`.

It hangs on `App._display` and on the compositor's updates, which are no public API of
Textual: its version is pinned, and the tests of this module say when they change.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from rich.color import ColorSystem
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App

from mttui.widgets.frames import Piece, Shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from textual import events
    from textual.screen import Screen

ReturnType = TypeVar("ReturnType")

_SYSTEMS = {
    None: ColorSystem.TRUECOLOR,
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
    "windows": ColorSystem.WINDOWS,
}


class LeanUpdate(CompositorUpdate):
    """A frame of Textual, or a part of one, that is written lean."""

    def __init__(self, update: ChopsUpdate | LayoutUpdate, shown: Shown) -> None:
        self._update = update
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Write the frame as text with control sequences; called when it is sent."""
        update = self._update
        pieces = _dirty(update) if isinstance(update, ChopsUpdate) else _whole(update)
        return self._shown.update(pieces, _SYSTEMS[console.color_system])


def _dirty(update: ChopsUpdate) -> Iterator[Piece]:
    for y, first, past in update.spans:
        chops = zip(update.chop_ends[y], update.chops[y].items(), strict=False)
        for end, (x, strip) in chops:
            if strip is None or x >= past or end <= first:
                continue
            left, right = max(x, first), min(end, past)
            yield y, left, strip.crop(left - x, right - x)


def _whole(update: LayoutUpdate) -> Iterator[Piece]:
    for y, strips in enumerate(update.strips, update.region.y):
        x = update.region.x
        for strip in strips:
            yield y, x, strip
            x += strip.cell_length


class LeanOutput(App[ReturnType], Generic[ReturnType]):
    """An app that writes its frames lean. Use it as the base of an app, in place of `App`."""

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if isinstance(renderable, ChopsUpdate | LayoutUpdate):
            # To the type checker, Textual's own frames are not renderables of Rich either.
            renderable = cast("RenderableType", LeanUpdate(renderable, self._shown))
        super()._display(screen, renderable)

    @cached_property
    def _shown(self) -> Shown:
        return Shown()

    def redraw(self) -> None:
        """Draw everything anew, when something else has written to the terminal."""
        self._shown.forget()
        self.screen.refresh()

    def on_resize(self, _event: events.Resize) -> None:
        """Forget what the terminal shows: it may have been cleared or used by others.

        Textual sends this event too when it comes back from a suspension.
        """
        if self._shown.is_known:
            self.redraw()
