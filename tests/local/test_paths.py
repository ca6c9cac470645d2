from __future__ import annotations

from pathlib import Path

import pytest

from mttui.local import paths


def test_the_places_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    assert paths.config_file() == tmp_path / "c" / "mttui" / "config.toml"
    assert paths.state_file() == tmp_path / "s" / "mttui" / "mttui.db"


def test_without_a_word_they_lie_in_the_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert paths.config_file() == tmp_path / ".config" / "mttui" / "config.toml"
    assert paths.state_file() == tmp_path / ".local" / "state" / "mttui" / "mttui.db"
