from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import on

from mttui.text import Role, Span
from mttui.views.columns import Column
from mttui.widgets.grid import Grid
from mttui.widgets.rows import Cells, ListRows
from tests.bench.grid_app import COLUMNS, MadeRows
from tests.text.samples import OWN
from tests.widgets.kit_app import KitApp
from tests.widgets.test_canvas import text_of

NAMES = ("ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal", "ida", "joe", "kim", "leo")
TWO = (Column("name", "Name", 6, weight=1, priority=1), Column("size", "Size", 4, align="right"))


def rows(names: Iterable[str] = NAMES) -> ListRows[str]:
    return ListRows(names, key=str, cells=lambda name: (name, Span(str(len(name)), Role.MUTED)))


class GridApp(KitApp):
    """A grid, and what it said."""

    def __init__(self, grid: Grid) -> None:
        super().__init__([grid])
        self.grid = grid
        self.opened: list[tuple[str, int]] = []
        self.moved: list[tuple[str, int]] = []

    @on(Grid.Opened)
    def remember_opened(self, event: Grid.Opened) -> None:
        """Remember the row."""
        self.opened.append((event.key, event.index))

    @on(Grid.Moved)
    def remember_moved(self, event: Grid.Moved) -> None:
        """Remember the row."""
        self.moved.append((event.key, event.index))


def app_of(names: Iterable[str] = NAMES) -> tuple[GridApp, Grid, ListRows[str]]:
    source = rows(names)
    grid = Grid(TWO, source, empty="No names.")
    return GridApp(grid), grid, source


async def test_it_shows_a_header_rows_and_the_cursor() -> None:
    app, grid, _ = app_of(NAMES[:3])
    async with app.run_test(size=(24, 6)):
        assert text_of(grid) == [
            "  Name               1/3",
            "▸ ann                  3",
            "  bob                  3",
            "  cid                  3",
            "",
            "",
        ]


async def test_nothing_to_show_says_so() -> None:
    app, grid, source = app_of([])
    async with app.run_test(size=(24, 4)) as pilot:
        assert text_of(grid)[1] == "  No names."
        assert grid.cursor_key is None
        assert grid.cursor_index is None
        await pilot.press("j", "k", "G", "g", "x", "enter", "ctrl+d")
        assert app.opened == []
        source.replace(["ann"])
        grid.source_changed()
        await pilot.pause()
        assert grid.cursor_key == "ann"
        assert text_of(grid)[1].startswith("▸ ann")


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (["j"], "bob"),
        (["down", "down"], "cid"),
        (["k"], "ann"),
        (["j", "j", "up"], "bob"),
        (["G"], "leo"),
        (["end", "j"], "leo"),
        (["G", "g"], "ann"),
        (["G", "home"], "ann"),
        (["ctrl+d"], "fay"),
        (["pagedown", "pagedown", "pagedown"], "leo"),
        (["G", "ctrl+u"], "gus"),
        (["G", "pageup", "pageup", "pageup"], "ann"),
    ],
)
async def test_keys_move_the_cursor(keys: list[str], key: str) -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert grid.cursor_key == key
        shown = [row for row in text_of(grid) if row.startswith("▸")]
        assert [row.split()[1] for row in shown] == [key]


async def test_the_view_moves_by_half_its_height() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press(*"jjjj")
        assert text_of(grid)[1].split()[0] == "ann"
        await pilot.press("j")
        assert [row.split()[-2] for row in text_of(grid)[1:]] == ["dan", "eve", "fay", "gus", "hal"]
        await pilot.press("k", "k", "k")
        assert text_of(grid)[3].startswith("▸ cid")


async def test_enter_opens() -> None:
    app, _, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("j", "enter")
        assert app.opened == [("bob", 1)]


async def test_moves_are_told_and_of_a_burst_the_last_arrives() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        for index in (3, 5, 7):
            grid.move_to(index)
        await pilot.pause()
        assert app.moved[-1] == ("hal", 7)
        assert len(app.moved) < 3
        grid.move_to(7)
        await pilot.pause()
        assert app.moved[-1] == ("hal", 7)
        assert len(app.moved) < 3


async def test_marks_stay_with_their_rows() -> None:
    app, grid, source = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("j", "x", "x")
        assert list(grid.marks) == ["bob", "cid"]
        assert grid.cursor_key == "dan"
        assert [row[1] for row in text_of(grid)[1:]] == [" ", "●", "●", " ", " "]
        assert "2 marked" in text_of(grid)[0]
        source.replace(["cid", "zed", "ann"])
        grid.source_changed()
        assert list(grid.marks) == ["cid"]
        await pilot.press("g", "x")
        assert not grid.marks


