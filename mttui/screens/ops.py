"""Ops: live panels of everything that matters when sending goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mttui.stores.store import Store
from mttui.views.keys import Scope
from mttui.views.ops import PANELS, arrange
from mttui.widgets.board import Board
from mttui.widgets.panel import Panel

from .base import WorkScreen
from .live import show_live


class OpsScreen(WorkScreen):
    """The live panels; Enter on one opens its screen."""

    SCOPE = Scope.OPS
    TICKS: ClassVar[bool] = True

    def compose_body(self) -> ComposeResult:
        """Put the panels on a board."""
        yield Board(*(Panel(panel.title, id=panel.id) for panel in PANELS), arrange=arrange)

    def wanted(self) -> Iterable[Store[Any]]:
        """Poll what the panels show."""
        return [store for panel in PANELS for store in panel.stores(self.session.stores)]

    def redraw(self) -> None:
        """Show every panel's figures."""
        stores = self.session.stores
        now = self.session.clock.monotonic()
        for spec in PANELS:
            panel = self.query_one(f"#{spec.id}", Panel)
            width, height = panel.content_size
            if width:
                show_live(panel, spec.body(stores, width, max(0, height - 1)), spec.stores(stores), now)

    @on(Panel.Opened)
    def open_place(self, opened: Panel.Opened) -> None:
        """Open the screen of a panel."""
        spec = next(panel for panel in PANELS if panel.id == opened.panel.id)
        self.action_go(spec.opens)

    def action_open(self) -> None:
        """Open the screen of the focused panel; the first one where none is."""
        focused = self.focused
        self.action_go(
            next((panel.opens for panel in PANELS if focused and panel.id == focused.id), PANELS[0].opens)
        )
