"""What has changed is taken from the widget that shows it, and the terminal shows what it would anyway."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from rich.color import ColorSystem
from rich.console import Console
from textual._compositor import ChopsUpdate
from textual.screen import Screen
from textual.widgets import Label

from mttui.text import Role, Span, line
from mttui.views.columns import Column
from mttui.widgets.canvas import Canvas
from mttui.widgets.compositor import LeanCompositor, PiecesUpdate
from mttui.widgets.frames import Shown
from mttui.widgets.grid import Grid
from mttui.widgets.output import _pieces
from mttui.widgets.rows import ListRows
from tests.terminal.emulator import Emulator
from tests.widgets.kit_app import KitApp

if TYPE_CHECKING:
    from rich.console import RenderableType

WIDTH, HEIGHT = 40, 12
ROWS = [f"row {n}" for n in range(30)]


class LeanScreen(Screen[None]):
    """A screen that looks only at what has changed."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = LeanCompositor()


class WatchedApp(KitApp):
    """Remembers the frames."""

    CSS = """
        Screen { layers: default above; }
        Canvas { height: 3; }
        Label { layer: above; dock: top; offset: 3 1; }
    """

    def get_default_screen(self) -> Screen[None]:
        """Show everything on such a screen."""
        return LeanScreen()

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        self.__dict__.setdefault("frames", []).append(renderable)
        super()._display(screen, renderable)


def parts() -> tuple[Canvas, Grid]:
    rows = ListRows(ROWS, key=str, cells=lambda row: (row, Span(row[::-1], Role.MUTED)))
    return Canvas(), Grid((Column("a", "A", 8), Column("b", "B", 8)), rows)


def frames(app: WatchedApp) -> list[object]:
    found: list[object] = app.__dict__["frames"]
    return [each for each in found if each is not None]


async def test_only_the_lines_that_changed_are_drawn() -> None:
    canvas, grid = parts()
    app = WatchedApp([canvas, grid])
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        canvas.show([line("one"), line("two"), line("three")])
        await pilot.pause()
        app.__dict__["frames"].clear()
        canvas.show([line("one"), line("2"), line("three")])
        await pilot.pause()
        (frame,) = frames(app)
        assert isinstance(frame, PiecesUpdate)
        assert [(y, x, strip.text) for y, x, strip in frame.pieces] == [(1, 0, "2".ljust(WIDTH))]
        written = frame.render_segments(Console(color_system="256"))
        assert "\x1b[2;1H" in written
        assert written.rstrip().endswith("\x1b[m")


async def test_what_is_covered_is_drawn_as_textual_draws_it() -> None:
    canvas, grid = parts()
    app = WatchedApp([canvas, grid, Label("over")])
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        canvas.show([line("one"), line("two"), line("three")])
        await pilot.pause()
        app.__dict__["frames"].clear()
        canvas.show([line("one"), line("two two two"), line("three")])
        await pilot.pause()
        (frame,) = frames(app)
        assert isinstance(frame, ChopsUpdate)


async def test_the_terminal_shows_what_the_screen_does() -> None:
    chance = random.Random(7)
    canvas, grid = parts()
    app = WatchedApp([canvas, grid])
    terminal, shown, drawn = Emulator(WIDTH, HEIGHT), Shown(), 0
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        app.screen.refresh()
        await pilot.pause()
        for _ in range(40):
            await pilot.press(chance.choice("jkjGg"))
            canvas.show([line(Span(chance.choice(ROWS), chance.choice(list(Role)))) for _ in range(3)])
            await pilot.pause()
            for frame in frames(app):
                pieces = _pieces(frame)
                assert pieces is not None
                drawn += isinstance(frame, PiecesUpdate)
                terminal.feed(shown.update(pieces, ColorSystem.TRUECOLOR).encode())
            app.__dict__["frames"].clear()
            assert terminal.rows() == [strip.text for strip in app.screen._compositor.render_strips()]
    assert drawn >= 40
