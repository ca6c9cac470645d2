from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from mttui.local.config import check_keys, load_config, read_config
from mttui.local.errors import ConfigError
from mttui.local.example import example_config, field_docs
from mttui.local.inbox_settings import (
    AdvanceSettings,
    AnswerSettings,
    InboxSettings,
    SplitSettings,
    TargetSettings,
)
from mttui.local.reading import nearest
from mttui.local.settings import Budget, Config, ProfileSettings, UiSettings

ConfigOf = Callable[..., Path]


def refused(path: Path) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(path) in caught.value.message
    assert caught.value.advice
    return caught.value


def test_no_file_is_an_empty_config(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.toml") == Config()


def test_every_setting_is_read(config_of: ConfigOf) -> None:
    config = load_config(
        config_of(
            """
            default_profile = "live"
            [profiles.live]
            base_url = "https://api.mailtarget.co/"
            api_key_command = "pass show 'mail target'"
            api_key = " k-123 "
            production = true
            read_only = false
            timeout = 12
            budget = { calm = 30 }
            idempotency_header = "X-Once"
            [profiles.local]
            base_url = "http://127.0.0.1:8025"
            api_key_command = ["vault", "read", "a b"]
            [keys]
            ops.freeze = "f5"
            "inbox.done" = ["d", "delete"]
            [ui]
            ascii = true
            theme = "ansi-dark"
            timezone = "UTC"
            """
        )
    )
    live = config.profiles["live"]
    assert config.default_profile == "live"
    assert live.base_url == "https://api.mailtarget.co"
    assert live.api_key_command == ("pass", "show", "mail target")
    assert live.api_key is not None
    assert live.api_key.reveal() == "k-123"
    assert (live.production, live.read_only, live.timeout) == (True, False, 12.0)
    assert live.budget == Budget(calm=30, incident=180)
    assert live.idempotency_header == "X-Once"
    assert config.profiles["local"].api_key_command == ("vault", "read", "a b")
    assert config.keys == {"ops.freeze": ("f5",), "inbox.done": ("d", "delete")}
    assert config.ui == UiSettings(ascii=True, theme="ansi-dark", timezone="UTC")


@pytest.mark.parametrize(
    ("text", "place", "advice"),
    [
        ('default_profil = "x"', "default_profil: unknown setting", "default_profile"),
        ('[profiles.a]\nbase_ur = "x"', "[profiles.a] base_ur: unknown setting", "base_url"),
        ("[profiles.a]\nreadonly = true", "[profiles.a] readonly: unknown setting", "read_only"),
        ("[ui]\ncolour = 1", "[ui] colour: unknown setting", "Known: ascii, theme, timezone."),
        ("[profile.a]", "profile: unknown setting", "profiles"),
        ("[profiles.a]\nbudget = {calmm = 1}", "[profiles.a] budget: calmm is unknown", ""),
        ('default_profile = "liv"\n[profiles.live]', "default_profile: there is no", "live?"),
    ],
)
def test_unknown_names_the_setting_and_the_nearest(
    config_of: ConfigOf, text: str, place: str, advice: str
) -> None:
    error = refused(config_of(text))
    assert place in error.message
    assert advice in error.advice


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("base_url = 5", "expected text, got a whole number"),
        ('base_url = "api.mailtarget.co"', "expected a URL"),
        ('base_url = "ftp://x"', "expected a URL"),
        ('base_url = "https://[::1"', "expected a URL"),
        ('base_url = "https://x:99999"', "expected a URL"),
        ('base_url = "http://api.mailtarget.co"', "expected https"),
        ('base_url = "http://10.0.0.1"', "expected https"),
        ('base_url = "http://127.0.0.1.evil.example"', "expected https"),
        ('base_url = "https://me:pw@x"', "without a user name"),
        ('base_url = "https://x/?a=b"', "without ? and #"),
        ('base_url = "https://x/v1/"', "without /v1"),
        ('production = "yes"', "expected true or false, got text"),
        ("read_only = 1", "expected true or false, got a whole number"),
        ("timeout = true", "expected a number of seconds, got true or false"),
        ("timeout = nan", "expected seconds above 0"),
        ("timeout = 0", "expected seconds above 0"),
        ("timeout = inf", "expected seconds above 0"),
        ("budget = 60", "expected a table such as"),
        ("budget = {calm = 0}", "expected a whole number of 1 or more"),
        ("budget = {calm = 1.5}", "expected a whole number, got a number"),
        ("api_key_command = 1", "expected a command"),
        ("api_key_command = []", "expected a command, got an empty one"),
        ('api_key_command = "pass \'x"', "do not close"),
        ("api_key = 12345", "expected text, got a whole number"),
        ('api_key = "  "', "expected a key, got an empty one"),
        ('api_key = "a\\nb"', "printable ASCII"),
        ('idempotency_header = "X: y"', "expected the name of an HTTP header"),
        ("idempotency_header = 2026-01-01", "expected text, got a date or time"),
    ],
)
def test_wrong_values_say_what_was_expected(config_of: ConfigOf, setting: str, expected: str) -> None:
    error = refused(config_of(f"[profiles.a]\n{setting}\n"))
    assert f"[profiles.a] {setting.split(maxsplit=1)[0]}: " in error.message
    assert expected in error.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profiles = 1", "[profiles]: expected a table, got a whole number"),
        ("[profiles]\na = 1", "[profiles.a]: expected a table"),
        ("[[profiles]]", "[profiles]: expected a table, got a list"),
        ("ui = true", "[ui]: expected a table, got true or false"),
        ("[keys]\nfreeze = 5", "[keys] freeze: expected a key"),
        ("[keys]\nfreeze = []", "[keys] freeze: expected a key"),
        ('[ui]\ntimezone = "Mars/Base"', "[ui] timezone: expected a time zone"),
        ('[ui]\ntimezone = "../etc"', "[ui] timezone: expected a time zone"),
        ("a = ", "not valid TOML"),
    ],
)
def test_wrong_shapes(config_of: ConfigOf, text: str, expected: str) -> None:
    assert expected in refused(config_of(text)).message


