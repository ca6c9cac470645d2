"""The command line at the bottom: words, operation ids, what completes them, and what they do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from mttui.api.catalogue import find, operations
from mttui.text import Role
from mttui.views.commands import COMMANDS, completions, nearest_word
from mttui.views.contents import entries_by_name, place_of
from mttui.views.places import find_place
from mttui.widgets.picker import Picker

from .opened import open_read
from .saying import say

if TYPE_CHECKING:
    from .everywhere import Everywhere

_HEIGHT = 9
_STEPS: Mapping[str, int] = {"ctrl+n": 1, "ctrl+p": -1, "shift+tab": -1}
"""Up and down are for the history."""


class CommandLine(ModalScreen[str | None], inherit_bindings=False):
    """Takes one command; ``None`` when it was left.

    Args:
        history: commands of this session, the oldest first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Leave", show=False)]

    def __init__(self, history: list[str]) -> None:
        super().__init__()
        self._history = history
        self._back = 0
        self._keys: Mapping[str, Callable[[], None]] = {
            "tab": self._complete,
            "up": lambda: self.recall(1),
            "down": lambda: self.recall(-1),
        }

    def compose(self) -> ComposeResult:
        """Completions above the line."""
        ids = tuple(operations())
        titles = {name: entry.title for name, entry in entries_by_name().items()}
        yield Picker(
            lambda text: completions(text, ids, titles), prompt=":", above=True, empty="", steps=_STEPS
        )

    def on_mount(self) -> None:
        """Take the bottom of the screen."""
        self.query_one(Picker).styles.height = _HEIGHT

    def on_key(self, event: events.Key) -> None:
        """Tab completes; up and down go through the history."""
        act = self._keys.get(event.key)
        if act is not None:
            event.stop()
            act()

    def _complete(self) -> None:
        picker = self.query_one(Picker)
        choice = picker.selected
        if choice is not None:
            picker.put(choice.id + (" " if choice.title != choice.id else ""))

    def recall(self, step: int) -> None:
        """Put an earlier command on the line: 1 goes back, -1 forward."""
        self._back = max(0, min(self._back + step, len(self._history)))
        self.query_one(Picker).put(self._history[-self._back] if self._back else "")

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Take what was typed."""
        self.dismiss(message.text.strip() or None)

    def action_leave(self) -> None:
        """Do nothing."""
        self.dismiss(None)


def run_command(screen: Everywhere, text: str) -> None:
    """Do what a line says, or say what is nearest to it."""
    word, _, rest = text.strip().partition(" ")
    place = find_place(word)
    entry = entries_by_name().get(word.casefold())
    handler = _HANDLERS.get(word.casefold())
    operation = find(word) if "." in word else None
    if place is not None and (entry is None or word.casefold() == place.id):
        screen.action_go(place.id)
    elif entry is not None:
        within = place_of(entry.section)
        open_read(screen.app, entry.operation, {}, (within.title,) if within else (), words=rest.strip())
    elif handler is not None:
        handler(screen, rest.strip())
    elif operation is not None:
        screen.open_operation(operation)
    else:
        _say_unknown(screen, word)


def _say_unknown(screen: Everywhere, word: str) -> None:
    known = [*(command.name for command in COMMANDS), *entries_by_name(), *operations()]
    near = nearest_word(word, known)
    hint = f" Did you mean {near}?" if near else " Press : and tab for what there is."
    say(screen.app, f"There is no command {word}.{hint}", Role.WARN)


def _who(screen: Everywhere, address: str) -> None:
    asked = f" for {address}" if address else ""
    say(screen.app, f"The address lookup{asked} is not built yet.", Role.WARN)


def _read_only(screen: Everywhere, switch: str) -> None:
    session = screen.host.session
    if switch.casefold() != "on":
        say(screen.app, "read-only on: refuses every change. Leaving it takes a restart.", Role.WARN)
        return
    session.client.transport.read_only = True
    session.profile = replace(session.profile, read_only=True)
    say(screen.app, "Read-only from now on: every change is refused.", Role.GOOD)
    screen.host.look()


def _press(key_id: str) -> Callable[[Everywhere, str], None]:
    def press(screen: Everywhere, _: str) -> None:
        screen.call_next(screen.action_press, key_id)

    return press


_HANDLERS: Mapping[str, Callable[[Everywhere, str], None]] = {
    "incident": _press("go.incident"),
    "help": _press("help"),
    "refresh": _press("refresh"),
    "freeze": _press("freeze"),
    "requests": _press("requests"),
    "quit": lambda screen, _: screen.host.ask_to_leave(),
    "q": lambda screen, _: screen.host.ask_to_leave(),
    "who": _who,
    "read-only": _read_only,
}
"""What the words do that are neither screens nor operations."""
