"""One record of any resource: all its fields, what belongs to it, and what can be done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult

from mttui.api.errors import ApiError, NotFound
from mttui.api.operation import Operation
from mttui.stores.store import concerns
from mttui.text import Line, Role, Span, line
from mttui.views.choices import Choice
from mttui.views.describe import View
from mttui.views.headline import age_span, error_lines, trail_line
from mttui.views.keys import Scope
from mttui.views.paths import arguments_of, needed
from mttui.views.record import RELATION_COLUMNS, is_under_way, record_lines, relation_cells
from mttui.views.resource import Relation
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.pages import Page
from mttui.widgets.rows import ListRows

from .resource import ResourceScreen
from .saying import say

if TYPE_CHECKING:
    from mttui.api.client import Mailtarget

    from .browse import BrowseScreen

_LOOK_AGAIN = 4.0
"""Seconds after which a record that the platform works on is read again."""
_FRAME_HEIGHT = 2
_MOST_RELATIONS = 7
"""Lines of what belongs to it, where the terminal is small."""


class DetailScreen(ResourceScreen):
    """A record, read anew when it is opened and when it has changed.

    Args:
        view: what it looks like.
        given: the arguments that it is read with.
        trail: where one comes from, for people, the first first.
        record: what is known of it already.
        origin: the list that it was opened from, to go on to the next.
        reveal: whether secrets are shown, as when they were just made.
        reads: whether it is read from the platform; not where the record is an answer in itself.
    """

    SCOPE = Scope.RECORD
    TICKS: ClassVar[bool] = True

    def __init__(
        self,
        view: View,
        given: Mapping[str, Any],
        trail: Sequence[str] = (),
        *,
        record: Any = None,
        origin: BrowseScreen | None = None,
        reveal: bool = False,
        reads: bool = True,
    ) -> None:
        super().__init__(view, given, trail)
        self._record, self._origin, self._reveal = record, origin, reveal
        self._reads = reads and view.read is not None
        self._error: ApiError | None = None
        self._read_at: float | None = None
        self._asked_at = 0.0
        self._out_of_date = self._reads
        self._drawn: tuple[object, ...] = ()
        self._relations: ListRows[Relation] = ListRows(
            view.relations if reads else (),
            key=lambda each: f"{each.title} {each.operation}",
            cells=self._relation,
        )

    # What it looks like

    def compose_body(self) -> ComposeResult:
        """Where one is, all fields, and what belongs to it."""
        yield Canvas(id="about")
        yield Page(id="record")
        yield Grid(RELATION_COLUMNS, self._relations, empty="", id="relations")

    def on_mount(self) -> None:
        """Begin in the fields."""
        relations = self.query_one("#relations", Grid)
        relations.display = bool(self._relations.rows)
        relations.styles.height = min(len(self._relations.rows), _MOST_RELATIONS) + _FRAME_HEIGHT
        self.query_one(Page).tell(self._lines)
        self.query_one(Page).focus()

    def _wake(self) -> None:
        super()._wake()
        self._leases.append(self.session.client.on_changed(self._changed))
        if self._origin is not None:
            self._leases.append(self._origin.collection.subscribe(self.poke))
        if self._out_of_date:
            self._read()

    def redraw(self) -> None:
        """Show it as it is known now."""
        minute = self.now.at.replace(second=0, microsecond=0)
        current = (id(self._record), self._error, minute, self.size)
        if current != self._drawn:
            self._drawn = current
            self.query_one(Page).rewrite()
            self.query_one("#relations", Grid).source_changed()
        self.query_one("#about", Canvas).show(self._about())
        self._look_again()

    def _look_again(self) -> None:
        """Read again what the platform is working on; not while it is frozen, and not too often."""
        if (
            not (self._reads and self.view.runs and is_under_way(self._record))
            or self.session.frozen_since is not None
        ):
            return
        if self.session.clock.monotonic() - self._asked_at >= _LOOK_AGAIN:
            self._read(self.session.client.for_polls())

    def _about(self) -> list[Line]:
        width, clock = self.size.width, self.session.clock.monotonic()
        place = self._place_in_list()
        age = age_span(self._read_at, clock, self._error)
        right = (*((Span(f"{place}  ", Role.MUTED),) if place else ()), age)
        lines = [trail_line((*self.here(), self._called()), right, width)]
        return lines if self._error is None else [*lines, *error_lines(self._error, width)]

    def _called(self) -> str:
        if self.view.list is None and not self.view.item:
            return ""
        return self.view.one if self._record is None else self.view.name_of(self._record)

    def _place_in_list(self) -> str:
        if self._origin is None or self._record is None:
            return ""
        at = self._origin.collection.index_of(self.view.identity(self._record))
        return "" if at is None else f"{at + 1:,}/{len(self._origin.collection):,}"

    def _lines(self, width: int) -> list[Line]:
        if self._record is None:
            words = "Asking …" if self._error is None else ""
            return [line(Span(words, Role.MUTED))]
        return record_lines(self.view, self._record, self.now, width, reveal=self._reveal)

    def _relation(self, relation: Relation) -> Sequence[Span | str]:
        return relation_cells(relation, self.view, self._record, self.given)

    # What it says about itself

    def record(self) -> Any:
        """Return the record."""
        return self._record

    def here(self) -> tuple[str, ...]:
        """Return the trail to what is opened from here."""
        return (
            self.trail if self._origin is not None or not self._is_alone else (*self.trail, self.view.title)
        )

    @property
    def _is_alone(self) -> bool:
        return not self.trail or self.trail[-1] != self.view.title

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        if key_id in {"record.next", "record.previous"} and self._origin is None:
            return "It was not opened from a list."
        if key_id == "open" and not self._relations.rows:
            return f"Nothing else belongs to this {self.view.one}."
        return super().reason_against(key_id)

    # Reading

    def _changed(self, operation: Operation, _arguments: Mapping[str, Any]) -> None:
        if self._reads and concerns((self.view.resource,), operation.refreshes):
            self._read()

    def _read(self, client: Mailtarget | None = None) -> None:
        self._out_of_date, self._asked_at = False, self.session.clock.monotonic()
        self.run_worker(self._ask(client or self.session.client), group="record", exclusive=True)

    async def _ask(self, client: Mailtarget) -> None:
        read = self.view.read
        if read is None:
            return
        given = {name: value for name, value in self.given.items() if name in arguments_of(read)}
        if any(name not in given for name in needed(read)):
            return
        try:
            self._record = await client.call(read, given)
        except ApiError as error:
            self._error = error
            if isinstance(error, NotFound) and self._origin is not None:
                self._origin.collection.refresh()
        else:
            self._error, self._read_at = None, self.session.clock.monotonic()
        self.poke()

    def action_refresh(self) -> None:
        """Read it again."""
        super().action_refresh()
        if self._reads:
            self._read()

    def done(self, operation: Operation, answer: Any) -> None:
        """Leave what is no more; show what an answer says beyond that it was done."""
        delete = self.view.delete
        if delete is not None and operation.id == delete.id and operation.method == "DELETE":
            if self.is_current:
                self.app.pop_screen()
            return
        super().done(operation, answer)

    # Going on from it

    @on(Grid.Opened, "#relations")
    def open_selected(self, opened: Grid.Opened) -> None:
        """Enter on what belongs to it."""
        self.open_relation(self._relations.rows[opened.index])

    def action_open(self) -> None:
        """Go to what belongs to it: the only one, or the one that is chosen."""
        relations = self._relations.rows
        if len(relations) == 1:
            self.open_relation(relations[0])
            return
        choices = [
            Choice(str(number), each.title, self._relation(each)[1][0])
            for number, each in enumerate(relations)
        ]

        def chosen(number: str | None) -> None:
            if number is not None:
                self.open_relation(relations[int(number)])

        from .choose import Choose  # noqa: PLC0415 (imported when first opened)

        self.app.push_screen(Choose("Go to", choices), chosen)

    async def action_record_next(self) -> None:
        """Go to the next record of the list."""
        self._step(1)

    async def action_record_previous(self) -> None:
        """Go to the record before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        self.run_worker(self._go(by), group="step", exclusive=True)

    async def _go(self, by: int) -> None:
        origin, record = self._origin, self._record
        if origin is None or record is None:
            return
        at = origin.collection.index_of(self.view.identity(record))
        at = origin.grid.cursor_index if at is None else at + by
        if at is None or not 0 <= at < len(origin.collection):
            say(self.app, "This is the last one." if by > 0 else "This is the first one.")
            return
        row = await origin.collection.load(at)
        if row is None:
            say(self.app, "The next one could not be read.", Role.WARN)
            return
        origin.move_to(at)
        read = self.view.read
        self.given = self.view.arguments(read, row, origin.given) if read is not None else dict(origin.given)
        self._record, self._error, self._read_at = row, None, None
        self.query_one(Page).tell(self._lines)
        if self._reads:
            self._read()
        self.poke()
