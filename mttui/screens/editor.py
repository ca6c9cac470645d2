"""Text in the person's own editor: $VISUAL, $EDITOR, or vi."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from .host import Host
from .saying import say

_USUAL = "vi"
_TAKES_LINE = frozenset(
    {"vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "mg", "ne"}
)
"""Editors that open at a line given as `+LINE`."""


class NoEditor(Exception):
    """The editor could not be run, or it failed; the message says which and how."""


def edit_in_editor(
    host: Host, text: str, *, line: int = 1, suffix: str = ".json", env: Mapping[str, str] = os.environ
) -> str:
    """Have a person edit text, and return what they saved. The workstation waits meanwhile.

    The file is this user's alone and is removed afterwards.

    Args:
        host: the app, which gives the terminal away.
        text: what stands there to begin with.
        line: where to open it, from 1, with editors that can.
        suffix: the end of the file's name.
        env: where `VISUAL` and `EDITOR` are looked for.

    Raises:
        NoEditor: it could not be run, or ended with an error.
    """
    command = _command(env)
    handle, name = tempfile.mkstemp(prefix="mttui-", suffix=suffix)  # mode 0600
    path = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        # Without a terminal of its own there is none to give away.
        with nullcontext() if host.is_headless else host.suspend():
            _run([*command, *_at_line(command, line), name])
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as trouble:
        raise NoEditor(f"{command[0]}: {trouble.strerror or trouble}") from trouble
    finally:
        path.unlink(missing_ok=True)


def _command(env: Mapping[str, str]) -> list[str]:
    named = env.get("VISUAL") or env.get("EDITOR") or _USUAL
    try:
        command = shlex.split(named)
    except ValueError as trouble:
        raise NoEditor(f"$EDITOR cannot be read: {trouble}") from trouble
    return command or [_USUAL]


def _at_line(command: list[str], line: int) -> list[str]:
    return [f"+{line}"] if Path(command[0]).name in _TAKES_LINE and line > 1 else []


def _run(command: list[str]) -> None:
    ended = subprocess.run(command, check=False)  # noqa: S603 (the person's own choice of editor)
    if ended.returncode:
        raise NoEditor(f"{command[0]} ended with status {ended.returncode}")


def say_no_editor(host: Host, trouble: NoEditor) -> None:
    """Say that there is no editor, and what to do."""
    say(host, f"No editor: {trouble}\nSet EDITOR, as in EDITOR=nano.")
