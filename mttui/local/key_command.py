"""Running `api_key_command`: its first line is the key, and nothing it prints is ever shown."""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Mapping
from typing import Any

from .errors import CredentialError


def first_line(command: tuple[str, ...], env: Mapping[str, str], seconds: float) -> str:
    """The first line that a command prints, as `pass show` has it.

    Args:
        command: the command and its arguments.
        env: the environment it runs in; it gets no input.
        seconds: how long it may take.

    Raises:
        CredentialError: it cannot be run, takes too long, or fails.
    """
    name = command[0]
    with _start(command, env) as process:
        try:
            process.held.release()
            output, _ = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            _abandon(process)
            raise CredentialError(
                f"api_key_command: {name} did not end within {seconds:g} s",
                advice=f"Run {name} by hand once; it may wait for a passphrase.",
            ) from None
        except BaseException:  # Ctrl+C, SIGTERM: leaving must not wait for the command
            _abandon(process)
            raise
    if process.returncode != 0:
        raise CredentialError(
            f"api_key_command: {name} failed with exit status {process.returncode}",
            advice="Run it by hand to see what it says; its output is not shown here.",
        )
    return output.strip("\r\n").split("\n", 1)[0]


class _HeldSignals:
    """Keeps Ctrl+C and SIGTERM until they are released.

    One that struck while a process is being started would leave it running, unknown to us. They are
    noted, not blocked: the new process would inherit a block.
    """

    def __init__(self) -> None:
        self._came: list[int] = []
        self._before: dict[signal.Signals, Any] = {}
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                self._before[number] = signal.signal(number, lambda came, _frame: self._came.append(came))

    def release(self) -> None:
        """Give the signals back to whoever handled them before, those that came first of all."""
        while self._before:
            number, handler = self._before.popitem()
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
        while self._came:
            signal.raise_signal(self._came.pop())


class _Process(subprocess.Popen[str]):
    """A command that was started while signals are held."""

    held: _HeldSignals


def _start(command: tuple[str, ...], env: Mapping[str, str]) -> _Process:
    held = _HeldSignals()
    try:
        process = _Process(
            command,
            env=dict(env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as err:
        held.release()
        raise CredentialError(
            f"api_key_command: {command[0]} cannot be run: {err.strerror}",
            advice="Give its full path, or mend api_key_command in the profile.",
        ) from err
    process.held = held
    return process


def _abandon(process: _Process) -> None:
    """Kill a command and wait no longer: its own children may hold the pipes open."""
    process.kill()
    for pipe in (process.stdout, process.stderr):
        if pipe is not None:
            pipe.close()
    process.wait()
