"""A screen that is not built yet: what will be there, and the operations that it will be for."""

from __future__ import annotations

from textual.app import ComposeResult

from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.text import Line, Role, Span, line, plural, wrap
from mttui.views.keys import Scope
from mttui.views.operations import OPERATION_COLUMNS, matching, operation_cells
from mttui.views.places import Place, sections_without
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.line_edit import LineEdit
from mttui.widgets.rows import ListRows

from .base import WorkScreen


class PlaceScreen(WorkScreen):
    """The operations of a place, with a word on what it will be.

    Args:
        place: one of the nine.
    """

    SCOPE = Scope.OPERATIONS

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        every = operations().values()
        self._all = [each for each in every if not place.sections or each.section in place.sections]
        self._missing = sections_without(place, {each.section for each in every})
        self._rows: ListRows[Operation] = ListRows(self._all, key=lambda row: row.id, cells=operation_cells)

    def compose_body(self) -> ComposeResult:
        """Words above, the list below, and between them what is filtered for."""
        yield Canvas(id="about")
        yield LineEdit("/")
        yield Grid(
            OPERATION_COLUMNS, self._rows, empty="No operation of these sections is built, or none matches."
        )

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(LineEdit).display = False
        self.query_one(Grid).focus()

    def redraw(self) -> None:
        """Write what the screen is about to the width there is."""
        width = self.size.width - 2
        self.query_one("#about", Canvas).show(self._about(width))

    def _about(self, width: int) -> list[Line]:
        place = self._place
        lines = [line(" ", Span(f"{place.digit} {place.title}", Role.TITLE))]
        if place.sections:
            lines[0] = (*lines[0], Span("   not built yet. What will be here:", Role.MUTED))
        lines += [line(" ", part) for part in wrap(place.what, width, lines=6)]
        built = plural(len(self._all), "operation")
        lines.append(line(Span(f" {built} of it can be looked up below.", Role.MUTED)))
        if self._missing:
            named = ", ".join(self._missing)
            words = f"Not built yet: {named}."
            lines += [line(" ", Span(part, Role.MUTED)) for part in wrap(words, width, lines=4)]
        return [*lines, ()]

    # What keys do

    def action_open(self) -> None:
        """Open the help page of the selected operation."""
        at = self.query_one(Grid).cursor_index
        if at is not None:
            self.open_operation(self._rows.rows[at])

    def on_grid_opened(self) -> None:
        """Enter in the list."""
        self.action_open()

    def action_copy(self) -> None:
        """Copy the id of the selected operation."""
        key = self.query_one(Grid).cursor_key
        if key is not None:
            self.copy(key)

    def action_filter(self) -> None:
        """Type words that the operations must have."""
        edit = self.query_one(LineEdit)
        edit.display = True
        edit.focus()

    def on_line_edit_changed(self, message: LineEdit.Changed) -> None:
        """Show what matches."""
        self._rows.replace(matching(self._all, message.text))
        self.query_one(Grid).source_changed()

    def on_line_edit_submitted(self) -> None:
        """Go on in the list, with the filter in force."""
        self._leave_filter()

    def action_back(self) -> None:
        """Leave the filter first."""
        edit = self.query_one(LineEdit)
        if edit.display:
            edit.put("")
            self._leave_filter()
        else:
            super().action_back()

    def _leave_filter(self) -> None:
        edit = self.query_one(LineEdit)
        edit.display = bool(edit.text)
        self.query_one(Grid).focus()
