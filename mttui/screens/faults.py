"""Bugs of mttui: written down without the values of variables, said in one line."""

from __future__ import annotations

import os
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mttui.local.redact import Redactor


class FaultLog:
    """Writes tracebacks into a file that only its owner reads. A key in a message is taken out.

    Args:
        path: the file, appended to; ``None`` writes nothing.
        redactor: takes credentials out.
    """

    def __init__(self, path: Path | None, redactor: Redactor) -> None:
        self._path = path
        self._redactor = redactor
        self.on_fault: Callable[[str], None] | None = None
        """Told, in words for a person, of each fault that does not end the program."""

    def note(self, fault: BaseException) -> None:
        """Write down a fault that the program survives, and say so."""
        words = self.write(fault)
        if self.on_fault is not None:
            self.on_fault(words)

    def write(self, fault: BaseException) -> str:
        """Write down a fault; returns what to tell a person."""
        told = self._redactor.text(f"A bug in mttui: {type(fault).__name__}: {fault}".splitlines()[0])
        if self._path is None:
            return told
        written = "".join(traceback.format_exception(fault))
        try:
            self._append(f"{datetime.now(UTC).isoformat()} {self._redactor.text(written)}\n")
        except OSError as trouble:
            return f"{told} (not written down: {trouble.strerror})"
        return f"{told}. Written to {self._path}"

    def _append(self, text: str) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(file, "a", encoding="utf-8", errors="backslashreplace") as log:  # noqa: PTH123 (by descriptor)
            log.write(text)
