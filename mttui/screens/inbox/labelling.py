"""Choosing a label: typed or found among those that are in use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult

from mttui.api.models.threads import Thread
from mttui.screens.dialogs import Dialog, Question
from mttui.text import plural
from mttui.views.choices import Choice
from mttui.views.inbox import name_of
from mttui.widgets.picker import Picker, fuzzy

_ROWS = 12
_FRAME = 9
_LONGEST = 64


class LabelDialog(Dialog[str | None]):
    """One label to put on threads that lack it, or to take off when all have it; ``None`` when it was left.

    Args:
        threads: what is labelled.
        known: labels that are in use, the likeliest first.
    """

    def __init__(self, threads: Sequence[Thread], known: Iterable[str]) -> None:
        these = name_of(threads[0]) if len(threads) == 1 else plural(len(threads), "thread")
        super().__init__(
            Question(f"Labels of {these}", ("enter puts a label on, or takes it off where all have it.",))
        )
        self._threads = threads
        there = [label for thread in threads for label in thread.labels]
        self._labels = list(dict.fromkeys([*there, *known]))
        self._find = fuzzy([self._choice(label) for label in self._labels])

    def compose_answer(self) -> ComposeResult:
        """The line to type into, and the labels."""
        yield Picker(self._choices, empty="Type a label.")

    def on_mount(self) -> None:
        """Take as much room as the list needs."""
        room = max(3, self.app.size.height - _FRAME)
        self.query_one(Picker).styles.height = min(len(self._labels) + 2, _ROWS, room)

    def _choice(self, label: str) -> Choice:
        have = sum(label in thread.labels for thread in self._threads)
        total = len(self._threads)
        sign = "☑" if have == total else "◪" if have else "☐"
        part = f"{have} of {total} have it" if 0 < have < total else ""
        return Choice(label, f"{sign} {label}", part)

    def _choices(self, typed: str) -> Sequence[Choice]:
        found = list(self._find(typed))
        new = typed.strip()[:_LONGEST]
        if new and new not in self._labels:
            found.append(Choice(new, f"+ {new}", "a new label"))
        return found

    def on_picker_picked(self, message: Picker.Picked) -> None:
        """Take it."""
        if message.choice is not None:
            self.dismiss(message.choice.id)

    def action_dialog_no(self) -> None:
        """Leave them as they are."""
        self.dismiss(None)
