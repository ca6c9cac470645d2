"""The screen for those who have configured nothing: how to set a key, or try the demo."""

from __future__ import annotations

import gc
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from mttui.local.paths import styles_dir
from mttui.text import Line, Role, Span, line
from mttui.widgets.canvas import Canvas
from mttui.widgets.output import LeanOutput

from .signals import on_signals

TRY_DEMO = 64
"""Exit status that asks the command line for the demo."""

_TEXT: tuple[Line, ...] = (
    (),
    line(Span("  mttui", Role.TITLE), "  the on-call workstation for Mailtarget"),
    (),
    line("  Nothing is configured yet. One of these gives it an account:"),
    (),
    line(Span("  mttui login", Role.STRONG), "   asks for the key and writes a profile"),
    line(Span("  environment", Role.STRONG), "   set MAILTARGET_API_KEY to an Open API key"),
    line(Span("  config file", Role.STRONG), "   $XDG_CONFIG_HOME/mttui/config.toml with a profile:"),
    (),
    line(Span("      [profiles.main]", Role.MUTED)),
    line(Span('      api_key_command = "pass show mailtarget"', Role.MUTED)),
    line(Span("      production = true", Role.MUTED)),
    (),
    line("  ", Span("enter", Role.KEY), "  tries the demo: a simulated platform, nothing in it is real"),
    line("  ", Span("q", Role.KEY), "      leaves"),
)


class FirstRun(LeanOutput[int], inherit_bindings=False):
    """Says how to begin. Ends with :data:`TRY_DEMO` or 0."""

    TITLE = "mttui"
    ENABLE_COMMAND_PALETTE = False
    CSS_PATH = styles_dir() / "tokens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,d", f"leave({TRY_DEMO})", "Demo", show=False),
        Binding("q,escape,ctrl+c", "leave(0)", "Leave", show=False, priority=True),
    ]

    def compose(self) -> ComposeResult:
        """One page of words."""
        yield Canvas(id="words")

    def on_mount(self) -> None:
        """Show them."""
        gc.enable()
        on_signals(self, lambda number: self.exit(128 + number))
        self.query_one("#words", Canvas).show(_TEXT)

    def action_leave(self, code: int) -> None:
        """Leave."""
        self.exit(code)
