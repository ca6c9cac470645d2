"""A field for several lines of text. Nothing blinks, and nothing that is pasted controls the terminal."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from mttui.views.keys import Scope, keys_in

_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, direction overrides and half characters: nobody types them, and a terminal may obey them."""


_TAKEN = frozenset(key for each in keys_in(Scope.COMPOSER) for key in each.keys)


def _free_keys() -> list[BindingType]:
    """Return what edits text, but for the keys that mean something around the field."""
    bindings: list[BindingType] = []
    for each in TextArea.BINDINGS:
        assert isinstance(each, Binding)  # noqa: S101 (Textual declares them so)
        free = [key for key in each.key.split(",") if key not in _TAKEN]
        if free:
            bindings.append(replace(each, key=",".join(free)))
    return bindings


class Editor(TextArea, inherit_bindings=False):
    """Text of several lines, wrapped at words.

    Args:
        text: what is there to begin with.
        cursor: row and column of the cursor, from 0.
    """

    DEFAULT_CSS = """
    Editor { border: none; padding: 0 1; height: 1fr; background: $surface; }
    Editor:focus { border: none; }
    """

    BINDINGS: ClassVar[list[BindingType]] = _free_keys()

    class Edited(Message):
        """The text or the place of the cursor is another."""

    def __init__(self, text: str, cursor: tuple[int, int], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            typed_text(text), id=id, soft_wrap=True, show_line_numbers=False, tab_behavior="focus",
            theme="css", highlight_cursor_line=False,
        )  # fmt: skip
        self.cursor_blink = False
        self._begins_at = cursor

    def on_mount(self) -> None:
        """Put the cursor where it was."""
        self.move_cursor(self._begins_at)

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Say that there is something to keep."""
        message.stop()
        self.post_message(self.Edited())

    def on_text_area_selection_changed(self, message: TextArea.SelectionChanged) -> None:
        """Say where the cursor is."""
        message.stop()
        self.post_message(self.Edited())

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as text."""
        event.stop()
        event.prevent_default()
        if result := self._replace_via_keyboard(typed_text(event.text), *self.selection):
            self.move_cursor(result.end_location)

    def put_in(self, text: str) -> None:
        """Put text in where the cursor is."""
        self.insert(typed_text(text))

    def take_over(self, text: str) -> None:
        """Take other text, with the cursor at its end; it can be undone as typing can."""
        self.replace(typed_text(text), (0, 0), self.document.end)
        self.move_cursor(self.document.end)


def typed_text(text: str) -> str:
    """Return text as it could have been typed: without what only controls a terminal."""
    return _NO_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
