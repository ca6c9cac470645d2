from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mttui.local.database import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "state" / "mttui.db") as opened:
        yield opened


@pytest.fixture
def config_of(tmp_path: Path) -> Callable[..., Path]:
    """Writes a config file with the text and mode given."""

    def write(text: str, mode: int = 0o600) -> Path:
        path = tmp_path / "config.toml"
        path.write_text(text)
        path.chmod(mode)
        return path

    return write
