"""The console: every operation of the platform. Find it, read its help, fill its form, run it."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.text import Line, Role, Span, line, plural
from mttui.views.copying import as_curl
from mttui.views.finder import find_operations
from mttui.views.keys import Scope
from mttui.views.operations import OPERATION_COLUMNS, operation_cells, operation_help
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.rows import ListRows

from .calling import ask_operation
from .finding import FindingScreen

_WIDE = 110
"""Columns from which the help of the selected operation stands beside the list."""


class ConsoleScreen(FindingScreen):
    """All operations, and beside them, where there is room, the help of the selected one."""

    SCOPE = Scope.CONSOLE

    def __init__(self) -> None:
        super().__init__()
        self._rows: ListRows[Operation] = ListRows(
            operations().values(), key=lambda row: row.id, cells=operation_cells
        )
        self._words = ""

    def compose_body(self) -> ComposeResult:
        """What is searched for above, the list and the help below."""
        yield Canvas(id="about")
        yield from self.compose_finder()
        with Horizontal(id="operations"):
            yield Grid(OPERATION_COLUMNS, self._rows, empty="No operation is like that: try other words.")
            yield Canvas(id="preview")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one(Grid).focus()

    def on_resize(self) -> None:
        """Put the help beside the list where there is room."""
        self.query_one("#preview").display = self.size.width >= _WIDE

    def redraw(self) -> None:
        """Say how many there are, and what the selected one is."""
        self.query_one("#about", Canvas).show((self._about(), ()))
        preview = self.query_one("#preview", Canvas)
        if preview.display and preview.content_size.width:
            preview.show(self._help(preview.content_size.width))

    def _about(self) -> Line:
        found, every = len(self._rows.rows), len(operations())
        if self._words:
            return line(" ", Span(f"{plural(found, 'operation')} like “{self._words}”", Role.TITLE),
                        Span(f"   of {every}, the likeliest first", Role.MUTED))  # fmt: skip
        return line(
            " ", Span("9 Console", Role.TITLE),
            Span(f"   {every} operations. / finds by name, path, field or what you mean: “stop sending”",
                 Role.MUTED),
        )  # fmt: skip

    def _help(self, width: int) -> list[Line]:
        selected = self.selected
        if selected is None:
            return []
        return operation_help(selected, base_url=self.session.profile.base_url, width=width)

    @property
    def selected(self) -> Operation | None:
        """The operation under the cursor."""
        at = self.query_one(Grid).cursor_index
        return None if at is None else self._rows.rows[at]

    # What keys do

    @on(Grid.Moved)
    def show_help(self) -> None:
        """Show the help of the operation that the cursor came to."""
        self.poke()

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Fill in its form and run it."""
        if self.selected is not None:
            ask_operation(self, self.selected)

    def action_console_help(self) -> None:
        """Open the help page."""
        if self.selected is not None:
            self.open_operation(self.selected)

    def action_console_history(self) -> None:
        """Open the history."""
        from .calls import CallsScreen  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(CallsScreen())

    def action_copy(self) -> None:
        """Copy the id of the selected operation."""
        self.copy(self.selected.id if self.selected else None)

    def action_copy_raw(self) -> None:
        """Copy the curl command, with names where values go."""
        if self.selected is not None:
            self.copy(as_curl(self.selected, {}, base_url=self.session.profile.base_url))

    def action_actions(self) -> None:
        """List what can be done with the selected operation."""
        self.choose_action(["open", "console.help", "copy", "copy.raw", "console.history", "filter"])

    def find(self, text: str) -> None:
        """Show what is meant, the likeliest first."""
        self._words = text
        self._rows.replace(find_operations(self._words, limit=None))
        grid = self.query_one(Grid)
        grid.source_changed()
        grid.move_to(0)
