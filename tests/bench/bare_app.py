"""The least a Textual app with a list does, to compare with: `python -m tests.bench.bare_app`."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import DataTable, Footer, Header

ROWS = 1_000


class BareApp(App[None]):
    """A stock table of a thousand rows between a header and a footer."""

    TITLE = "bare"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Lay out the three widgets."""
        yield Header()
        yield DataTable(cursor_type="row")
        yield Footer()

    def on_mount(self) -> None:
        """Fill the table."""
        table: DataTable[str] = self.query_one(DataTable)
        table.add_columns("Number", "Name", "Size")
        table.add_rows((f"Row {n}", f"name of row {n}", str(n * n)) for n in range(1, ROWS + 1))
        table.focus()


if __name__ == "__main__":
    BareApp().run()