def test_bytes_that_are_not_utf8(config_of: ConfigOf) -> None:
    path = config_of("")
    path.write_bytes(b'theme = "\xff"')
    assert "not UTF-8" in refused(path).message


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path).message


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o660])
def test_a_key_that_others_can_read_is_refused(config_of: ConfigOf, mode: int) -> None:
    path = config_of('[profiles.a]\napi_key = "hush-hush"', mode)
    error = refused(path)
    assert "others can read" in error.message
    assert error.advice == f"Run: chmod 600 {path}"
    assert "hush" not in error.message + error.advice


def test_a_file_without_a_key_may_be_read_by_others(config_of: ConfigOf) -> None:
    assert "a" in load_config(config_of('[profiles.a]\napi_key_command = "x"', 0o644)).profiles


def test_a_command_that_others_can_write_is_refused(config_of: ConfigOf) -> None:
    path = config_of('[profiles.a]\napi_key_command = "pass x"', 0o666)
    assert refused(path).advice.endswith(f"chmod go-w {path}")


def test_no_value_of_a_key_stands_in_an_error(config_of: ConfigOf) -> None:
    error = refused(config_of('[profiles.a]\napi_key = "hush hush"'))
    assert "hush" not in error.message + error.advice + repr(error)


def test_keys_are_held_against_the_declared_ids(config_of: ConfigOf) -> None:
    config = load_config(config_of('[keys]\nops.freez = "f5"'))
    with pytest.raises(ConfigError, match=r"\[keys\] ops\.freez: unknown") as caught:
        check_keys(config, ["ops.freeze", "app.quit"])
    assert caught.value.advice == "Did you mean ops.freeze?"
    check_keys(config, ["ops.freez"])


def test_nearest_without_anything_near_lists_all() -> None:
    assert nearest("zzz", ["b", "a"]) == "Known: a, b."
    assert nearest("zzz", []) == "There is none."


@pytest.mark.parametrize(
    "settings",
    [
        Config, ProfileSettings, UiSettings, Budget, InboxSettings, AdvanceSettings, TargetSettings,
        SplitSettings, AnswerSettings,
    ],
)  # fmt: skip
def test_every_setting_is_documented(settings: type) -> None:
    docs = field_docs(settings)
    assert [field.name for field in fields(settings)] == list(docs)


def test_the_example_is_valid_and_complete(config_of: ConfigOf, tmp_path: Path) -> None:
    load_config(config_of(example_config()))
    everything = tomllib.loads(
        "\n".join(
            line
            for line in example_config().replace("\n# ", "\n").splitlines()
            if " = " in line or line.startswith("[")
        )
    )
    assert set(everything["profiles"]["oncall"]) == {f.name for f in fields(ProfileSettings)}
    assert set(everything["ui"]) == {f.name for f in fields(UiSettings)}
    inbox = everything["inbox"]
    assert set(inbox) == {f.name for f in fields(InboxSettings)}
    assert set(inbox["advance"]) == {f.name for f in fields(AdvanceSettings)}
    assert set(inbox["targets"]) == {f.name for f in fields(TargetSettings)}
    assert set(inbox["splits"][0]) == {f.name for f in fields(SplitSettings)}
    assert set(everything["answers"]["refund"]) == {f.name for f in fields(AnswerSettings)}
    read = read_config(tmp_path, {"inbox": inbox, "answers": everything["answers"]})
    assert replace(read.inbox, splits=(), claim=None) == InboxSettings()
