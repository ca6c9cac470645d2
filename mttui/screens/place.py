"""One of the nine screens as a list of what is in it, section by section."""

from __future__ import annotations

from textual.app import ComposeResult

from mttui.text import Line, Role, Span, line, wrap
from mttui.views.contents import PLACE_COLUMNS, Entry, Opens, entries_of, entry_cells, matching_entries
from mttui.views.keys import Scope
from mttui.views.places import Place
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.rows import ListRows

from .finding import FindingScreen
from .opened import open_entry

_TALL = 30
"""Lines from which there is room to say what the place is."""


class PlaceScreen(FindingScreen):
    """What is in a place; enter opens it.

    Args:
        place: one of the nine.
    """

    SCOPE = Scope.PLACE

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._all = entries_of(place)
        self._rows: ListRows[Entry] = ListRows(self._all, key=lambda entry: entry.key, cells=entry_cells)

    def compose_body(self) -> ComposeResult:
        """Words above, the list below, and between them what is looked for."""
        yield Canvas(id="about")
        yield from self.compose_finder()
        yield Grid(PLACE_COLUMNS, self._rows, empty="Nothing here is called so. esc shows all.")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Grid).focus()

    def redraw(self) -> None:
        """Say what the place is, where there is room for it."""
        self.query_one("#about", Canvas).show(self._about(self.size.width, self.size.height))

    def _about(self, width: int, height: int) -> list[Line]:
        place = self._place
        lines = [line(" ", Span(f"{place.digit} {place.title}", Role.TITLE))]
        if place.later:
            lines += [line(" ", Span(part, Role.WARN)) for part in wrap(place.later, width - 2, lines=2)]
        if height >= _TALL:
            lines += [line(" ", Span(part, Role.MUTED)) for part in wrap(place.what, width - 2, lines=3)]
            lines.append(())
        return lines

    @property
    def _selected(self) -> Entry | None:
        at = self.query_one(Grid).cursor_index
        return None if at is None else self._rows.rows[at]

    # What keys do

    def find(self, text: str) -> None:
        """Show what is called so."""
        self._rows.replace(matching_entries(self._all, text))
        grid = self.query_one(Grid)
        grid.source_changed()
        if text:
            grid.move_to(0)  # what fits best

    def on_grid_opened(self) -> None:
        """Enter in the list."""
        self.action_open()

    def action_open(self) -> None:
        """Open what is selected."""
        if (entry := self._selected) is not None:
            open_entry(self, entry, (self._place.title,))

    def action_copy(self) -> None:
        """Copy the id of the operation behind what is selected."""
        entry = self._selected
        self.copy(entry.operation.id if entry else None)

    def action_actions(self) -> None:
        """List what can be done here."""
        self.choose_action(["open", "filter", "copy"])

    def reason_against(self, key_id: str) -> str | None:
        """Say why a form cannot be sent in read-only mode."""
        entry = self._selected if key_id == "open" and self.is_mounted else None
        if entry is not None and entry.opens is Opens.FORM and self.session.profile.read_only:
            effect = entry.operation.effect
            return None if effect == "read" else f"{entry.title}: not in read-only mode."
        return super().reason_against(key_id)
