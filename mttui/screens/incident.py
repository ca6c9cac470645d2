"""The incident room: evidence side by side, suspects ranked, a lever under each key, a timeline of it all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mttui.stores.incident import Incident
from mttui.stores.store import Store
from mttui.stores.suspects import Suspect
from mttui.text import Role, Span, line, plural, printable
from mttui.views import incident as words
from mttui.views.incident_board import PANELS, SUSPECT_COLUMNS, Room, arrange
from mttui.views.keys import Scope, keys_in
from mttui.views.raw import json_lines, json_text
from mttui.widgets.board import Board
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.panel import Panel
from mttui.widgets.rows import ListRows

from .incident_levers import IncidentLevers
from .lines import LinesScreen
from .live import show_live

_FIRST_ASKED = "Asking who sends …"


class IncidentScreen(IncidentLevers):
    """The room of one incident.

    Args:
        incident: what is known of the event and done about it.
    """

    SCOPE = Scope.INCIDENT
    TICKS: ClassVar[bool] = True

    def __init__(self, incident: Incident) -> None:
        super().__init__(incident)
        self._rows: ListRows[Suspect] = ListRows(key=_key, cells=words.suspect_cells)
        self._unsubscribe: Callable[[], None] | None = None
        self._empty = _FIRST_ASKED

    def compose_body(self) -> ComposeResult:
        """Put the headline over the board of evidence."""
        yield Canvas(id="headline")
        yield Board(
            Panel(PANELS[0].title, id=PANELS[0].id),
            Grid(SUSPECT_COLUMNS, self._rows, empty=_FIRST_ASKED, id="suspects"),
            *(Panel(panel.title, id=panel.id) for panel in PANELS[1:]),
            arrange=arrange,
        )

    def on_mount(self) -> None:
        """Start on the suspects."""
        self._unsubscribe = self.incident.timeline.subscribe(self.poke)
        self.query_one("#suspects", Grid).focus()

    def on_unmount(self) -> None:
        """Let go of the timeline."""
        if self._unsubscribe is not None:
            self._unsubscribe()

    def wanted(self) -> Iterable[Store[Any]]:
        """Poll the evidence."""
        return self.incident.evidence.stores

    @property
    def suspect(self) -> Suspect | None:
        """The suspect under the cursor."""
        index = self.query_one("#suspects", Grid).cursor_index
        return None if index is None else self._rows.rows[index]

    def redraw(self) -> None:
        """Show what is known now."""
        now = self.session.client.transport.platform_now()
        self.query_one("#headline", Canvas).show([words.headline(self.incident, now)])
        self._show_suspects()
        room = Room(self.incident, self.session.stores, self.suspect)
        for spec in PANELS:
            panel = self.query_one(f"#{spec.id}", Panel)
            width, height = panel.content_size
            if width:
                lines = spec.body(room, width, max(0, height - 1))
                show_live(panel, lines, spec.stores(room), self.session.clock.monotonic())

    def _show_suspects(self) -> None:
        suspects, grid = self.incident.evidence.suspects(), self.query_one("#suspects", Grid)
        if suspects != self._rows.rows:
            self._rows.replace(suspects)
            grid.source_changed()
        empty = words.no_suspects(self.incident.evidence) or _FIRST_ASKED
        if not suspects and empty != self._empty:
            self._empty = empty
            grid.show_source(self._rows, empty=empty)

    @on(Grid.Moved)
    def accuse(self) -> None:
        """Show what accuses the suspect under the cursor."""
        self.poke()

    @on(Panel.Opened)
    def open_panel(self, opened: Panel.Opened) -> None:
        """Show all lines of a panel."""
        spec = next(panel for panel in PANELS if panel.id == opened.panel.id)
        self.app.push_screen(
            LinesScreen(
                spec.title,
                lambda width: spec.body(Room(self.incident, self.session.stores, self.suspect), width, 60),
            )
        )

    @on(Grid.Opened)
    def open_suspect(self) -> None:
        """Show all that accuses the suspect under the cursor."""
        suspect = self.suspect
        if suspect is None:
            return
        logs = self.incident.evidence.logs.snapshot.value
        title = f"{suspect.source.kind} {words.name_of(suspect)}"
        self.app.push_screen(
            LinesScreen(
                title,
                lambda _: [
                    line(Span(f"id {suspect.source.id}", Role.MUTED)),
                    line(Span(plural(suspect.bounces, "bounce") + " in the sample", Role.MUTED)),
                    *words.accusation(suspect, self.incident, logs),
                ],
            )
        )

    def action_open(self) -> None:
        """Open what is focused: a panel's lines, or the suspect under the cursor."""
        focused = self.focused
        if isinstance(focused, Panel):
            focused.action_open()
        else:
            self.open_suspect()

    def action_copy(self) -> None:
        """Copy the id of the suspect under the cursor."""
        self.copy(printable(self.suspect.source.id) if self.suspect else None)

    def action_copy_raw(self) -> None:
        """Copy the JSON of the event."""
        self.copy(json_text(self.incident.event))

    def action_raw(self) -> None:
        """Show the JSON of the event."""
        self.app.push_screen(LinesScreen(self.incident.event.id, lambda _: json_lines(self.incident.event)))

    def action_actions(self) -> None:
        """List every lever, with the reason against each that cannot be pulled now."""
        self.choose_action([key.id for key in keys_in(Scope.INCIDENT)], "Levers of this incident")


def _key(suspect: Suspect) -> str:
    return f"{suspect.source.kind}:{suspect.source.id}"
