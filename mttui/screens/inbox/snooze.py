"""Until when a thread sleeps: typed as people say it, or chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from textual.app import ComposeResult

from mttui.screens.dialogs import Dialog, Question
from mttui.screens.saying import say
from mttui.stores.inbox.snoozing import UNTIL_REPLY
from mttui.text import Role
from mttui.views.choices import Choice
from mttui.views.when import HINT, BadWhen, parse_when, suggestions
from mttui.widgets.picker import Picker

_TYPED, _REPLY = "typed", "reply"
_THROUGH_REPLIES = "!"
_ROWS = 9


@dataclass(frozen=True, slots=True)
class Asleep:
    """Until when."""

    until: datetime
    words: str
    wake_on_reply: bool


class SnoozeDialog(Dialog[Asleep | None]):
    """Asks until when a thread sleeps; ``None`` when it is not to.

    Args:
        title: what is snoozed.
        now: the time.
        zone: of the times that are typed.
    """

    def __init__(self, title: str, now: datetime, zone: tzinfo) -> None:
        super().__init__(
            Question(
                title,
                (
                    f"Type until when ({HINT.split(', besok')[0]}, besok pagi …) or choose.",
                    f"It comes back earlier when they write; a {_THROUGH_REPLIES} at the end sleeps on.",
                ),
            )
        )
        self._now, self._zone = now, zone
        self._found: dict[str, Asleep] = {}

    def compose_answer(self) -> ComposeResult:
        """The line to type into, and what it means."""
        yield Picker(self._choices)

    def on_mount(self) -> None:
        """Show all that can be chosen."""
        self.query_one(Picker).styles.height = min(_ROWS, max(3, self.app.size.height - 12))

    def _choices(self, typed: str) -> Sequence[Choice]:
        text = typed.strip()
        if not text:
            return self._suggested()
        through = text.endswith(_THROUGH_REPLIES)
        try:
            when = parse_when(text.rstrip(f"{_THROUGH_REPLIES} "), self._now, self._zone)
        except BadWhen as error:
            return [Choice(_TYPED, str(error), reason=str(error))]
        self._found[_TYPED] = Asleep(when.at, when.words, not through)
        return [Choice(_TYPED, when.words, "sleeps through replies" if through else "or until they write")]

    def _suggested(self) -> list[Choice]:
        choices = []
        for name, when in suggestions(self._now, self._zone):
            self._found[name] = Asleep(when.at, when.words, wake_on_reply=True)
            choices.append(Choice(name, name, when.words))
        self._found[_REPLY] = Asleep(self._now + UNTIL_REPLY, "until they write", wake_on_reply=True)
        return [*choices, Choice(_REPLY, "until they write", "however long that takes")]

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Take it, or say why it cannot be."""
        choice = message.choice
        if choice is None:
            return
        if choice.reason is not None:
            say(self.app, choice.reason, Role.WARN)
        else:
            self.dismiss(self._found[choice.id])

    def action_dialog_no(self) -> None:
        """Leave it awake."""
        self.dismiss(None)
