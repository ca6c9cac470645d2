"""A line to type into. Nothing blinks, and what is pasted is shown as any other text."""

from __future__ import annotations

from textual import events
from textual.message import Message

from mttui.text import Role, Span, cell_len, line
from mttui.widgets.canvas import Canvas
from mttui.widgets.editing import EDITS, Typed

_CARET = "▏"


class LineEdit(Canvas, can_focus=True):
    """One line of text. Keys that it does not take go on to the screen: enter, escape, tab, up, down.

    Args:
        prompt: stands before the text.
        text: what is there to begin with.
    """

    DEFAULT_CSS = "LineEdit { height: 1; }"

    class Changed(Message):
        """The text is another one."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Submitted(Message):
        """Enter was pressed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, prompt: str = "", text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._prompt = prompt
        self._typed = Typed()
        self._typed.put(text)

    @property
    def text(self) -> str:
        """What has been typed."""
        return self._typed.text

    def put(self, text: str) -> None:
        """Take other text."""
        self._typed.put(text)
        self._changed()

    def on_mount(self) -> None:
        """Show what is there to begin with."""
        self._show()

    def on_resize(self) -> None:
        """Keep the caret in view."""
        self._show()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Take what can be typed and what edits a line; the screen's keys do not work meanwhile."""
        return key in EDITS or (character is not None and character.isprintable())

    def on_key(self, event: events.Key) -> None:
        """Type."""
        if event.key == "enter":
            event.stop()
            self.post_message(self.Submitted(self.text))
        elif event.key in EDITS:
            event.stop()
            EDITS[event.key](self._typed)
            self._changed()
        elif event.is_printable and event.character is not None:
            event.stop()
            self._typed.insert(event.character)
            self._changed()

    def on_paste(self, event: events.Paste) -> None:
        """Type what is pasted."""
        event.stop()
        self._typed.insert(event.text)
        self._changed()

    def _changed(self) -> None:
        self._show()
        self.post_message(self.Changed(self.text))

    def _show(self) -> None:
        before, after = self.text[: self._typed.caret], self.text[self._typed.caret :]
        room = self.content_size.width - cell_len(self._prompt) - 2
        if cell_len(before) > room > 0:
            before = "…" + before[-max(1, room - 2) :]
            while cell_len(before) > room:
                before = "…" + before[2:]
        self.show((line(Span(self._prompt, Role.KEY), before, Span(_CARET, Role.ACCENT), after),))
