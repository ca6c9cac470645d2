"""The least app around a widget of the kit."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget

from mttui.widgets.output import LeanOutput

STYLES = Path(__file__).parents[2] / "styles"


class KitApp(LeanOutput[None]):
    """Shows the widgets one under the other; `q` quits."""

    CSS_PATH = STYLES / "tokens.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, widgets: Iterable[Widget]) -> None:
        super().__init__()
        self._widgets = list(widgets)
        self.seen: list[Message] = []

    def compose(self) -> ComposeResult:
        """Yield the widgets."""
        yield from self._widgets
