"""The installed demo on a real terminal: from a calm minute to sending again, and out of it at any moment."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from tests.cli.harness import clean_env
from tests.terminal.pty_app import TerminalApp

MTTUI = Path(sys.executable).parent / "mttui"
"""The command as it is installed, beside the Python that runs the tests."""
MOST_PRESSES = 8
"""Key presses from the banner to sending again, confirmations included (issue: to show it works)."""
SIZE = (80, 24)
IDLE = 50
"""Bytes a second of a screen on which nothing happens."""


class Player(TerminalApp):
    """The demo on a terminal, with its key presses counted."""

    def __init__(self, home: Path, *args: str) -> None:
        super().__init__([str(MTTUI), "demo", *args], size=SIZE, env=clean_env(home), timeout=45)
        self.presses = 0

    def strike(self, key: str, then: str) -> None:
        """Press a key and wait for what it brings."""
        self.presses += 1
        self.press(key)
        self.wait_for(then)


def incident(home: Path) -> Player:
    return Player(home, "--scenario", "bounce-spike", "--time-scale", "60")


def test_the_story_in_eight_keys_from_the_banner_on(tmp_path: Path) -> None:
    with incident(tmp_path) as app:
        app.wait_for(r"DEMO  demo  ● ACTIVE")
        app.wait_for("▲ INCIDENT Bounce rate spike: .* press ! to open")
        app.wait_until(lambda: "▲ paused — mttui" in app.emulator.titles, "the title")
        assert app.emulator.bells == 1

        app.strike("!", "▸ ▲ campaign +Kami kangen!.*SENDING")
        app.wait_until(lambda: "asking" not in app.screen_text().lower(), "all evidence")
        app.strike("c", "Cancel campaign “Kami kangen!")
        app.strike("y", "✓ Cancel campaign .* confirmed")
        app.wait_for("✓ under")
        app.strike("r", "Sending RESUMES at once")
        app.strike("y", "✓ OVER Bounce rate spike")
        app.wait_for("DEMO  demo  ● ACTIVE")
        assert app.presses <= MOST_PRESSES
        assert app.emulator.titles[-1] == "mttui"

        app.strike("q", "─ Flow, last 5 min ─")
        app.wait_until(lambda: "INCIDENT" not in app.screen_text(), "no banner")
        app.strike("q", "Leave mttui")
        app.press("y")
        assert app.exit_status() == 0
        assert app.not_restored() == []


def test_sigterm_with_a_question_open(tmp_path: Path) -> None:
    with incident(tmp_path) as app:
        app.wait_for("press ! to open")
        app.strike("!", "▸ ▲ campaign .*SENDING")
        app.strike("c", "Cancel campaign “Kami kangen!")
        app.signal(signal.SIGTERM)
        assert app.exit_status() == 128 + signal.SIGTERM
        assert app.not_restored() == []
        assert app.emulator.titles[-1] == "mttui"


def test_ctrl_c_twice_while_a_change_is_under_way(tmp_path: Path) -> None:
    with Player(tmp_path, "--scenario", "bounce-spike", "--time-scale", "60", "--latency", "400") as app:
        app.wait_for("press ! to open")
        app.strike("!", "▸ ▲ campaign .*SENDING")
        app.strike("c", "Cancel campaign “Kami kangen!")
        app.press("y")
        app.wait_for("… Cancel campaign")
        app.strike("ctrl+c", "Leave mttui")
        app.press("ctrl+c")
        assert app.exit_status() == 0
        assert app.not_restored() == []
        assert app.emulator.titles[-1] == "mttui"


def test_a_list_that_nobody_touches_sends_next_to_nothing(tmp_path: Path) -> None:
    with Player(tmp_path, "--scenario", "calm") as app:
        app.wait_for("● ACTIVE")
        app.strike("2", "^▸ +· resolved|No velocity events")
        app.wait_until(lambda: "asking" not in app.screen_text(), "the rules")
        app.settle()
        # What is left is the ages of the rules and, once a minute, the clock.
        assert app.watch(4) <= 4 * IDLE
