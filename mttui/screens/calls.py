"""The calls made from this box: found by words, filled in again, made again."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult

from mttui.local.errors import LocalError
from mttui.local.history import PastCall
from mttui.text import Role, Span, line, plural
from mttui.views.calls import CALL_COLUMNS, call_cells
from mttui.views.copying import as_api_line, as_curl
from mttui.views.keys import Scope
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid
from mttui.widgets.rows import ListRows

from .calling import arguments_of, ask_with_form, show_answer
from .finding import FindingScreen
from .saying import say


class CallsScreen(FindingScreen):
    """The history, the newest first."""

    SCOPE = Scope.CALLS

    def __init__(self) -> None:
        super().__init__()
        self._rows: ListRows[PastCall] = ListRows(key=lambda call: str(call.id), cells=self._cells)
        self._words = ""

    def compose_body(self) -> ComposeResult:
        """What is searched for, and the list."""
        yield Canvas(id="about")
        yield from self.compose_finder()
        yield Grid(CALL_COLUMNS, self._rows, empty="No call was made from this box, or none is like that.")

    def on_mount(self) -> None:
        """Read the history."""
        self.query_one(Grid).focus()
        self._read()

    def on_screen_resume(self) -> None:
        """Read what came since."""
        self._read()

    def _read(self) -> None:
        self.run_worker(self._find(self._words), group="calls", exclusive=True)

    async def _find(self, words: str) -> None:
        try:
            found = await self.session.disk(self.session.calls.find, words)
        except LocalError as trouble:
            say(self.app, f"{trouble}\n{trouble.advice}", Role.BAD)
            return
        self._rows.replace(found)
        self.query_one(Grid).source_changed()
        self.poke()

    def redraw(self) -> None:
        """Say how many there are."""
        like = f" like “{self._words}”" if self._words else ""
        about = line(
            " ", Span("History of this box", Role.TITLE),
            Span(f"   {plural(len(self._rows.rows), 'call')}{like}, without credentials. r makes one again",
                 Role.MUTED),
        )  # fmt: skip
        self.query_one("#about", Canvas).show((about, ()))

    def _cells(self, call: PastCall) -> Any:
        return call_cells(call, self.session.client.transport.platform_now())

    @property
    def _selected(self) -> PastCall | None:
        at = self.query_one(Grid).cursor_index
        return None if at is None else self._rows.rows[at]

    # What keys do

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        call = self._selected
        if call is None and key_id in {"open", "calls.again", "copy", "copy.raw"}:
            return "No call is selected."
        if key_id == "calls.again" and call is not None and call.hidden:
            return f"{', '.join(call.hidden)} was not kept: press enter and fill it in."
        return super().reason_against(key_id)

    @on(Grid.Opened)
    def action_open(self) -> None:
        """Fill its form in again."""
        known = arguments_of(self._selected) if self._selected else None
        if known is None:
            say(self.app, "There is no such operation any more.", Role.WARN)
        elif known[0].parameters:
            ask_with_form(self, *known)
        else:
            show_answer(self, *known)

    def action_calls_again(self) -> None:
        """Make it again as it was."""
        known = arguments_of(self._selected) if self._selected else None
        if known is not None:
            show_answer(self, *known)

    def action_copy(self) -> None:
        """Copy it as a line for ``mttui api``."""
        known = arguments_of(self._selected) if self._selected else None
        self.copy(as_api_line(*known) if known else None)

    def action_copy_raw(self) -> None:
        """Copy it as curl."""
        known = arguments_of(self._selected) if self._selected else None
        profile = self.session.profile
        self.copy(as_curl(*known, base_url=profile.base_url, secrets=[profile.key]) if known else None)

    def find(self, text: str) -> None:
        """Show what has the words."""
        self._words = text
        self._read()
