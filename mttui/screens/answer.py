"""The answer of one call: its status and time, its headers, and its JSON as a tree that folds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from textual.app import ComposeResult

from mttui.api.operation import Operation
from mttui.text import Line, printable
from mttui.views.answer import answer_head, asking_lines, document_of, error_lines, header_lines, text_lines
from mttui.views.choices import Choice
from mttui.views.copying import as_api_line, as_curl, as_python
from mttui.views.json_tree import TREE_COLUMNS, JsonTree, text_of
from mttui.views.keys import Scope
from mttui.widgets.canvas import Canvas
from mttui.widgets.grid import Grid

from .calling import Called, ask_with_form, call_operation
from .choose import Choose
from .finding import FindingScreen
from .lines import LinesScreen

_COPIES: Mapping[str, tuple[str, Callable[..., str]]] = {
    "curl": ("As curl", as_curl),
    "api": ("As an mttui api line", as_api_line),
    "python": ("As Python", as_python),
}


class AnswerScreen(FindingScreen):
    """Runs an operation and shows what came of it.

    Args:
        operation: what to run; what mail goes out by or destroys is asked about first.
        arguments: by Python name.
    """

    SCOPE = Scope.ANSWER
    TICKS: ClassVar[bool] = True

    def __init__(self, operation: Operation, arguments: Mapping[str, Any]) -> None:
        super().__init__()
        self.operation, self.arguments = operation, arguments
        self.called: Called | None = None
        self._began = 0.0
        self._tree = JsonTree({})
        self._headers_shown = False

    def compose_body(self) -> ComposeResult:
        """What was asked and answered, and the tree below."""
        yield Canvas(id="about")
        yield from self.compose_finder()
        yield Grid(TREE_COLUMNS, self._tree, empty="")

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(Grid).focus()
        self._ask()

    def _ask(self) -> None:
        self.called = None
        self._began = self.session.clock.monotonic()
        self.run_worker(self._call(), group="answer", exclusive=True)

    async def _call(self) -> None:
        called = await call_operation(self, self.operation, self.arguments)
        if called is None:
            self.dismiss()
            return
        self.called = called
        document = document_of(called.reply) if called.reply is not None else {}
        self._tree = JsonTree(document)
        self.query_one(Grid).show_source(self._tree, empty="")
        self.poke()

    def redraw(self) -> None:
        """Show how it stands."""
        self.query_one("#about", Canvas).show(self._about(self.size.width))

    def _about(self, width: int) -> list[Line]:
        called = self.called
        if called is None:
            return asking_lines(self.operation, self.session.clock.monotonic() - self._began)
        if called.error is not None:
            return error_lines(self.operation, self.arguments, called.error, width)
        if called.reply is None:
            return asking_lines(self.operation, 0)
        head = answer_head(self.operation, self.arguments, called.reply, called.note)
        return [*head, *(header_lines(called.reply) if self._headers_shown else ())]

    # What keys do

    def reason_against(self, key_id: str) -> str | None:
        """Say why a key cannot work now."""
        needs_answer = {"open", "filter", "copy", "answer.headers", "answer.fold"}
        if key_id in needs_answer and (self.called is None or self.called.reply is None):
            return "There is no answer to look into."
        if key_id == "answer.again" and self.called is None:
            return "It is still being asked."
        return super().reason_against(key_id)

    def on_grid_opened(self) -> None:
        """Enter in the tree."""
        self.action_open()

    def action_open(self) -> None:
        """Fold or unfold; a plain value is shown whole."""
        grid = self.query_one(Grid)
        at = grid.cursor_index
        if at is None:
            return
        if self._tree.toggle(at):
            grid.source_changed()
            return
        node = self._tree.rows[at]
        text = text_of(node)
        self.app.push_screen(LinesScreen(printable(node.key or "/"), lambda width: text_lines(text, width)))

    def action_answer_fold(self) -> None:
        """Fold everything, or unfold everything."""
        (self._tree.unfold_all if self._tree.all_folded else self._tree.fold_all)()
        self.query_one(Grid).source_changed()

    def action_answer_headers(self) -> None:
        """Show the headers, or hide them."""
        self._headers_shown = not self._headers_shown
        self.poke()

    def action_answer_again(self) -> None:
        """Ask again, with the same arguments."""
        self._ask()
        self.poke()

    def action_edit(self) -> None:
        """Change the arguments and ask again."""
        ask_with_form(self, self.operation, self.arguments, in_place_of=self)

    def action_copy(self) -> None:
        """Copy the value under the cursor."""
        at = self.query_one(Grid).cursor_index
        self.copy(None if at is None else text_of(self._tree.rows[at]))

    def action_copy_raw(self) -> None:
        """Choose what to copy the request as."""
        choices = [Choice(name, title, self.operation.id) for name, (title, _) in _COPIES.items()]

        def chosen(name: str | None) -> None:
            if name is not None:
                write = _COPIES[name][1]
                profile = self.session.profile
                self.copy(
                    write(self.operation, self.arguments, base_url=profile.base_url, secrets=[profile.key])
                )

        self.app.push_screen(Choose("Copy the request", choices), chosen)

    def action_actions(self) -> None:
        """List what can be done with the answer."""
        self.choose_action(
            ["open", "answer.again", "edit", "answer.headers", "answer.fold", "copy", "copy.raw", "raw"]
        )

    def action_raw(self) -> None:
        """Show the body as it came."""
        if self.called is not None and self.called.reply is not None:
            text = self.called.reply.body.decode(errors="replace")
            self.app.push_screen(LinesScreen(self.operation.id, lambda width: text_lines(text, width)))

    def find(self, text: str) -> None:
        """Show what has the text."""
        self._tree.find(text)
        self.query_one(Grid).source_changed()
