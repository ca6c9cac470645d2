from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import on

from mttui.text import Role, Span, line, line_width, plain
from mttui.widgets.panel import Panel, age_label, is_stale, title_rule
from tests.widgets.kit_app import KitApp
from tests.widgets.test_canvas import text_of


class PanelApp(KitApp):
    """Two panels, and what was opened."""

    def __init__(self) -> None:
        self.one, self.two = Panel("Queues"), Panel("Velocity")
        super().__init__([self.one, self.two])
        self.opened: list[Panel] = []

    @on(Panel.Opened)
    def remember(self, event: Panel.Opened) -> None:
        """Remember the panel."""
        self.opened.append(event.control)


@pytest.mark.parametrize(
    ("age", "label"),
    [(None, "–"), (0, "<5s"), (4.9, "<5s"), (5, "5s"), (9.9, "5s"), (59, "55s"), (61, "1m"), (7300, "2h")],
)  # fmt: skip
def test_ages_go_in_steps(age: float | None, label: str) -> None:
    assert age_label(age) == label


def test_stale_is_past_twice_the_interval() -> None:
    assert not is_stale(20, 10)
    assert is_stale(20.1, 10)
    assert not is_stale(None, 10)


def rule(width: int = 40, **options: object) -> str:
    settings = {"age": 7.0, "interval": 10.0, **options}
    return plain(title_rule("Queues", width, **settings))  # type: ignore[arg-type]  # options are passed on


def test_the_rule() -> None:
    assert rule() == "─ Queues ────────────────────────── 5s ─"
    assert rule(focused=True) == "▌ Queues ━━━━━━━━━━━━━━━━━━━━━━━━━━ 5s ━"
    assert rule(age=150.0) == "─ Queues ──────────────────── STALE 2m ─"
    assert rule(error="503, again in 8s") == "─ Queues ─ ! 503, again in 8s ───── 5s ─"
    assert rule(error="the platform is away for now") == "─ Queues ─ ! the platform is awa… ─ 5s ─"
    assert rule(22, error="503") == "─ Queues ──────── 5s ─"


@given(
    st.text(max_size=30),
    st.integers(24, 120),
    st.none() | st.floats(0, 1e6),
    st.none() | st.text(max_size=50),
    st.booleans(),
)
def test_the_rule_fills_the_width(
    title: str,
    width: int,
    age: float | None,
    error: str | None,
    focused: bool,
) -> None:
    shown = title_rule(title, width, age=age, interval=10, error=error, focused=focused)
    assert line_width(shown) == width


async def test_a_panel_shows_its_figures_and_their_age() -> None:
    app = PanelApp()
    async with app.run_test(size=(30, 10)) as pilot:
        app.one.show_body([line("pending ", Span("12", Role.BAD))], age=0, interval=5)
        await pilot.pause()
        assert text_of(app.one) == ["▌ Queues ━━━━━━━━━━━━━━━ <5s ━", "pending 12"]
        assert app.one.lines[1][1] == Span("12", Role.BAD)
        app.one.show_body([line("pending ", Span("12", Role.BAD))], age=11, interval=5, error="503")
        await pilot.pause()
        assert text_of(app.one)[0] == "▌ Queues ━ ! 503 ━ STALE 10s ━"
        assert {span.role for span in app.one.lines[1]} == {Role.STALE}
        assert app.one.is_stale


async def test_the_focus_shows_by_a_glyph_and_enter_opens() -> None:
    app = PanelApp()
    async with app.run_test(size=(30, 10)) as pilot:
        for panel in (app.one, app.two):
            panel.show_body([], age=0, interval=5)
        await pilot.press("tab")
        await pilot.pause()
        assert [text_of(panel)[0][0] for panel in (app.one, app.two)] == ["─", "▌"]
        await pilot.press("enter")
        assert app.opened == [app.two]


async def test_the_rule_follows_the_window() -> None:
    app = PanelApp()
    async with app.run_test(size=(30, 10)) as pilot:
        app.one.show_body([], age=0, interval=5)
        await pilot.resize_terminal(50, 10)
        await pilot.pause()
        assert line_width(app.one.lines[0]) == 50
