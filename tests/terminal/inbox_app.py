"""The inbox on a real terminal: a sandbox over a socket, and the installed command that works it."""

from __future__ import annotations

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.cli.harness import clean_env, write_config
from tests.terminal.pty_app import TerminalApp

MTTUI = Path(sys.executable).parent / "mttui"
"""The command as it is installed, beside the Python that runs the tests."""
CONFIG = """
[inbox]
undo_seconds = {undo}
classify_on_arrival = {classify}

[answers.refund]
title = "Refund"
key = "1"
text = "Halo {{{{email}}}}, the refund is on its way."
labels = ["refund"]
status = "closed"
"""


@dataclass(frozen=True)
class Platform:
    """A sandbox that runs as a process of its own, asked over HTTP."""

    url: str
    key: str

    @property
    def env(self) -> dict[str, str]:
        """What has `mttui` work on it."""
        return {"MAILTARGET_BASE_URL": self.url, "MAILTARGET_API_KEY": self.key}

    def get(self, path: str) -> Any:
        """Ask for something; what comes is its `data`."""
        request = urllib.request.Request(self.url + path, headers={"Authorization": f"Bearer {self.key}"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.load(answer)["data"]

    def patch(self, path: str, body: Mapping[str, Any]) -> None:
        """Change something."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": "application/json"}
        request = urllib.request.Request(self.url + path, json.dumps(body).encode(), headers, method="PATCH")
        with urllib.request.urlopen(request, timeout=20):
            pass

    def threads(self, status: str = "open") -> list[dict[str, Any]]:
        """The first hundred threads of a status, as the inbox lists them."""
        rows: list[dict[str, Any]] = self.get(f"/v1/threads?status={status}&perPage=100")
        return rows

    def thread(self, thread_id: str) -> dict[str, Any]:
        """One thread."""
        row: dict[str, Any] = self.get(f"/v1/threads/{thread_id}")
        return row

    def messages(self, thread_id: str) -> list[dict[str, Any]]:
        """The messages of a thread, the oldest first."""
        rows: list[dict[str, Any]] = self.get(f"/v1/threads/{thread_id}/messages")
        return rows

    def sent(self, thread_id: str) -> list[str]:
        """The texts that went out in a thread."""
        return [each["bodyText"] for each in self.messages(thread_id) if each["direction"] == "outbound"]


@contextmanager
def served(home: Path, *args: str) -> Iterator[Platform]:
    """Run a sandbox."""
    argv = [str(MTTUI), "sandbox", "--port", "0", *args]
    with subprocess.Popen(argv, env=clean_env(home), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            ready = json.loads(process.stdout.readline())
            yield Platform(ready["url"], ready["api_key"])
        finally:
            process.kill()


class InboxApp(TerminalApp):
    """The workstation on its inbox, with its key presses counted.

    Args:
        home: of the config and the state file.
        platform: what it works on.
        size: of the terminal.
        undo: seconds in which a reply can be called back.
        classify: whether new mail is classified as it comes.
    """

    def __init__(
        self,
        home: Path,
        platform: Platform,
        *,
        size: tuple[int, int] = (80, 24),
        undo: int = 10,
        classify: bool = False,
    ) -> None:
        write_config(home, CONFIG.format(undo=undo, classify=str(classify).lower()))
        super().__init__([str(MTTUI)], size=size, env=clean_env(home, **platform.env), timeout=20)
        self.presses = 0

    def open(self) -> None:
        """Go to the inbox and wait for its rows."""
        self.wait_for("● ACTIVE")
        self.press("3")
        self.wait_for(r"^▸ . \w+ .*\n(.*\n)* r Reply")

    def strike(self, *keys: str, then: str) -> None:
        """Press keys at once, as somebody who knows them, and wait for what they bring."""
        self.presses += len(keys)
        self.press(*keys)
        self.wait_for(then)

    def gone(self, pattern: str) -> None:
        """Wait until the screen no longer shows something."""
        self.wait_until(lambda: pattern not in self.screen_text(), f"no {pattern!r}")
