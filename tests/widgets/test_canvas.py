from __future__ import annotations

from textual.geometry import Region
from textual.widget import Widget

from mttui.text import Role, Span, line
from mttui.widgets.canvas import Canvas
from mttui.widgets.looks import role_looks
from tests.text.samples import OWN
from tests.widgets.kit_app import KitApp

THREE = [line("one"), line("two ", Span("2", Role.STRONG)), line("three")]


def text_of(widget: Widget) -> list[str]:
    return [widget.render_line(y).text.rstrip() for y in range(widget.content_size.height)]


class Watched(Canvas):
    """Remembers what was asked to be painted."""

    asked: list[tuple[Region, ...]]

    def refresh(self, *regions: Region, **options: bool) -> Watched:
        """Remember and paint."""
        self.__dict__.setdefault("asked", []).append(regions)
        return super().refresh(*regions, **options)


async def test_lines_fill_the_width_and_what_is_too_wide_ends_in_an_ellipsis() -> None:
    canvas = Canvas()
    async with KitApp([canvas]).run_test(size=(10, 5)) as pilot:
        canvas.show([line("short"), line("much ", Span("too wide", Role.BAD))])
        await pilot.pause()
        assert text_of(canvas) == ["short", "much too …"]
        assert {canvas.render_line(y).cell_length for y in range(2)} == {10}


async def test_only_lines_that_changed_are_painted() -> None:
    canvas = Watched()
    async with KitApp([canvas]).run_test(size=(20, 5)) as pilot:
        canvas.show(THREE)
        await pilot.pause()
        canvas.asked.clear()
        canvas.show([THREE[0], line("two ", Span("3", Role.STRONG)), THREE[2]])
        assert canvas.asked == [(Region(0, 1, 20, 1),)]
        canvas.asked.clear()
        canvas.show([THREE[0], line("two ", Span("3", Role.STRONG)), THREE[2]])
        assert canvas.asked == []


async def test_a_change_of_role_alone_is_painted() -> None:
    canvas = Watched()
    async with KitApp([canvas]).run_test(size=(20, 5)) as pilot:
        canvas.show([line("1")])
        await pilot.pause()
        canvas.asked.clear()
        canvas.show([line(Span("1", Role.BAD))])
        assert canvas.asked == [(Region(0, 0, 20, 1),)]


async def test_the_height_follows_the_lines() -> None:
    canvas = Canvas()
    async with KitApp([canvas]).run_test(size=(20, 5)) as pilot:
        for lines in (THREE, THREE[:1], [], THREE[:2]):
            canvas.show(lines)
            await pilot.pause()
            assert canvas.size.height == len(lines)


async def test_it_can_be_filled_before_it_is_mounted_and_follows_the_window() -> None:
    canvas = Canvas()
    canvas.show([line("a long line of text")])
    async with KitApp([canvas]).run_test(size=(30, 5)) as pilot:
        assert text_of(canvas) == ["a long line of text"]
        await pilot.resize_terminal(8, 5)
        await pilot.pause()
        assert text_of(canvas) == ["a long …"]


async def test_hostile_text_is_neither_markup_nor_control() -> None:
    canvas = Canvas()
    async with KitApp([canvas]).run_test(size=(40, len(OWN))) as pilot:
        canvas.show([line("a ", Span(text, Role.BAD), " z") for text in OWN.values()])
        await pilot.pause()
        for y in range(len(OWN)):
            shown = canvas.render_line(y)
            assert shown.cell_length == 40
            assert shown.text.isprintable()
            assert shown.text.startswith("a ")


async def test_every_role_has_a_look_and_meanings_do_not_look_like_plain_text() -> None:
    canvas = Canvas()
    async with KitApp([canvas]).run_test(size=(40, 5)):
        looks = role_looks(canvas)
        assert set(looks) == set(Role)
        plain_look = looks[Role.NORMAL]
        assert all(looks[role] != plain_look for role in Role if role is not Role.NORMAL)
        assert role_looks(canvas) is looks


async def test_another_theme_changes_the_colours() -> None:
    canvas = Canvas()
    app = KitApp([canvas])
    async with app.run_test(size=(40, 5)) as pilot:
        canvas.show([line(Span("x", Role.BAD))])
        await pilot.pause()
        before = [segment.style for segment in canvas.render_line(0)]
        app.theme = "textual-light"
        await pilot.pause()
        assert [segment.style for segment in canvas.render_line(0)] != before


async def test_more_lines_where_there_is_room_for_them_already_are_painted() -> None:
    canvas = Canvas(id="filled")

    class Filled(KitApp):
        CSS = "Screen { layout: grid; } #filled { height: auto; min-height: 4; }"

    async with Filled([canvas]).run_test(size=(10, 4)) as pilot:
        canvas.show([line("asking")])
        await pilot.pause()
        canvas.show([line("one"), line("two")])
        await pilot.pause()
        assert text_of(canvas) == ["one", "two", "", ""]
