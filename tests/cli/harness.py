"""Runs the command line as a process of its own, in a home folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

KEY = "mt-key-77aa-not-to-be-seen"
"""The key of the tests; it must not show anywhere."""
ARGV = [sys.executable, "-m", "mttui"]


class Ran(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


CommandLine = Callable[..., Ran]
"""Runs `mttui ARGS` within this process."""


def clean_env(home: Path, **more: str) -> dict[str, str]:
    """The environment without anything of this machine's configuration."""
    keep = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    return {
        **keep,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "TERM": "xterm-256color",
        "PYTHONPATH": str(Path(__file__).parents[2]),
        **more,
    }


def write_config(home: Path, text: str, mode: int = 0o600) -> Path:
    """Write the config file of a home folder."""
    path = home / "config" / "mttui" / "config.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(mode)
    return path


def run(home: Path, *args: str, answers: str = "", **env: str) -> subprocess.CompletedProcess[str]:
    """Run `mttui ARGS` without a terminal, to its end; `answers` come through a pipe."""
    return subprocess.run(
        [*ARGV, *args], env=clean_env(home, **env), capture_output=True, text=True, check=False,
        input=answers, timeout=50,
    )  # fmt: skip
