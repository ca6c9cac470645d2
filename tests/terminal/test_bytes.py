"""What the kit sends over the wire, counted on a real pseudo-terminal."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.terminal.pty_app import TerminalApp

ROOT = Path(__file__).parents[2]
STEP, PAGE, TICK = 450, 2_500, 500
"""The bars: bytes a cursor step, a page at 80×24, and a tick that changes three numbers."""


def program(module: str, size: tuple[int, int] = (80, 24), **env: str) -> TerminalApp:
    return TerminalApp([sys.executable, "-m", module], size=size, cwd=ROOT, env=env)


def cost(term: TerminalApp, *keys: str) -> int:
    """Press keys, wait for what they bring, and count its bytes."""
    mark = term.mark()
    term.press(*keys)
    term.wait_until(lambda: term.bytes_since(mark) > 0, "an answer to the keys")
    term.settle()
    return term.bytes_since(mark)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_grid_sends_little(size: tuple[int, int]) -> None:
    with program("tests.bench.grid_app", size) as term:
        term.wait_for(r" 1/100,000$")
        term.settle()
        for number in (2, 3, 4):
            assert 0 < cost(term, "j") <= STEP
            term.wait_for(rf"^▸ Row {number}\b")
        assert 0 < cost(term, "x") <= STEP
        if size == (80, 24):
            assert 1_000 < cost(term, "pagedown") <= PAGE
            assert 1_000 < cost(term, "pageup") <= PAGE
        assert term.watch(1) == 0


def test_a_held_key_costs_no_more_than_its_steps() -> None:
    with program("tests.bench.grid_app") as term:
        term.wait_for(r"^▸ Row 1\b")
        term.settle()
        mark = term.mark()
        term.press(*"j" * 60)
        term.wait_for(r"^▸ Row 61\b")
        term.settle()
        assert term.bytes_since(mark) <= 60 * STEP


def test_a_tick_sends_what_changed() -> None:
    with program("tests.terminal.panel_program") as term:
        term.wait_for("tick 0")
        term.settle()
        for number in (1, 2, 3):
            assert 0 < cost(term, "t") <= TICK // 2
            term.wait_for(f"tick {number}$")
        assert 0 < cost(term, "tab") <= 600
        term.wait_for("^▌ Velocity")
        assert term.watch(1) == 0


def test_a_terminal_without_colours_gets_greys() -> None:
    with program("tests.terminal.panel_program", NO_COLOR="1") as term:
        term.wait_for("tick 0")
        term.settle()
        mark = term.mark()
        term.press("t", "a", "tab")
        term.wait_for("STALE")
        term.settle()
        colours = {cell.fg for row in term.emulator.screen.buffer.values() for cell in row.values()}
        assert term.bytes_since(mark) > 0
        assert not {colour for colour in colours if colour not in ("default", *GREYS)}


GREYS = {f"{level:02x}" * 3 for level in range(256)}


def test_after_another_program_wrote_over_it_a_resize_draws_all_again() -> None:
    with program("tests.terminal.panel_program") as term:
        term.wait_for("tick 0")
        term.settle()
        before = term.screen_text()
        term.emulator.feed(b"\x1b[2J")
        assert term.screen_text().strip() == ""
        term.resize(80, 24)
        term.wait_for("tick 0")
        term.settle()
        assert term.screen_text() == before


def test_it_comes_back_whole_after_being_stopped() -> None:
    with program("tests.terminal.panel_program") as term:
        term.wait_for("tick 0")
        term.settle()
        before = term.screen_text()
        term.signal(signal.SIGTSTP)
        term.wait_until(lambda: not term.emulator.modes.get(1049, True), "the main screen")
        os.waitid(os.P_PID, term.process.pid, os.WSTOPPED | os.WNOWAIT)
        term.signal(signal.SIGCONT)
        term.wait_for("tick 0")
        term.settle()
        assert term.screen_text() == before
        term.press("q")
        assert term.exit_status() == 0
        assert term.not_restored() == []
