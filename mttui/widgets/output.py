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

from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App

from mttui.widgets.compositor import PiecesUpdate
from mttui.widgets.frames import Piece, Shown, system_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, RenderableType
    from textual import events
    from textual.screen import Screen

ReturnType = TypeVar("ReturnType")


class LeanUpdate(CompositorUpdate):
    """A frame of Textual, or a part of one, that is written lean."""

    def __init__(self, pieces: Iterable[Piece], shown: Shown) -> None:
        self._pieces = pieces
        self._shown = shown

    def render_segments(self, console: Console) -> str:
        """Write the frame as text with control sequences; called once, when it is sent."""
        return self._shown.update(self._pieces, system_of(console))


def _pieces(renderable: object) -> Iterable[Piece] | None:
    """Take a frame of Textual apart; ``None`` when it is something else."""
    if isinstance(renderable, PiecesUpdate):
        return renderable.pieces
    if isinstance(renderable, ChopsUpdate):
        return _dirty(renderable)
    return _whole(renderable) if isinstance(renderable, LayoutUpdate) else None


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
        if (pieces := _pieces(renderable)) is not None:
            # To the type checker, Textual's own frames are not renderables of Rich either.
            renderable = cast("RenderableType", LeanUpdate(pieces, self._shown))
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
