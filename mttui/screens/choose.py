"""Choosing from a list: the actions menu, the keys that work here, the palette."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from mttui.text import Role
from mttui.views.choices import Choice
from mttui.widgets.picker import Picker, fuzzy

from .dialogs import Dialog, Question
from .saying import say

_FRAME_HEIGHT = 9
_LEAST_HEIGHT = 3


class Choose(Dialog[str | None]):
    """A list to choose from by typing; ``None`` when nothing was chosen.

    Args:
        title: what is chosen.
        choices: from what.
    """

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(Question(title))
        self._choices = choices

    def compose_answer(self) -> ComposeResult:
        """The list."""
        yield Picker(fuzzy(self._choices))

    def on_mount(self) -> None:
        """Take as much room as the list needs."""
        self._take_room()

    def on_resize(self) -> None:
        """Take as much room as there is now."""
        self._take_room()

    def _take_room(self) -> None:
        room = max(_LEAST_HEIGHT, self.app.size.height - _FRAME_HEIGHT)
        self.query_one(Picker).styles.height = min(len(self._choices) + 1, room)

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Choose it, or say why it cannot be chosen now."""
        choice = message.choice
        if choice is None:
            return
        if choice.reason is not None:
            say(self.app, choice.reason, Role.WARN)
        else:
            self.dismiss(choice.id)

    def action_dialog_no(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
