"""A list of any length: only what is seen is asked for, drawn and sent.

The cursor and the marks belong to rows, by their keys, and stay with them when rows come,
go or move. When the cursor leaves the view, the view moves by half its height: over SSH a
list that scrolls at every step repaints itself at every step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from mttui.text import Line, Role, Span, cell_len, count, fit, line, plain
from mttui.views.columns import GAP, Column, PlacedColumn, lay_out
from mttui.views.keys import Scope, keys_in
from mttui.widgets.drawn import Drawn
from mttui.widgets.looks import Looks
from mttui.widgets.rows import Cells, RowSource
from mttui.widgets.strips import strip_of

_CURSOR, _MARK, _BLANK = "▸", "●", " "
_GUTTER = 2
_HEADER_HEIGHT = 1
_WHEEL_ROWS = 3
_KEPT_ROWS = 300
"""Rows that are kept as they were drawn: a few screens full."""
_ACTIONS: Mapping[str, str] = {
    "list.down": "step(1)",
    "list.up": "step(-1)",
    "list.first": "first",
    "list.last": "last",
    "list.page_down": "page(1)",
    "list.page_up": "page(-1)",
    "list.mark": "mark",
}


class Grid(Drawn, can_focus=True):
    """A list with a header line, a cursor and marks.

    Args:
        columns: What a row has; some are hidden where there is no room for all.
        source: The rows. After they change, call `source_changed`.
        empty: Shown when there are none.
    """

    DEFAULT_CSS = "Grid { width: 1fr; height: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(key.keys), _ACTIONS[key.id], key.title, id=key.id, show=False)
            for key in keys_in(Scope.MOVE)
        ),
        Binding("enter", "open", "Open", id="open", show=False),
    ]

    class _About(Message):
        def __init__(self, grid: Grid, key: str, index: int) -> None:
            super().__init__()
            self.grid, self.key, self.index = grid, key, index

        @property
        def control(self) -> Grid:
            """The grid."""
            return self.grid

    class Opened(_About):
        """Enter was pressed on a row, or it was clicked twice."""

    class Moved(_About):
        """The cursor came to another row. Of several in a row, only the last arrives."""

        def can_replace(self, message: Message) -> bool:
            """Replace an older one that nobody has seen yet."""
            return isinstance(message, type(self)) and message.grid is self.grid

    class Marked(_About):
        """A row was marked or unmarked."""

    def __init__(
        self,
        columns: Sequence[Column],
        source: RowSource,
        *,
        empty: str = "Nothing here.",
        name: str | None = None,
        id: str | None = None,  # noqa: A002 (Textual's name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._columns, self._source, self._empty = tuple(columns), source, empty
        self._cursor = self._top = 0
        self._cursor_key: str | None = source.key(0) if len(source) else None
        self._marks: dict[str, object] = {}
        self._placed: tuple[PlacedColumn, ...] = ()
        self._drawn_for: tuple[int, Looks | None] = (-1, None)
        self._asked: dict[int, Cells] = {}
        self._rows: dict[str, _DrawnRow] = {}

    # What is where

    @property
    def source(self) -> RowSource:
        """Where the rows come from."""
        return self._source

    @property
    def cursor_index(self) -> int | None:
        """The row that the cursor is on; None when there are no rows."""
        return self._cursor if len(self._source) else None

    @property
    def cursor_key(self) -> str | None:
        """The key of the row that the cursor is on; None when there are no rows."""
        return self._cursor_key

    @property
    def marks(self) -> tuple[str, ...]:
        """The keys of the marked rows, in the order in which they were marked."""
        return tuple(self._marks)

    @property
    def page_height(self) -> int:
        """Rows that are seen at once."""
        return max(self.content_size.height - _HEADER_HEIGHT, 1)

    def show_source(self, source: RowSource, *, empty: str | None = None) -> None:
        """Show other rows, from their first on, with no marks."""
        self._source, self._empty = source, self._empty if empty is None else empty
        self._marks.clear()
        self._cursor = self._top = 0
        self._cursor_key = None
        self.source_changed()

    def source_changed(self) -> None:
        """Draw anew after rows came, went, moved or changed.

        The cursor stays on its row; when that is gone, it stays where it was.
        """
        self._asked.clear()
        length = len(self._source)
        index = None if self._cursor_key is None else self._source.index_of(self._cursor_key)
        self._forget_marks()
        self._put_cursor(self._cursor if index is None else index, length)
        self.refresh()

    def _forget_marks(self) -> None:
        """Let go of the marks of rows that are gone."""
        self._marks = {key: None for key in self._marks if self._source.index_of(key) is not None}

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Show other columns."""
        self._columns, self._drawn_for = tuple(columns), (-1, None)
        self._asked.clear()
        self.refresh()

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, the nearest there is."""
        self._move(index, self._top)

    def _move(self, index: int, top: int) -> None:
        before, top_before, self._top = self._cursor, self._top, top
        self._put_cursor(index, len(self._source))
        if self._top != top_before:
            self.refresh()
        elif self._cursor != before:
            self._refresh_lines(0, self._line(before), self._line(self._cursor))

    def _line(self, index: int) -> int:
        return index - self._top + _HEADER_HEIGHT

    def _refresh_lines(self, *lines: int) -> None:
        self.refresh(*(Region(0, y, self.content_size.width, 1) for y in lines))

    def _put_cursor(self, index: int, length: int) -> None:
        index = max(0, min(index, length - 1))
        key = self._source.key(index) if length else None
        moved = index != self._cursor or key != self._cursor_key
        self._cursor, self._cursor_key = index, key
        self._show_cursor(length)
        if moved and key is not None:
            self.post_message(self.Moved(self, key, index))

    def _show_cursor(self, length: int) -> None:
        height = self.page_height
        if not self._top <= self._cursor < self._top + height:
            below = self._cursor >= self._top + height
            near = (height - 1) // 2
            self._top = self._cursor - (height - 1 - near if below else near)
        self._top = max(0, min(self._top, length - height))

    def action_step(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.move_to(self._cursor + rows)

    def action_first(self) -> None:
        """Move to the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """Move to the last row."""
        self.move_to(len(self._source) - 1)

    def action_page(self, pages: int) -> None:
        """Move view and cursor by a page."""
        rows = pages * self.page_height
        self._move(self._cursor + rows, self._top + rows)

    def action_mark(self) -> None:
        """Mark the row or unmark it, and move to the next."""
        key = self._cursor_key
        if key is None:
            return
        if key in self._marks:
            del self._marks[key]
        else:
            self._marks[key] = None
        index = self._cursor
        self._refresh_lines(0, self._line(index))
        self.post_message(self.Marked(self, key, index))
        self.action_step(1)

    def action_open(self) -> None:
        """Say that the row was opened."""
        if self._cursor_key is not None:
            self.post_message(self.Opened(self, self._cursor_key, self._cursor))

    def on_click(self, event: events.Click) -> None:
        """Move to the row that was clicked, or open it when the cursor is there."""
        index = self._top + event.y - _HEADER_HEIGHT
        if event.y < _HEADER_HEIGHT or index >= len(self._source):
            return
        act: Callable[[], None] = self.action_open
        if index != self._cursor:
            act = lambda: self.move_to(index)  # noqa: E731 (either of two)
        act()

    def on_mouse_scroll_down(self) -> None:
        """Move down by a few rows."""
        self.action_step(_WHEEL_ROWS)

    def on_mouse_scroll_up(self) -> None:
        """Move up by a few rows."""
        self.action_step(-_WHEEL_ROWS)

    # Drawing

    def on_resize(self, _event: events.Resize) -> None:
        """Keep the cursor in view."""
        self._show_cursor(len(self._source))

    def watch_has_focus(self, has_focus: bool) -> None:  # noqa: FBT001 (Textual's signature)
        """Show by the cursor's row where the focus is."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the content."""
        width, looks = self.content_size.width, self.looks
        if (width, looks) != self._drawn_for:
            self._placed, self._drawn_for = lay_out(self._columns, width - _GUTTER), (width, looks)
            self._rows.clear()
        index = self._top + y - _HEADER_HEIGHT
        if y < _HEADER_HEIGHT:
            return strip_of(self._header(width), width, looks)
        if index < len(self._source):
            return self._row(index, width, looks)
        is_message = not len(self._source) and y == _HEADER_HEIGHT
        return strip_of(line(Span(f"  {self._empty}", Role.MUTED)) if is_message else (), width, looks)

    def _header(self, width: int) -> Line:
        length = len(self._source)
        marked = f"{count(len(self._marks))} marked  " if self._marks else ""
        position = f" {marked}{count(self._cursor + 1)}/{count(length)}" if length else ""
        room = max(width - _GUTTER - cell_len(position), 0)
        titles = ""
        for each in self._placed:
            title = fit(each.column.title, each.width, each.column.align)
            # Half a title under the position says nothing, and none stands over another column.
            taken = each.width if each.column.align == "right" else cell_len(each.column.title)
            titles += (title if cell_len(titles) + taken <= room else " " * each.width) + " " * GAP
        return line(" " * _GUTTER, Span(fit(titles.rstrip(), room), Role.TITLE), Span(position, Role.MUTED))

    def _row(self, index: int, width: int, looks: Looks) -> Strip:
        key, cells = self._source.key(index), self._cells_at(index)
        row = self._rows.get(key)
        if row is None or row.cells != cells:
            if len(self._rows) > _KEPT_ROWS:
                self._rows.clear()
            row = self._rows[key] = _DrawnRow(cells, self._fit(cells))
        marks = (index == self._cursor, self.has_focus, key in self._marks)
        if row.marks != marks:
            row.marks, row.strip = marks, strip_of(_marked(row.fitted, *marks), width, looks)
        return row.strip

    def _cells_at(self, index: int) -> Cells:
        cells = self._asked.get(index)
        if cells is None:
            if len(self._asked) > _KEPT_ROWS:
                self._asked.clear()
            cells = self._asked[index] = tuple(self._source.cells(index))
        return cells

    def _fit(self, cells: Cells) -> Line:
        spans: list[Span] = []
        for each in self._placed:
            cell = cells[each.at]
            span = cell if isinstance(cell, Span) else Span(cell)
            spans.append(Span(fit(span.text, each.width, each.column.align), span.role))
            spans.append(Span(" " * GAP))
        return tuple(spans[:-1])


class _DrawnRow:
    """A row as it was drawn last, wherever it moves to."""

    __slots__ = ("cells", "fitted", "marks", "strip")

    def __init__(self, cells: Cells, fitted: Line) -> None:
        self.cells, self.fitted = cells, fitted
        self.marks: tuple[bool, bool, bool] | None = None
        self.strip = Strip.blank(0)


def _marked(fitted: Line, is_cursor: bool, has_focus: bool, is_marked: bool) -> Line:  # noqa: FBT001 (a row's marks)
    """Put cursor and mark before the cells of a row."""
    mark = Span(_MARK if is_marked else _BLANK, Role.ACCENT)
    if is_cursor and has_focus:
        return (Span(_CURSOR + mark.text + plain(fitted), Role.SELECTED),)
    return (Span(_CURSOR if is_cursor else _BLANK, Role.ACCENT), mark, *fitted)
