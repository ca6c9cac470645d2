"""From the command line into the Textual app."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager

import click

SSH_DEFAULTS = {
    "TEXTUAL_ANIMATIONS": "none",  # each frame of a fade is a repaint on the wire
    "TEXTUAL_SMOOTH_SCROLL": "0",
}
"""What Textual reads while it is imported. Whoever sets one of them in the environment is obeyed."""


START_DEFAULTS = {
    "PYDANTIC_DISABLE_PLUGINS": "__all__",  # looking for them reads the metadata of every installed package
}
"""What libraries read as they begin. Whoever sets one of them in the environment is obeyed."""


def prepare_environment(env: MutableMapping[str, str]) -> None:
    """Set the defaults for work over SSH and a quick start, before the libraries are imported."""
    for name, value in (SSH_DEFAULTS | START_DEFAULTS).items():
        env.setdefault(name, value)


def require_terminal(env: Mapping[str, str]) -> None:
    """Refuse to start where a screen cannot be drawn.

    Raises:
        click.UsageError: input or output is no terminal, or a dumb one.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise click.UsageError("The workstation needs a terminal for input and output.")
    if env.get("TERM", "") in {"", "dumb"}:
        raise click.UsageError(
            "The workstation needs a terminal that can move its cursor: TERM is unset or dumb."
        )


@contextmanager
def signals_held() -> Iterator[None]:
    """Hold back the signals that end the program until the app handles them, or is over.

    Between taking the terminal and installing the handlers a signal would leave it half changed.
    """
    from mttui.screens.signals import ENDING

    signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def start_app() -> None:
    """Make ready for the app: the terminal is one, and Textual is not imported yet.

    Until the app is up nothing is garbage, and looking for it takes a twentieth of the start.
    """
    require_terminal(os.environ)
    prepare_environment(os.environ)
    gc.disable()
