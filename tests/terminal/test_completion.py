"""The tab key in a real bash, with the line of the README."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.harness import clean_env
from tests.terminal.pty_app import TerminalApp

INSTALL = 'eval "$(_MTTUI_COMPLETE=bash_source mttui)"'


@pytest.fixture
def bash(tmp_path: Path) -> Iterator[TerminalApp]:
    found = shutil.which("bash")
    if found is None:
        pytest.skip("there is no bash here")
    env = clean_env(tmp_path, PS1="ready> ", INPUTRC="/dev/null")
    env["PATH"] = f"{Path(sys.executable).parent}:{env['PATH']}"
    with TerminalApp([found, "--noprofile", "--norc", "-i"], size=(120, 24), env=env, timeout=30) as app:
        app.wait_for("ready>")
        app.send(f"{INSTALL}; clear; echo is there\n")
        app.wait_for("^is there$")
        yield app


def test_the_readme_names_this_line() -> None:
    assert INSTALL in (Path(__file__).parents[2] / "README.md").read_text()


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("mttui api velocity.status", "mttui api velocity.status.get "),
        ("mttui api quotas.history.list agg", "mttui api quotas.history.list aggregated_by="),
        (
            "mttui api quotas.history.list aggregated_by=w",
            "mttui api quotas.history.list aggregated_by=week ",
        ),
        ("mttui api velocity.events.list page=2 per", "mttui api velocity.events.list page=2 per_page="),
        ("mttui --profile a=b check re", "mttui --profile a=b check reputation "),
        (
            "mttui api velocity.rules.create 'name=a b' thr",
            "mttui api velocity.rules.create 'name=a b' threshold=",
        ),
    ],
)
def test_tab_completes(bash: TerminalApp, typed: str, completed: str) -> None:
    bash.send(f"{typed}\t|")
    bash.wait_until(lambda: f"ready> {completed}|" in bash.screen_text(), completed)


def test_tab_twice_lists_the_values(bash: TerminalApp) -> None:
    bash.send("mttui api quotas.history.list aggregated_by=\t\t")
    bash.wait_for(r"^day +week +month$")
