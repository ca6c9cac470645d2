"""Run a program on a real pseudo-terminal, press its keys and count its bytes.

    with TerminalApp([sys.executable, "-m", "mttui", "demo"], size=(80, 24)) as term:
        term.wait_for("Queues")
        mark = term.mark()
        term.press("j")
        term.settle()
        assert term.bytes_since(mark) <= 450

Nothing sleeps: everything waits for something to be seen, or for the output to pause.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.terminal.emulator import Emulator

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
_CHUNK = 65_536
_INHERITED = ("PATH", "HOME", "VIRTUAL_ENV", "PYTHONPATH", "TMPDIR")


class TerminalApp:
    """A program on a pseudo-terminal of its own.

    Args:
        argv: The program and its arguments.
        size: Columns and lines.
        env: Added to a small environment with `TERM=xterm-256color`.
        cwd: Where it runs.
        synchronized: Whether the terminal offers synchronized output.
        timeout: Seconds that anything waited for may take.
    """

    def __init__(
        self,
        argv: Sequence[str],
        *,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        synchronized: bool = True,
        timeout: float = 20,
    ) -> None:
        self.emulator = Emulator(*size, synchronized=synchronized)
        self._argv, self._size, self._cwd, self._timeout = list(argv), size, cwd, timeout
        inherited = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        self._env = {**inherited, "TERM": "xterm-256color", "LANG": "C.UTF-8", **(env or {})}
        self._output = bytearray()
        self._is_closed = False

    def __enter__(self) -> Self:
        self._master, slave = pty.openpty()
        self._slave = slave
        self._set_size(*self._size)
        self._settings = termios.tcgetattr(slave)
        self.process = subprocess.Popen(
            self._argv,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=self._env,
            cwd=self._cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509 (one thread here)
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()
        os.close(self._slave)

    # What is seen

    def screen_text(self) -> str:
        """The screen as lines of text, without the spaces at their ends."""
        return "\n".join(row.rstrip() for row in self.emulator.rows())

    def wait_for(self, pattern: str, timeout: float | None = None) -> re.Match[str]:
        """Wait until the screen shows a match; `^` and `$` match at lines."""
        regex = re.compile(pattern, re.MULTILINE)
        self.wait_until(lambda: regex.search(self.screen_text()) is not None, pattern, timeout)
        match = regex.search(self.screen_text())
        assert match is not None
        return match

    def wait_until(self, is_true: Callable[[], bool], what: str, timeout: float | None = None) -> None:
        """Read output until the condition holds.

        Raises:
            AssertionError: It did not in time, or the program ended first; with the screen.
        """
        deadline = time.monotonic() + (self._timeout if timeout is None else timeout)
        while not is_true():
            left = deadline - time.monotonic()
            if left <= 0 or (not self._pump(left) and not is_true()):
                ended = "the program ended" if left > 0 else "time is up"
                raise AssertionError(f"{what!r} was not seen, {ended}; screen:\n{self.screen_text()}")

    def settle(self, quiet: float = 0.15) -> None:
        """Read output until it pauses for `quiet` seconds."""
        deadline = time.monotonic() + self._timeout
        while self._pump(quiet, until_quiet=True):
            assert time.monotonic() < deadline, "the output never pauses"

    def watch(self, seconds: float) -> int:
        """Read output for some seconds; return the bytes that came."""
        mark, deadline = self.mark(), time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self._pump(left):
            pass
        return self.bytes_since(mark)

    def mark(self) -> int:
        """Remember this point of the output."""
        return len(self._output)

    def bytes_since(self, mark: int) -> int:
        """Count the bytes that came since the mark."""
        return len(self._output) - mark

    def output_since(self, mark: int) -> bytes:
        """Return the bytes that came since the mark."""
        return bytes(self._output[mark:])

    # What is done

    def press(self, *keys: str) -> None:
        """Press keys: single characters, or names of `KEYS`."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def send(self, text: str) -> None:
        """Type raw text."""
        os.write(self._master, text.encode())

    def resize(self, columns: int, lines: int) -> None:
        """Change the size of the window."""
        self.emulator.screen.resize(lines, columns)
        self._set_size(columns, lines)
        self.signal(signal.SIGWINCH)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal, as a dropped connection does."""
        if not self._is_closed:
            self._is_closed = True
            os.close(self._master)

    def exit_status(self, timeout: float | None = None) -> int:
        """Wait for the program to end; return its status, negative for a signal."""
        deadline = time.monotonic() + (self._timeout if timeout is None else timeout)
        while self.process.poll() is None:
            assert time.monotonic() < deadline, f"still running; screen:\n{self.screen_text()}"
            if self._is_closed:
                self.process.wait(max(deadline - time.monotonic(), 0.01))
            else:
                self._pump(0.05)
        if not self._is_closed:
            self.settle(0.02)
        return self.process.returncode

    def not_restored(self) -> list[str]:
        """Say what the program left changed in the terminal; empty when nothing."""
        left = self.emulator.not_restored()
        if termios.tcgetattr(self._slave) != self._settings:
            left.append("the line discipline is changed")
        return left

    def _set_size(self, columns: int, lines: int) -> None:
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def _pump(self, timeout: float, *, until_quiet: bool = False) -> bool:
        """Read once. False when nothing came in time (if `until_quiet`) or ever will."""
        ready, _, _ = select.select([self._master], [], [], min(timeout, 0.25))
        if not ready:
            return not until_quiet and self.process.poll() is None
        data = os.read(self._master, _CHUNK)
        self._output += data
        if answer := self.emulator.feed(data):
            os.write(self._master, answer)
        return bool(data)
