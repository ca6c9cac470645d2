from __future__ import annotations

import os
import stat
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from mttui.local.config import load_config
from mttui.local.errors import ConfigError
from mttui.local.save import add_profile

ConfigOf = Callable[..., Path]


def test_the_first_profile_makes_the_file_and_is_the_default(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "config.toml"
    before = os.umask(0)
    try:
        add_profile(path, "on call", {"api_key": "k-1", "production": True})
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    config = load_config(path)
    assert config.default_profile == "on call"
    assert config.profiles["on call"].production
    assert [entry.name for entry in path.parent.iterdir()] == ["config.toml"]


def test_every_word_that_was_there_stays(config_of: ConfigOf) -> None:
    text = "# by hand\n[profiles.a] # mine\nproduction = true\n\n[ui]\nascii = true"
    path = config_of(text)
    add_profile(path, "b", {"base_url": "https://b.example"})
    assert path.read_text() == text + '\n\n[profiles.b]\nbase_url = "https://b.example"\n'
    assert set(load_config(path).profiles) == {"a", "b"}
    assert load_config(path).default_profile is None


def test_settings_without_profiles_get_a_default_on_top(config_of: ConfigOf) -> None:
    path = config_of("[ui]\nascii = true\n")
    add_profile(path, "a", {})
    assert tomllib.loads(path.read_text())["default_profile"] == "a"
    assert load_config(path).ui.ascii


def test_a_link_stays_a_link(config_of: ConfigOf, tmp_path: Path) -> None:
    real = config_of("")
    link = tmp_path / "link.toml"
    link.symlink_to(real)
    add_profile(link, "a", {})
    assert link.is_symlink()
    assert "a" in load_config(real).profiles


@pytest.mark.parametrize(
    ("text", "settings", "told"),
    [
        ("[profiles.a]", {}, "there is a profile 'a' already"),
        ("", {"api_key": "two words"}, r"\[profiles.a\] api_key: expected a key"),
        ("", {"base_url": "http://x"}, "expected https"),
        ("", {"base_ur": "x"}, "unknown setting"),
        ("profiles = {b = {}}", {}, "cannot be added at its end"),
        ("nonsense", {}, "not valid TOML"),
    ],
)
def test_a_refusal_changes_nothing(
    config_of: ConfigOf, text: str, settings: dict[str, object], told: str
) -> None:
    path = config_of(text)
    with pytest.raises(ConfigError, match=told) as caught:
        add_profile(path, "a", settings)
    assert caught.value.advice
    assert path.read_text() == text


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ConfigError, match="cannot be"):
        add_profile(tmp_path / "file" / "config.toml", "a", {})
