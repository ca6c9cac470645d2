"""`mttui login` and `mttui profiles`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from mttui.local.config import load_config
from tests.cli.harness import clean_env, run, write_config
from tests.terminal.pty_app import TerminalApp


def config_of(home: Path) -> Path:
    return home / "config" / "mttui" / "config.toml"


def test_what_is_asked_for_is_written(tmp_path: Path) -> None:
    done = run(tmp_path, "login", "--url", "http://localhost:1", answers="live\ny\nhush-hush\n")
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert "hush" not in done.stderr
    profile = load_config(config_of(tmp_path)).profiles["live"]
    assert profile.production
    assert profile.base_url == "http://localhost:1"
    assert profile.api_key is not None
    assert profile.api_key.reveal() == "hush-hush"


def test_a_key_command_keeps_no_key(tmp_path: Path) -> None:
    done = run(tmp_path, "login", "--name", "a", "--key-command", "pass show x", "--no-production")
    assert done.returncode == 0, done.stderr
    profile = load_config(config_of(tmp_path)).profiles["a"]
    assert (profile.api_key, profile.api_key_command) == (None, ("pass", "show", "x"))
    assert not profile.production


def test_the_key_is_not_shown_in_a_terminal(tmp_path: Path) -> None:
    argv = [sys.executable, "-m", "mttui", "login", "--name", "a", "--production"]
    with TerminalApp(argv, env=clean_env(tmp_path)) as app:
        app.wait_for("API key")
        app.send("hush-hush\n")
        assert app.exit_status() == 0
        assert "hush" not in app.screen_text()
        assert app.not_restored() == []
    assert load_config(config_of(tmp_path)).profiles["a"].api_key is not None


def test_a_wrong_key_is_not_written(tmp_path: Path) -> None:
    done = run(tmp_path, "login", "--name", "a", "--production", answers="hush hush\n")
    assert done.returncode == 2
    assert "api_key: expected a key" in done.stderr
    assert "hush" not in done.stderr
    assert not config_of(tmp_path).exists()


def test_no_answer_is_not_a_traceback(tmp_path: Path) -> None:
    done = run(tmp_path, "login", answers="")
    assert done.returncode == 130
    assert "Traceback" not in done.stderr


def test_profiles_are_listed_without_their_keys(tmp_path: Path) -> None:
    write_config(
        tmp_path,
        'default_profile = "live"\n[profiles.live]\nproduction = true\napi_key = "hush-hush"\n'
        '[profiles."st\\u001bage"]\nbase_url = "http://localhost:1"\napi_key_command = "false"\n',
    )
    listed = run(tmp_path, "profiles")
    assert listed.returncode == 0, listed.stderr
    first, second = listed.stdout.splitlines()
    assert first == "live  https://api.mailtarget.co  default  production  read_only"
    assert second.endswith("age  http://localhost:1")
    assert "\x1b" not in second
    assert "hush" not in listed.stdout
    as_json = json.loads(run(tmp_path, "profiles", "--json").stdout)
    assert [row["name"] for row in as_json] == ["live", "st\x1bage"]
    assert as_json[0]["default"] is True


def test_no_profile_says_how_to_get_one(tmp_path: Path) -> None:
    done = run(tmp_path, "profiles")
    assert (done.returncode, done.stdout) == (0, "")
    assert "mttui login" in done.stderr
