"""`mttui doctor`: each thing that can be wrong is a line that says what to do."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from mttui.cli.finding import Verdict
from mttui.cli.terminal_fitness import Terminal, terminal_findings
from tests.cli.harness import CommandLine, write_config
from tests.cli.stub import Answer, Stub, answer, refusal
from tests.terminal.pty_app import TerminalApp

OK_LINE = re.compile(r"ok {4}\w+ +\S.*")


def line_of(report: str, name: str) -> str:
    """The line on a thing, its advice too, in single spaces."""
    match = re.search(rf"^(?:ok|warn|fail) +{name} .*(?:\n {{10,}}.*)?", report, re.MULTILINE)
    return " ".join(match[0].split()) if match else ""


def test_all_is_well(mttui: CommandLine, platform: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "tmux-256color")
    done = mttui("doctor")
    assert (done.code, done.err) == (0, "")
    assert [asked.target for asked in platform.asked] == ["/v1/velocity/status"]
    names = [line.split()[1] for line in done.out.splitlines() if OK_LINE.fullmatch(line)]
    assert names == ["config", "profile", "credentials", "platform", "clock", "colours", "characters"]
    assert line_of(done.out, "terminal").startswith("warn terminal input or output is none")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (refusal(401, "UNAUTHORIZED"), "fail platform .* but 401 UNAUTHORIZED: no Check the API key"),
        (refusal(403, "SCOPE_MISSING"), "warn platform .* but 403 SCOPE_MISSING: no Give the key"),
        (refusal(503, "DOWN"), "fail platform .* but 503 DOWN"),
        (Answer(b"", 302), "fail platform .* but 302"),
    ],
)
def test_what_the_platform_answers(mttui: CommandLine, platform: Stub, given: Answer, told: str) -> None:
    platform.script = lambda _: given
    done = mttui("doctor")
    line = line_of(done.out, "platform")
    assert re.match(told, line)
    assert done.code == line.startswith("fail")
    assert len(platform.asked) == 1


@pytest.mark.parametrize(
    ("seconds", "verdict"),
    [(3, "ok clock within"), (-30, "warn clock"), (30, "warn clock"), (900, "fail clock")],
)
def test_the_clock_of_this_box(mttui: CommandLine, platform: Stub, seconds: int, verdict: str) -> None:
    now = datetime.now(UTC) + timedelta(seconds=seconds)
    platform.script = lambda _: answer({}, Date=format_datetime(now, usegmt=True))
    done = mttui("doctor")
    line = line_of(done.out, "clock")
    assert line.startswith(verdict)
    assert done.code == (seconds == 900)
    if seconds != 3:
        assert f"s {'behind' if seconds > 0 else 'ahead of'} the platform Set the clock" in line


def test_without_a_key_the_platform_is_looked_for_all_the_same(
    mttui: CommandLine, platform: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAILTARGET_API_KEY")
    platform.script = lambda _: refusal(401, "UNAUTHORIZED")
    done = mttui("doctor")
    assert done.code == 1
    assert "MAILTARGET_API_KEY is not set" in line_of(done.out, "credentials")
    assert "mttui login" in line_of(done.out, "credentials")
    assert "answers in" in line_of(done.out, "platform")
    assert line_of(done.out, "platform").endswith("it wants a key")


def test_nobody_is_there(mttui: CommandLine) -> None:
    done = mttui("doctor", "--base-url", "http://127.0.0.1:1")
    assert done.code == 1
    assert "no connection" in line_of(done.out, "platform")
    assert line_of(done.out, "clock") == ""


def test_a_broken_config_hides_the_rest_but_the_terminal(
    mttui: CommandLine, platform: Stub, tmp_path: Path
) -> None:
    path = write_config(tmp_path, "[profiles.a]\napi_key = 'hush-hush'\n", 0o644)
    done = mttui("doctor")
    assert (done.code, platform.asked) == (1, [])
    assert f"Run: chmod 600 {path}" in line_of(done.out, "config")
    assert "hush" not in done.out
    assert line_of(done.out, "characters")


def test_profiles(mttui: CommandLine, tmp_path: Path) -> None:
    write_config(tmp_path, "[profiles.live]\nproduction = true\napi_key_command = 'false'\n")
    done = mttui("doctor")
    assert "live at" in line_of(done.out, "profile")
    assert "PRODUCTION, read-only" in line_of(done.out, "profile")
    writing = line_of(mttui("doctor", "--read-write").out, "profile")
    assert writing.startswith("warn profile")
    assert "PRODUCTION, may change things" in writing


def test_a_key_command_that_fails(
    mttui: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MAILTARGET_API_KEY")
    write_config(tmp_path, "[profiles.live]\napi_key_command = 'false'\n")
    done = mttui("doctor")
    assert done.code == 1
    assert line_of(done.out, "credentials").startswith("fail credentials api_key_command: false failed")
    assert line_of(done.out, "platform").startswith("ok")


def test_nothing_is_configured(mttui: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAILTARGET_API_KEY")
    monkeypatch.delenv("MAILTARGET_BASE_URL")
    done = mttui("doctor")
    assert done.code == 1
    assert "Run: mttui login." in line_of(done.out, "profile")


@pytest.mark.parametrize(
    ("env", "size", "encoding", "expected"),
    [
        ({"TERM": "xterm-256color"}, (80, 24), "UTF8", {"colours": "256"}),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, (80, 24), "utf-8", {"colours": "16 million"}),
        ({"TERM": "linux"}, (80, 24), "utf-8", {"colours": "16 at most"}),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, (80, 24), "utf-8", {"colours": "none, as NO_COLOR"}),
        ({"TERM": "screen", "STY": "1", "SSH_CONNECTION": "a"}, (80, 24), "utf-8",
         {"terminal": "screen, within screen, over SSH"}),
        ({"TERM": "xterm"}, (79, 24), "utf-8", {"size": "79 columns, 24 lines: not every"}),
        ({"TERM": "xterm"}, (80, 23), "utf-8", {"size": "80 columns, 23 lines: not every"}),
        ({"TERM": "xterm"}, (80, 24), "ANSI_X3.4-1968", {"characters": "ascii: signs"}),
        ({"TERM": "dumb"}, (80, 24), "utf-8", {"terminal": "TERM is dumb"}),
        ({}, (80, 24), "utf-8", {"terminal": "TERM is not set"}),
    ],
)  # fmt: skip
def test_terminals(
    env: dict[str, str], size: tuple[int, int], encoding: str, expected: dict[str, str]
) -> None:
    found = {each.name: each for each in terminal_findings(Terminal(env, True, encoding, *size))}
    for name, words in expected.items():
        assert found[name].words.startswith(words)
        assert bool(found[name].advice) is (found[name].verdict is not Verdict.OK)
    assert [each.name for each in found.values() if each.verdict is not Verdict.OK] in ([], [*expected])


def test_in_a_terminal_it_says_which(mttui: CommandLine, platform: Stub) -> None:
    import sys

    assert mttui("--version").code == 0  # sets the environment up
    argv = [sys.executable, "-m", "mttui", "doctor"]
    with TerminalApp(argv, env={**os.environ, "TERM": "xterm-256color"}) as app:
        assert app.exit_status() == 0
        assert "xterm-256color" in app.screen_text()
        assert "ok    size" in app.screen_text()
