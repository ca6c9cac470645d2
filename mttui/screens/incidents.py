"""Incidents: the velocity events, active first, and the rules that raise them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mttui.api.models.velocity import VelocityEvent
from mttui.stores.store import Store
from mttui.text import printable
from mttui.views.incidents import EVENT_COLUMNS, event_cells, newest_active_first, rule_lines
from mttui.views.keys import Scope
from mttui.views.raw import json_lines, json_text
from mttui.widgets.grid import Grid
from mttui.widgets.panel import Panel
from mttui.widgets.rows import ListRows

from .base import WorkScreen
from .lines import LinesScreen
from .live import show_live

_FIRST_ASKED = "No velocity events yet: asking …"
_NONE = "No velocity events: no rule has fired."


class IncidentsScreen(WorkScreen):
    """The list of velocity events; Enter opens one's room."""

    SCOPE = Scope.INCIDENTS
    TICKS: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self._rows: ListRows[VelocityEvent] = ListRows(key=lambda event: event.id, cells=self._cells)
        self._drawn: tuple[object, ...] = ()

    def compose_body(self) -> ComposeResult:
        """Put the rules under the events."""
        yield Grid(EVENT_COLUMNS, self._rows, empty=_FIRST_ASKED, id="events")
        yield Panel("Rules", id="rules")

    def wanted(self) -> Iterable[Store[Any]]:
        """Poll events and rules, and the flow that the rules look at."""
        stores = self.session.stores
        return (stores.events, stores.rules, stores.flow)

    def redraw(self) -> None:
        """Show the events and the rules."""
        stores = self.session.stores
        minute = stores.client.transport.platform_now().replace(second=0, microsecond=0)
        current = (stores.events.snapshot.revision, minute)
        if current != self._drawn and stores.events.snapshot.value is not None:
            self._drawn = current
            self._rows.replace(sorted(stores.events.snapshot.value, key=newest_active_first))
            grid = self.query_one("#events", Grid)
            if self._rows.rows:
                grid.source_changed()
            else:
                grid.show_source(self._rows, empty=_NONE)
        panel = self.query_one("#rules", Panel)
        rules = stores.rules.snapshot.value
        flow = stores.flow.snapshot.value
        lines = rule_lines(tuple(rules), flow, panel.content_size.width) if rules is not None else []
        show_live(panel, lines, (stores.rules, stores.flow), self.session.clock.monotonic())

    def _cells(self, event: VelocityEvent) -> tuple[Any, ...]:
        return event_cells(event, self.session.client.transport.platform_now())

    @on(Grid.Opened)
    def open_room(self, opened: Grid.Opened) -> None:
        """Open the room of an event."""
        from . import incident_room  # noqa: PLC0415 (imported when first opened)

        event = self._rows.rows[opened.index]
        self.app.push_screen(incident_room(self.session.incidents.of(event)))

    def action_open(self) -> None:
        """Open the room of the event under the cursor."""
        self.query_one("#events", Grid).action_open()

    @property
    def _selected(self) -> VelocityEvent | None:
        index = self.query_one("#events", Grid).cursor_index
        return None if index is None else self._rows.rows[index]

    def action_copy(self) -> None:
        """Copy the id of the event under the cursor."""
        self.copy(printable(self._selected.id) if self._selected else None)

    def action_copy_raw(self) -> None:
        """Copy the JSON of the event under the cursor."""
        self.copy(json_text(self._selected) if self._selected else None)

    def action_raw(self) -> None:
        """Show the JSON of the event under the cursor."""
        event = self._selected
        if event is not None:
            self.app.push_screen(LinesScreen(event.id, lambda _: json_lines(event)))

    def action_actions(self) -> None:
        """List what can be done with the event under the cursor."""
        self.choose_action(["open", "copy", "copy.raw", "raw"])
