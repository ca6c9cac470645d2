"""What the command line does before any screen: help, errors, signals, what it imports."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mttui import __version__
from mttui.cli.commands import COMMANDS
from tests.cli.harness import ARGV, clean_env, run, write_config

HEAVY = (
    "textual",
    "mttui.api.models",
    "mttui.api.operations",
    "pydantic",
    "httpx",
    "starlette",
    "uvicorn",
    "platformdirs",
    "sqlite3",
    "rich",
)


def test_version(tmp_path: Path) -> None:
    done = run(tmp_path, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"mttui {__version__}\n", "")


@pytest.mark.parametrize("args", [["--help"], ["-h"], *([name, "-h"] for name in COMMANDS)])
def test_help_imports_nothing_heavy(tmp_path: Path, args: list[str]) -> None:
    code = (
        "import sys; from mttui.cli.main import main\n"
        f"code = main({args!r})\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=clean_env(tmp_path), capture_output=True, text=True, check=False
    )
    assert done.stderr == "[]\n"
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: mttui")


def test_help_names_every_command(tmp_path: Path) -> None:
    listed = run(tmp_path, "--help").stdout.partition("Commands:")[2].split()
    assert {"demo", "sandbox", "operations", "api", "check", "doctor", "login", "profiles"} <= set(listed)


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["dem"], "Did you mean demo?"),
        (["nothing-near"], "Known: demo, sandbox, operations, api, check, doctor, login, profiles."),
        (["--no-such"], "No such option"),
        (["--api-key", "k"], "No such option"),
        (["demo", "--scenario", "bounce"], "Known: calm, bounce-spike, leaked-key, inbox-flood, brownout."),
        (["demo", "--time-scale", "nan"], "nan is not in range: 0 to 3600."),
        (["demo", "--time-scale", "fast"], "'fast' is not a number."),
        (["demo", "--error-rate", "1.5"], "1.5 is not in range: 0 to 1."),
        (["demo", "--latency", "-1"], "-1 is not in range"),
        (["demo", "--rate-limit", "0"], "0 is not in the range"),
        (["--profile", "x", "demo"], "--profile does not go with this command"),
        (["--base-url", "http://x", "sandbox"], "--base-url does not go with this command"),
        (["--profile", "x", "login"], "login makes a new profile"),
        (["--read-only", "sandbox"], "--read-only and --read-write are for the workstation"),
        (["sandbox", "--port", "70000"], "70000 is not in the range"),
        (["sandbox", "--contacts", "0"], "0 is not in the range"),
        (["sandbox", "--port", "0", "--inbox", "nowhere.jsonl"], "nowhere.jsonl: No such file or directory"),
    ],
)
def test_wrong_usage_is_told_on_stderr_and_exits_2(tmp_path: Path, args: list[str], told: str) -> None:
    done = run(tmp_path, *args)
    assert told in " ".join(done.stderr.split())
    assert (done.returncode, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("config", "env", "told"),
    [
        (
            "[profiles.a]\nbase_ur = 'x'",
            {},
            "[profiles.a] base_ur: unknown setting\n  Did you mean base_url?",
        ),
        (
            "[profiles.a]\ntimeout = 'long'",
            {},
            "[profiles.a] timeout: expected a number of seconds, got text",
        ),
        ("[[[", {}, "config.toml: not valid TOML"),
        ("[profiles.a]\n[profiles.b]", {}, "several profiles and no default_profile"),
        ("", {"MTTUI_PROFILE": "live"}, "MTTUI_PROFILE: there is no profile 'live'"),
        ("", {"MAILTARGET_BASE_URL": "http://api"}, "MAILTARGET_BASE_URL: expected https"),
        ("", {"MAILTARGET_API_KEY": "hush hush"}, "MAILTARGET_API_KEY does not give a key"),
        ("[profiles.a]\napi_key_command = 'false'", {}, "false failed with exit status 1"),
        ("[profiles.'\x7f']\nbase_url = ''", {}, "not valid TOML"),
        ('[profiles."\\u001b[31m"]\nbase_url = 1', {}, "base_url: expected text"),
    ],
)
def test_wrong_configuration_is_one_line_and_advice(
    tmp_path: Path, config: str, env: dict[str, str], told: str
) -> None:
    write_config(tmp_path, config)
    done = run(tmp_path, **env)
    assert told in done.stderr
    assert done.stderr.startswith("mttui: ")
    assert "hush" not in done.stderr
    assert len(done.stderr.splitlines()) == 2
    assert "\x1b" not in done.stderr
    assert (done.returncode, done.stdout) == (2, "")


def test_a_key_in_a_file_that_others_can_read(tmp_path: Path) -> None:
    path = write_config(tmp_path, "[profiles.a]\napi_key = 'hush-hush'", 0o644)
    done = run(tmp_path)
    assert done.returncode == 2
    assert f"Run: chmod 600 {path}" in done.stderr
    assert "hush" not in done.stderr


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    for args in ([], ["demo"]):
        done = run(tmp_path, *args)
        assert done.returncode == 2
        assert "needs a terminal" in done.stderr


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_signals_before_the_app_is_up(tmp_path: Path, number: signal.Signals, code: int) -> None:
    """The key command tells that it runs; the signal comes while it does."""
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    write_config(
        tmp_path, f"[profiles.a]\napi_key_command = ['sh', '-c', 'echo $$ > {gate}; exec sleep 300']"
    )
    process = subprocess.Popen(ARGV, env=clean_env(tmp_path), stderr=subprocess.PIPE, text=True)
    child = int(gate.read_text())
    process.send_signal(number)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told.strip()) == (code, "")
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)


def test_a_closed_pipe_is_not_a_traceback(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as closed:
        done = subprocess.run(
            [*ARGV, "--help"], env=clean_env(tmp_path), stdout=closed, stderr=subprocess.PIPE, text=True,
            check=False,
        )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode in (141, 1)


def test_shell_completion_knows_the_commands(tmp_path: Path) -> None:
    done = run(tmp_path, _MTTUI_COMPLETE="bash_complete", COMP_LINE="mttui d")
    assert done.stdout == "plain,demo\nplain,doctor\n"
    scenarios = run(tmp_path, _MTTUI_COMPLETE="bash_complete", COMP_LINE="mttui demo --scenario b")
    assert scenarios.stdout == "plain,bounce-spike\nplain,brownout\n"
