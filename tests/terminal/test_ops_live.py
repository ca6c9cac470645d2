"""What the Ops screen sends while nothing is wrong, and that it leaves the terminal as it was."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.terminal.pty_app import TerminalApp

ROOT = Path(__file__).parents[2]
BYTES_A_SECOND = 300
"""The bar."""
BYTES_A_TICK = 500
"""The bar for a tick that changes three numbers; one that moves a trend line as well keeps to it, too."""
FRAME = b"\x1b[?2026h"
"""Begins every drawing, where the terminal takes synchronized output."""
UNFILLED = re.compile("asking|– ─")
SECONDS = 10


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_ops_on_a_calm_platform_sends_little(size: tuple[int, int], tmp_path: Path) -> None:
    places = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    argv = [sys.executable, "-m", "mttui", "demo", "--scenario", "calm", "--seed", "7"]
    with TerminalApp(argv, size=size, env=places, cwd=ROOT) as term:
        term.wait_for(r"regular +\d")
        term.wait_until(lambda: not UNFILLED.search(term.screen_text()), "every panel filled")
        term.settle(0.5)
        mark = term.mark()
        assert 0 < term.watch(SECONDS) <= BYTES_A_SECOND * SECONDS
        if size == (80, 24):
            assert max(map(len, term.output_since(mark).split(FRAME))) <= BYTES_A_TICK
        term.press("q")
        term.wait_for("Leave")
        term.press("y")
        assert term.exit_status() == 0
        assert term.not_restored() == []
