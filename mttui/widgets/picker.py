"""Choosing from a list by typing: the list shrinks to what matches, the likeliest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.fuzzy import FuzzySearch
from textual.message import Message
from textual.widget import Widget

from mttui.text import Role, Span, line
from mttui.views.choices import Choice, choice_line, key_width
from mttui.widgets.canvas import Canvas
from mttui.widgets.line_edit import LineEdit

STEPS: Mapping[str, int] = {
    "down": 1,
    "ctrl+n": 1,
    "up": -1,
    "ctrl+p": -1,
    "pagedown": 10,
    "pageup": -10,
}
"""Rows by which keys move the cursor while one types."""

Matcher = Callable[[str], Sequence[Choice]]
"""Takes what was typed; returns the choices to show, the likeliest first."""


def fuzzy(choices: Sequence[Choice]) -> Matcher:
    """Match the letters of what is typed in their order, anywhere in title or hint."""
    search = FuzzySearch()

    def score(typed: str, choice: Choice) -> float:
        in_title: float = search.match(typed, choice.title)[0]
        in_hint: float = search.match(typed, choice.hint)[0]
        return max(2 * in_title, in_hint)

    def match(typed: str) -> Sequence[Choice]:
        if not typed.strip():
            return choices
        scored = [(score(typed.strip(), choice), choice) for choice in choices]
        ranked = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
        return [choice for _, choice in ranked]

    return match


class Picker(Widget):
    """A line to type into, with the choices below it, or above.

    Args:
        match: the choices for what was typed.
        prompt: stands before what is typed.
        above: whether the choices stand above the line.
        empty: shown when nothing matches.
        steps: rows by which keys move the cursor.
        instant: choices that are picked as soon as just this was typed.
    """

    DEFAULT_CSS = """
    Picker { height: 1fr; }
    Picker > #choices { height: 1fr; }
    """

    class Picked(Message):
        """Enter was pressed."""

        def __init__(self, choice: Choice | None, text: str) -> None:
            super().__init__()
            self.choice, self.text = choice, text

    def __init__(
        self,
        match: Matcher,
        *,
        prompt: str = "> ",
        above: bool = False,
        empty: str = "Nothing matches.",
        steps: Mapping[str, int] | None = None,
        instant: Mapping[str, Choice] | None = None,
    ) -> None:
        super().__init__()
        self._instant = instant or {}
        self._steps = STEPS if steps is None else steps
        self._match, self._prompt, self._above, self._empty = match, prompt, above, empty
        self._shown: Sequence[Choice] = match("")
        self._at = self._top = 0

    @property
    def selected(self) -> Choice | None:
        """The choice that the cursor is on."""
        return self._shown[self._at] if self._shown else None

    @property
    def text(self) -> str:
        """What has been typed."""
        return self.query_one(LineEdit).text

    def compose(self) -> ComposeResult:
        """The line and the choices."""
        parts = [LineEdit(self._prompt), Canvas(id="choices")]
        yield from reversed(parts) if self._above else parts

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(LineEdit).focus()

    def on_resize(self) -> None:
        """Show as many as there is room for."""
        self.call_after_refresh(self._show)

    def put(self, text: str) -> None:
        """Type for the person."""
        self.query_one(LineEdit).put(text)

    def on_line_edit_changed(self, message: LineEdit.Changed) -> None:
        """Shrink the list to what matches."""
        message.stop()
        if (choice := self._instant.get(message.text)) is not None:
            self.post_message(self.Picked(choice, message.text))
            return
        self._shown, self._at, self._top = self._match(message.text), 0, 0
        self._show()

    def on_line_edit_submitted(self, message: LineEdit.Submitted) -> None:
        """Choose."""
        message.stop()
        self.post_message(self.Picked(self.selected, message.text))

    def on_key(self, event: events.Key) -> None:
        """Move the cursor while the typing goes on."""
        step = self._steps.get(event.key)
        if step is not None:
            event.stop()
            self.move(step)

    def move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self._at = max(0, min(self._at + rows, len(self._shown) - 1))
        self._show()

    def _show(self) -> None:
        canvas = self.query_one("#choices", Canvas)
        width, height = canvas.content_size
        if not width or not height:
            return
        if not self._shown:
            canvas.show((line(Span(f"  {self._empty}", Role.MUTED)),))
            return
        self._top = max(self._at - height + 1, min(self._top, self._at))
        keys = key_width(self._shown)
        window = self._shown[self._top : self._top + height]
        canvas.show(
            [
                choice_line(choice, width, selected=at == self._at, keys=keys)
                for at, choice in enumerate(window, self._top)
            ]
        )
