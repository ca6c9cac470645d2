"""Checks an installed mttui from outside, with nothing but the standard library.

Run it with the Python of the environment that mttui was installed into, away from the repository:
``.ci/run`` does, and ``test_packaging`` builds on the same wheel.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

MTTUI = str(Path(sys.executable).parent / "mttui")
SCREEN_ON, SCREEN_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
WITHIN = 60.0


def check_commands() -> None:
    """`--version` and `--help` answer."""
    for option, expected in (("--version", "mttui "), ("--help", "Usage: mttui")):
        done = subprocess.run([MTTUI, option], capture_output=True, text=True, check=True)
        assert done.stdout.startswith(expected), done.stdout
    print("commands: ok")


def check_styles() -> None:
    """The styles are inside the installed package."""
    import mttui
    from mttui.local.paths import styles_dir

    package = Path(str(mttui.__file__)).parent
    assert "site-packages" in package.parts, package
    assert styles_dir() == package / "styles", styles_dir()
    assert (styles_dir() / "tokens.tcss").is_file()
    print("styles: ok")


def check_demo() -> None:
    """The demo draws its screen on a pseudo-terminal, and SIGTERM leaves the terminal as it was."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(slave)
    env = {**os.environ, "TERM": "xterm-256color"}
    process = subprocess.Popen(
        [MTTUI, "demo"], stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
    )
    try:
        seen = read_until(master, process, lambda seen: SCREEN_ON in seen and b"demo" in seen)
        process.send_signal(signal.SIGTERM)
        seen += read_until(master, process, lambda rest: SCREEN_OFF in rest)
        assert process.wait(WITHIN) == 128 + signal.SIGTERM, process.returncode
        assert termios.tcgetattr(slave) == before
    finally:
        process.kill()
        process.wait()
        os.close(slave)
        os.close(master)
    print("demo: ok")


def read_until(master: int, process: subprocess.Popen[bytes], enough: object) -> bytes:
    """Read the terminal until it shows enough."""
    assert callable(enough)
    seen, deadline = b"", time.monotonic() + WITHIN
    while not enough(seen):
        readable, _, _ = select.select([master], [], [], 1.0)
        if readable:
            seen += os.read(master, 65_536)
        elif process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"not seen; the program {process.poll()}; last: {seen[-2000:]!r}")
    return seen


if __name__ == "__main__":
    check_commands()
    check_styles()
    check_demo()