async def test_the_cursor_stays_with_its_row() -> None:
    app, grid, source = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("j", "j")
        source.replace(reversed(NAMES))
        grid.source_changed()
        await pilot.pause()
        assert (grid.cursor_key, grid.cursor_index) == ("cid", 9)
        assert any(row.startswith("▸ cid") for row in text_of(grid))


async def test_when_its_row_is_gone_the_cursor_stays_where_it_was() -> None:
    app, grid, source = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("j", "j")
        source.replace([name for name in NAMES if name != "cid"])
        grid.source_changed()
        assert (grid.cursor_key, grid.cursor_index) == ("dan", 2)
        source.replace(["ann"])
        grid.source_changed()
        await pilot.pause()
        assert (grid.cursor_key, grid.cursor_index) == ("ann", 0)
        source.replace([])
        grid.source_changed()
        assert grid.cursor_key is None


async def test_a_row_that_changes_is_drawn_anew() -> None:
    sizes = {"ann": 1}
    source = ListRows(["ann"], key=str, cells=lambda name: (name, str(sizes[name])))
    grid = Grid(TWO, source)
    async with GridApp(grid).run_test(size=(24, 4)) as pilot:
        sizes["ann"] = 77
        grid.source_changed()
        await pilot.pause()
        assert text_of(grid)[1].endswith("77")


async def test_another_source_starts_at_its_first_row() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.press("G", "x")
        grid.show_source(rows(["zoe", "leo"]))
        await pilot.pause()
        assert (grid.cursor_key, grid.marks) == ("zoe", ())


async def test_columns_go_and_come_with_the_width() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        assert text_of(grid)[1].split() == ["▸", "ann", "3"]
        await pilot.resize_terminal(12, 6)
        await pilot.pause()
        assert text_of(grid)[1].split() == ["▸", "ann"]
        grid.show_columns([Column("who", "Who", 2), TWO[1]])
        await pilot.pause()
        assert text_of(grid)[1].split() == ["▸", "a…", "3"]


async def test_the_cursor_stays_in_view_when_the_window_shrinks() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 12)) as pilot:
        await pilot.press(*"jjjjjjjj")
        await pilot.resize_terminal(24, 4)
        await pilot.pause()
        assert any(row.startswith("▸ ida") for row in text_of(grid))


async def test_only_what_is_seen_is_asked_for() -> None:
    asked: list[int] = []

    class Watched(MadeRows):
        """Remembers which rows were asked for."""

        def cells(self, index: int) -> Cells:
            """Remember and draw."""
            asked.append(index)
            return super().cells(index)

    grid = Grid(COLUMNS, Watched(1_000_000))
    async with GridApp(grid).run_test(size=(80, 24)) as pilot:
        await pilot.press("j", "j", "k", "G")
        await pilot.pause()
        assert len(asked) == 2 * 23
        assert max(asked) == 999_999


async def test_clicks_move_and_open() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        await pilot.click(grid, offset=(4, 3))
        assert grid.cursor_key == "cid"
        await pilot.click(grid, offset=(4, 3))
        await pilot.pause()
        assert app.opened == [("cid", 2)]
        await pilot.click(grid, offset=(4, 0))
        assert grid.cursor_key == "cid"


async def test_hostile_cells_stay_in_their_columns() -> None:
    source = ListRows(OWN.values(), key=repr, cells=lambda text: (text, "1"))
    grid = Grid(TWO, source)
    async with GridApp(grid).run_test(size=(24, len(OWN) + 1)) as pilot:
        await pilot.pause()
        for y in range(1, len(OWN) + 1):
            strip = grid.render_line(y)
            assert strip.cell_length == 24
            assert strip.text.isprintable()
            assert strip.crop(20, 24).text == "   1"


async def test_where_the_focus_is_shows_without_colour() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        assert grid.render_line(1).text.startswith("▸ ann")
        assert len(list(grid.render_line(1))) < len(list(grid.render_line(2)))
        app.set_focus(None)
        await pilot.pause()
        assert grid.render_line(1).text.startswith("▸ ann")


async def test_keys_can_be_remapped() -> None:
    app, grid, _ = app_of()
    async with app.run_test(size=(24, 6)) as pilot:
        app.set_keymap({"list.down": "n"})
        await pilot.press("n", "j")
        assert grid.cursor_key == "bob"
