"""A list of any resource: filter, sort, mark, open, and do things with what is selected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult

from mttui.api.errors import InvalidArguments
from mttui.stores.arranging import Filter, Sort
from mttui.stores.bulk import BulkRun, RowState
from mttui.stores.collection import Collection
from mttui.text import Role, Span, count
from mttui.views.choices import Choice
from mttui.views.describe import View
from mttui.views.fields import grid_columns, value_at
from mttui.views.filtering import filter_hint, read_filter
from mttui.views.headline import empty_words, list_lines, marks_words
from mttui.views.keys import Scope
from mttui.views.resource import Field
from mttui.views.values import cell, row_text
from mttui.views.wording import words
from mttui.widgets.canvas import Canvas
from mttui.widgets.line_edit import LineEdit
from mttui.widgets.paged import PagedGrid
from mttui.widgets.rows import Cells

from .resource import Marked, ResourceScreen
from .saying import say

_AS_SENT = "as sent"


class BrowseScreen(ResourceScreen):
    """The rows of a list operation.

    Args:
        view: what they look like; its list is what is read.
        given: the arguments of the list.
        trail: where one comes from, for people, the first first.
        words: what is looked for to begin with, as typed after `/`.
    """

    SCOPE = Scope.BROWSE
    TICKS: ClassVar[bool] = True

    def __init__(
        self, view: View, given: Mapping[str, Any], trail: Sequence[str] = (), *, words: str = ""
    ) -> None:
        super().__init__(view, given, trail)
        self._begins_with = words
        self._collection: Collection | None = None
        self._fields: tuple[Field, ...] = view.columns
        self._has_columns = view.is_described
        self._drawn: tuple[object, ...] = ()

    @property
    def collection(self) -> Collection:
        """The rows; begun when the screen is first shown."""
        if self._collection is None:
            operation = self.view.list
            assert operation is not None  # noqa: S101 (only lists are browsed)
            session = self.session
            self._collection = Collection(
                session.client,
                operation,
                self.given,
                identity=self.view.identity,
                clock=session.clock,
                text_of=row_text,
                on_fault=session.faults.note,
            )
        return self._collection

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """Where one is above, the rows below, and between them the line to filter with."""
        yield Canvas(id="about")
        edit = LineEdit("/ ", self._begins_with, id="find")
        edit.display = False
        yield edit
        hint = Canvas(id="find-hint")
        hint.display = False
        yield hint
        yield PagedGrid(grid_columns(self._fields), self.collection, self._cells, empty="Asking …", id="rows")

    @property
    def grid(self) -> PagedGrid:
        """The rows."""
        return self.query_one("#rows", PagedGrid)

    def on_mount(self) -> None:
        """Begin in the list."""
        self.grid.focus()
        if self._begins_with:
            self._look_for(self._begins_with)

    def on_unmount(self) -> None:
        """End what is under way."""
        if self._collection is not None:
            self._collection.close()

    def _wake(self) -> None:
        super()._wake()
        self._leases.append(self.collection.subscribe(self.poke))

    def redraw(self) -> None:
        """Show the rows as they are now."""
        collection = self.collection
        self._take_columns()
        minute = self.now.at.replace(second=0, microsecond=0)
        current = (collection.revision, minute)
        grid = self.grid
        if current != self._drawn:
            self._drawn = current
            grid.say_empty(empty_words(collection, self.view.empty, self.view.many))
            grid.source_changed()
        else:
            # What could not be read is asked for again from time to time.
            grid.look()
        clock = self.session.clock.monotonic()
        column = self._title_of(collection.sort.path) if collection.sort else ""
        lines = list_lines(collection, self.here(), clock, self.size.width, self.view.one, column=column)
        self.query_one("#about", Canvas).show(lines)

    def _take_columns(self) -> None:
        """Take the columns from the first rows, where nobody said which matter."""
        if self._has_columns or not self.collection.loaded:
            return
        self._has_columns = True
        self._fields = self.view.columns_of(row for _, row in self.collection.rows())
        self.grid.show_fields(grid_columns(self._fields))

    def _cells(self, record: Any) -> Cells:
        now = self.now
        cells = [cell(record, field, now) for field in self._fields]
        if cells and cells[0].role is Role.NORMAL:
            cells[0] = Span(cells[0].text, Role.STRONG)
        return cells

    # What it says about itself

    def here(self) -> tuple[str, ...]:
        """Return the trail to this list."""
        return (*self.trail, self.view.title)

    def record(self) -> Any:
        """Return the row under the cursor."""
        at = self.grid.cursor_index
        return None if at is None else self.collection.row(at)

    def marked(self) -> Marked:
        """Return the marked rows."""
        return tuple(self.collection.marks.values())

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        if key_id == "open" and self.record() is None:
            return "There is nothing to open."
        return super().reason_against(key_id)

    # Opening

    def on_grid_opened(self) -> None:
        """Enter in the list."""
        self.action_open()

    def action_open(self) -> None:
        """Open the record under the cursor."""
        from .detail import DetailScreen  # noqa: PLC0415 (imported when first opened)

        record, at = self.record(), self.grid.cursor_index
        if record is None or at is None:
            say(self.app, "This row is still on its way.")
            return
        read = self.view.read
        given = self.view.arguments(read, record, self.given) if read is not None else self.given
        self.app.push_screen(DetailScreen(self.view, given, self.here(), record=record, origin=self))

    def move_to(self, index: int) -> None:
        """Put the cursor on a row, as the record beside it was gone to."""
        self.grid.move_to(index)

    # Filtering

    def action_filter(self) -> None:
        """Type what to look for."""
        edit = self.query_one("#find", LineEdit)
        edit.display = True
        self._show_hint(filter_hint(self.collection))
        self.set_focus(edit)  # at once: the next key may be on its way already

    def on_line_edit_changed(self, message: LineEdit.Changed) -> None:
        """Look among what is loaded, where the server does not search."""
        if not self.collection.search_argument:
            self._keep(" ".join(word for word in message.text.split() if "=" not in word))

    def on_line_edit_submitted(self, message: LineEdit.Submitted) -> None:
        """Look for it, and go on in the list."""
        if self._look_for(message.text):
            self._leave_line()

    def _look_for(self, typed: str) -> bool:
        """Filter by what was typed; a value that cannot be is said, and nothing is done."""
        collection = self.collection
        try:
            arguments, words = read_filter(collection.operation, typed)
        except InvalidArguments as error:
            self._show_hint(f"! {error.message}", Role.WARN)
            return False
        if arguments != {name: collection.arguments[name] for name in collection.narrowed}:
            collection.narrow(arguments)
        if not collection.search_argument:
            self._keep(words)
        elif words != collection.search:
            collection.find(words)
        return True

    def _keep(self, words: str) -> None:
        self.collection.keep(Filter(words.strip()) if words.strip() else None)

    def _show_hint(self, words: str, role: Role = Role.MUTED) -> None:
        hint = self.query_one("#find-hint", Canvas)
        hint.display = True
        hint.show(((Span(f"  {words}", role),),))

    def _leave_line(self) -> None:
        self.query_one("#find", LineEdit).display = False
        self.query_one("#find-hint", Canvas).display = False
        self.set_focus(self.grid)

    def action_back(self) -> None:
        """Leave the line, then show all again, then leave the list."""
        collection, edit = self.collection, self.query_one("#find", LineEdit)
        is_filtered = bool(collection.search or collection.filter or collection.narrowed)
        if edit.display:
            self._leave_line()
        elif is_filtered and not self.query("#requests"):
            edit.put("")
            collection.keep(None)
            if collection.narrowed:
                collection.narrow({})
            if collection.search:
                collection.find("")
        else:
            super().action_back()

    # Sorting and marking

    def action_sort(self) -> None:
        """Choose what to sort by; the same field again turns it round."""
        collection, sort = self.collection, self.collection.sort
        sorts: dict[str, Sort] = {}
        for field in self._fields:
            down = sort is not None and sort.path == field.path and not sort.down
            sorts[field.path or "value"] = Sort(field.path, _value_of(field), down, field.sort)
        choices = [Choice(_AS_SENT, "As the platform sends them")]
        choices += [
            Choice(
                id_,
                title := self._title_of(each.path),
                _sort_hint(each, title),
                reason=collection.reason_against_sort(each),
            )
            for id_, each in sorts.items()
        ]

        def chosen(id_: str | None) -> None:
            if id_ is not None:
                collection.order_by(sorts.get(id_))

        from .choose import Choose  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(Choose("Sort by", choices), chosen)

    def _title_of(self, path: str) -> str:
        titles = (field.title or field.path or "Value" for field in self._fields if field.path == path)
        return next(titles, path)

    def run_over(self, run: BulkRun) -> None:
        """Take the marks off what is gone."""
        delete, collection = self.view.delete, self.collection
        if delete is None or run.operation.id != delete.id:
            return
        gone = [row.arguments for row in run.rows if row.state is RowState.DONE]
        of_marked = {
            key: self.view.arguments(delete, record, self.given) for key, record in collection.marks.items()
        }
        known = {tuple(sorted(each.items())) for each in gone}
        keys = [key for key, given in of_marked.items() if tuple(sorted(given.items())) in known]
        if keys:
            collection.unmark(*keys)
            self.poke()

    def on_paged_grid_cannot_open(self) -> None:
        """Say why enter does nothing."""
        say(self.app, self.reason_against("open") or "This row is still on its way.", Role.WARN)

    def on_paged_grid_cannot_mark(self) -> None:
        """Say why a row was not marked."""
        say(self.app, "This row has no id, or has not come yet: it cannot be marked.", Role.WARN)

    def action_marks_range(self) -> None:
        """Mark all rows from the last mark to the cursor."""
        asked, left_out = self.grid.mark_range()
        say(self.app, marks_words(asked, left_out, self.view.one, self.view.many))

    def action_marks_all(self) -> None:
        """Mark all rows that are loaded, or take all marks away."""
        collection = self.collection
        if collection.marks:
            collection.unmark()
            self.grid.refresh()
            return
        marked, shown = self.grid.mark_loaded(), len(collection)
        said = marks_words(marked, 0, self.view.one, self.view.many)
        beyond = f": those that are loaded, of {count(shown)}" if shown > marked else ": all of them"
        say(self.app, said + beyond, Role.WARN if shown > marked else Role.NORMAL)

    def action_refresh(self) -> None:
        """Read the rows again."""
        super().action_refresh()
        self.collection.refresh()


def _value_of(field: Field) -> Any:
    return lambda record: value_at(record, field.path)


def _sort_hint(sort: Sort, title: str) -> str:
    """Say which end comes first, and the field's own name where the column is called otherwise."""
    named = "" if words(sort.path) == title.casefold() else f"{sort.path}, "
    return f"{named}{'largest or last first' if sort.down else 'smallest or first first'}"
