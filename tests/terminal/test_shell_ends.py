"""However the workstation ends, the terminal is as it was, and nothing is shown that must not be."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.cli.harness import clean_env
from tests.terminal.failing_program import KEY
from tests.terminal.pty_app import TerminalApp


def demo(home: Path, *, size: tuple[int, int] = (80, 24)) -> TerminalApp:
    argv = [sys.executable, "-m", "mttui", "demo", "--scenario", "calm"]
    return TerminalApp(argv, size=size, env=clean_env(home), timeout=40)


def test_a_bug_ends_it_with_a_line_and_a_log_that_hold_no_key(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "tests.terminal.failing_program", str(tmp_path)]
    with TerminalApp(argv, cwd=Path(__file__).parents[2]) as term:
        status = term.exit_status()
        shown = term.output_since(0).decode()
        log = (tmp_path / "faults.log").read_text()

        assert status == 1
        assert term.not_restored() == []
        assert "A bug in mttui: ValueError: a screen failed" in shown.replace("\r\n", "")
        assert KEY not in shown
        assert "in_a_variable" in log, "the source line is there"
        assert KEY not in log
        assert (tmp_path / "faults.log").stat().st_mode & 0o077 == 0


def test_a_dropped_connection_ends_it(tmp_path: Path) -> None:
    with demo(tmp_path) as term:
        term.wait_for("ACTIVE")
        term.hang_up()
        assert term.exit_status(25) != 0


def test_a_small_terminal_gets_a_message_and_a_larger_one_the_screen(tmp_path: Path) -> None:
    with demo(tmp_path, size=(40, 10)) as term:
        term.wait_for("mttui needs more room")
        term.wait_for("now 40×10, at least 60×15")
        term.resize(80, 24)
        term.wait_for("Queues")
        term.resize(40, 10)
        term.wait_for("mttui needs more room")
        term.press("ctrl+c")
        term.settle()
        term.press("ctrl+c")
        assert term.exit_status() == 0
        assert term.not_restored() == []
