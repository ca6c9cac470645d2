"""A screen with a list and a line to find something in it, which is there only while it is used."""

from __future__ import annotations

from textual.app import ComposeResult

from mttui.widgets.grid import Grid
from mttui.widgets.line_edit import LineEdit

from .base import WorkScreen


class FindingScreen(WorkScreen):
    """`/` opens the line, enter goes on in the list with what was found, escape shows all again."""

    def compose_finder(self) -> ComposeResult:
        """Yield the line; it belongs above the list."""
        edit = LineEdit("/", id="find")
        edit.display = False
        yield edit

    def find(self, text: str) -> None:
        """Show what is like the text; nothing shows all."""
        raise NotImplementedError

    @property
    def list_of_rows(self) -> Grid:
        """The list that is looked through."""
        return self.query_one(Grid)

    def action_filter(self) -> None:
        """Type what to look for."""
        edit = self.query_one("#find", LineEdit)
        edit.display = True
        self.set_focus(edit)  # at once: the next key may be on its way already

    def on_line_edit_changed(self, message: LineEdit.Changed) -> None:
        """Show what is like it."""
        self.find(message.text.strip())
        self.poke()

    def on_line_edit_submitted(self) -> None:
        """Go on in the list, with what was found."""
        self._leave_line()

    def action_back(self) -> None:
        """Show all again, before the screen is left."""
        edit = self.query_one("#find", LineEdit)
        if edit.display:
            edit.put("")
            self._leave_line()
        else:
            super().action_back()

    def _leave_line(self) -> None:
        edit = self.query_one("#find", LineEdit)
        edit.display = bool(edit.text)
        self.set_focus(self.list_of_rows)
