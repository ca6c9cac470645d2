"""Signals that end the program, handled on the event loop."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable
from typing import Any

from textual.app import App

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""The signals that ask a program to end."""


def on_signals(app: App[Any], end: Callable[[int], None]) -> None:
    """Call ``end`` with the number of the signal that asks the program to end.

    The command line holds these signals back while the terminal is being taken: one that comes before
    this point would end the program with the terminal half changed. From here on they come through.

    A program without a terminal of its own (a test) leaves the signals to whoever runs it.
    """
    if not app.is_headless:
        loop = asyncio.get_running_loop()
        for number in ENDING:
            loop.add_signal_handler(number, end, int(number))
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
