"""Choosing a saved answer: by name, or at once by its own key."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult

from mttui.local.paths import config_file
from mttui.screens.choose import Choose
from mttui.views.choices import Choice
from mttui.widgets.picker import Picker, fuzzy


class AnswerDialog(Choose):
    """The saved answers; typing the key of one takes it."""

    def __init__(self, title: str, choices: Sequence[Choice]) -> None:
        super().__init__(title, choices)
        self._listed = choices

    def compose_answer(self) -> ComposeResult:
        """The list."""
        yield Picker(fuzzy(self._listed), instant={each.key: each for each in self._listed if each.key})


def no_answers_words() -> str:
    """Say how to save an answer."""
    return (
        "No saved answers yet. Write them into the config file:\n"
        f'{config_file()}: [answers.thanks] text = "Halo {{{{name}}}}, …"'
    )
