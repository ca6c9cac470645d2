"""One operation over many records: the plan, the run, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from textual.app import App, ComposeResult

from mttui.api.operation import Effect, Operation
from mttui.local.paths import exports_dir
from mttui.local.private import write_privately
from mttui.stores.bulk import BulkRow, BulkRun, RowState, RunState
from mttui.text import Role
from mttui.views.bulk import BULK_COLUMNS, bulk_cells, file_name, plan_words, progress_lines, result_words
from mttui.views.keys import Scope
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.rows import ListRows

from .base import WorkScreen
from .dialogs import Question, dialog_for
from .saying import say
from .session import Session

_TYPED_FROM = 10
"""From so many records on, something that cannot be taken back wants the number typed."""
_NOT_DONE = (RowState.FAILED, RowState.DOUBTFUL, RowState.SKIPPED)


class BulkScreen(WorkScreen):
    """A run over many records, or the plan of one.

    Args:
        operation: what is done to each.
        targets: a name for people and the arguments, for each record.
        title: what is done, to what, in the imperative: ``Delete 120 contacts``.
        then: told of the run when it is over.
    """

    SCOPE = Scope.BULK
    TICKS: ClassVar[bool] = True

    def __init__(
        self,
        operation: Operation,
        targets: Sequence[tuple[str, Mapping[str, Any]]],
        title: str,
        *,
        then: Callable[[BulkRun], None] = lambda _run: None,
    ) -> None:
        super().__init__()
        self._operation, self._targets, self._title, self._then = operation, targets, title, then
        self._run: BulkRun | None = None

    @property
    def run(self) -> BulkRun:
        """The run; made when the screen is first shown."""
        if self._run is None:
            rows = [BulkRow(name, arguments) for name, arguments in self._targets]
            self._run = BulkRun(self.session.client, self._operation, rows, self.session.clock)
        return self._run

    def compose_body(self) -> ComposeResult:
        """How far it is, and the rows."""
        self._rows: ListRows[BulkRow] = ListRows(self.run.rows, key=lambda row: row.name, cells=bulk_cells)
        yield Canvas(id="about")
        yield Grid(BULK_COLUMNS, self._rows, empty="No record is marked.")

    def on_mount(self) -> None:
        """Ask before anything is sent."""
        self.query_one(Grid).focus()
        self._unfollow = self.run.subscribe(self.poke)
        if self.reason_against("bulk.start") is None:
            self.action_bulk_start()

    def on_unmount(self) -> None:
        """Leave the run alone."""
        self._unfollow()

    def redraw(self) -> None:
        """Show how far it is."""
        self.query_one("#about", Canvas).show(progress_lines(self.run, self._title))
        self.query_one(Grid).source_changed()

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        state, run = self.run.state, self.run
        undone = any(run.counts.get(each) for each in _NOT_DONE)
        reasons = {
            "bulk.start": (state not in {RunState.READY, RunState.PAUSED}, f"The run is {state.value}."),
            "bulk.pause": (state is not RunState.RUNNING, f"The run is {state.value}."),
            "bulk.stop": (run.is_over or state is RunState.READY, f"The run is {state.value}."),
            "bulk.retry": (not run.is_over or not undone, "Nothing is left to try again."),
            "bulk.export": (not undone, "Nothing has failed."),
        }
        off, why = reasons.get(key_id, (False, ""))
        return super().reason_against(key_id) or (why if off else None)

    def action_bulk_start(self) -> None:
        """Ask, then begin; or go on after a pause."""
        if self.run.state is RunState.PAUSED:
            self.run.start()
            return

        def answered(yes: bool | None) -> None:  # noqa: FBT001  # the dialog's result
            if yes:
                self._follow_to_its_end()
                self.run.start()

        rows = len(self.run.rows)
        grave = self._operation.effect in {Effect.DESTROY, Effect.SEND} and rows >= _TYPED_FROM
        question = Question(
            self._title,
            lambda: plan_words(self.run),
            effect=self._operation.effect,
            yes="Yes, run it",
            no="No, leave it",
            word=str(rows) if grave else None,
        )
        self.app.push_screen(dialog_for(question), answered)

    def _follow_to_its_end(self) -> None:
        """Say how the run ends and keep what was not done, whatever is on the screen by then."""
        run, app, session, then = self.run, self.app, self.session, self._then
        session.runs.add(run)
        over = False

        def tell() -> None:
            nonlocal over
            if run.is_over and not over:
                then(run)
                if any(run.counts.get(state) for state in _NOT_DONE):
                    _export(app, session, run)
                else:
                    say(app, result_words(run), Role.GOOD)
            over = run.is_over

        run.subscribe(tell)

    def action_bulk_pause(self) -> None:
        """Send no more for now; the request under way comes to its end."""
        self.run.pause()

    def action_bulk_stop(self) -> None:
        """Send nothing more."""
        self.run.stop()

    def action_bulk_retry(self) -> None:
        """Take up again what was not done."""
        self.run.retry()

    def action_bulk_export(self) -> None:
        """Write what was not done to a file, and say where it is."""
        _export(self.app, self.session, self.run)

    def action_copy(self) -> None:
        """Copy the name of the row under the cursor."""
        self.copy(self.query_one(Grid).cursor_key)


def _export(app: App[int], session: Session, run: BulkRun) -> None:
    path = exports_dir() / file_name(run, session.client.transport.platform_now())
    try:
        write_privately(path, "".join(f"{line}\n" for line in run.undone()))
    except OSError as trouble:
        say(app, f"The rows could not be written to {path}: {trouble.strerror}", Role.BAD)
    else:
        say(app, f"{result_words(run)}\nWhat was not done: {path}", Role.WARN, seconds=15)
