"""The workstation in a real terminal: it opens, and however it ends the terminal is as it was."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.harness import clean_env, write_config
from tests.cli.test_sandbox import served
from tests.terminal.pty_app import TerminalApp

SCREEN_ON = b"\x1b[?1049h"


def terminal(home: Path, *args: str, size: tuple[int, int] = (80, 24), **env: str) -> TerminalApp:
    argv = [sys.executable, "-m", "mttui", *args]
    return TerminalApp(argv, size=size, env=clean_env(home, **env), timeout=40)


def output(app: TerminalApp) -> bytes:
    return app.output_since(0)


MOMENTS: dict[str, Callable[[TerminalApp], bool]] = {
    "before anything is drawn": lambda app: app.process.poll() is None,
    "at the first byte": lambda app: bool(output(app)),
    "when the screen is taken": lambda app: SCREEN_ON in output(app),
    "when something is drawn": lambda app: bool(app.screen_text().strip()),
    "when data is there": lambda app: "ACTIVE" in app.screen_text(),
}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_as_it_was(tmp_path: Path, moment: str, number: signal.Signals) -> None:
    with terminal(tmp_path, "demo") as app:
        app.wait_until(lambda: MOMENTS[moment](app), moment)
        app.signal(number)
        status = app.exit_status()
        assert status in {128 + number, -number}
        assert app.not_restored() == []
        assert "Traceback" not in output(app).decode(errors="replace")


@pytest.mark.parametrize("moment", ["when the screen is taken", "when data is there"])
def test_ctrl_c_leaves_the_terminal_as_it_was(tmp_path: Path, moment: str) -> None:
    with terminal(tmp_path, "demo") as app:
        app.wait_until(lambda: MOMENTS[moment](app), moment)
        app.press("ctrl+c")
        app.settle()
        app.press("ctrl+c")
        app.exit_status()
        assert app.not_restored() == []


def test_nothing_configured_offers_the_demo(tmp_path: Path) -> None:
    with terminal(tmp_path) as app:
        app.wait_for("Nothing is configured yet")
        app.press("enter")
        app.wait_for("DEMO.*ACTIVE")
        app.signal(signal.SIGTERM)
        assert app.exit_status() == 143
        assert app.not_restored() == []


def test_first_run_is_left_with_q(tmp_path: Path) -> None:
    with terminal(tmp_path) as app:
        app.wait_for("Nothing is configured yet")
        app.press("q")
        assert app.exit_status() == 0
        assert app.not_restored() == []


def test_the_configured_profile_opens_on_a_platform_over_a_socket(tmp_path: Path) -> None:
    with served(tmp_path) as (_, ready):
        write_config(
            tmp_path,
            f'[profiles.oncall]\nbase_url = "{ready["url"]}"\napi_key = "{ready["api_key"]}"\n'
            "production = true\n",
        )
        with terminal(tmp_path) as app:
            app.wait_for("oncall.*ACTIVE")
            app.signal(signal.SIGTERM)
            assert app.exit_status() == 143
    state = tmp_path / "state" / "mttui"
    kept = b"".join(file.read_bytes() for file in state.iterdir())
    assert kept
    assert ready["api_key"].encode() not in kept + output(app)


def test_a_wrong_config_never_takes_the_screen(tmp_path: Path) -> None:
    write_config(tmp_path, '[keys]\n"no.such" = "f5"\n[profiles.a]\nbase_url = "http://127.0.0.1:9"')
    with terminal(tmp_path) as app:
        assert app.exit_status() == 2
        assert "no.such" in app.screen_text()
        assert SCREEN_ON not in output(app)
