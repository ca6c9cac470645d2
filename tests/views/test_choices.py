from __future__ import annotations

from mttui.api.catalogue import operations
from mttui.text import line_width, plain
from mttui.views.choices import Choice, choice_line, key_choices, key_width, operation_choices
from mttui.views.commands import COMMANDS, completions, nearest_word
from mttui.views.keyboard import Keyboard
from mttui.views.places import PLACES


def test_a_choice_that_cannot_be_made_says_why() -> None:
    choice = Choice("x", "Resolve", "Resumes sending.", "r", "read-only")

    shown = plain(choice_line(choice, 60, selected=False, keys=key_width([choice])))

    assert "Resolve" in shown
    assert "not now: read-only" in shown


def test_a_choice_takes_exactly_the_width() -> None:
    choice = Choice("x", "A title that is rather long", "and a hint", "ctrl+p")

    for width in range(20, 90):
        assert line_width(choice_line(choice, width, selected=True, keys=8)) == width


def test_the_selected_one_has_a_mark_beside_its_colour() -> None:
    assert plain(choice_line(Choice("x", "X"), 20, selected=True, keys=0)).startswith("▸")


def test_keys_become_choices_with_their_help_and_reason() -> None:
    (choice,) = key_choices([("incident.resolve", "over already")], Keyboard())

    assert (choice.title, choice.key, choice.reason) == ("Resolve", "r", "over already")


def test_every_operation_becomes_a_choice() -> None:
    assert len(operation_choices(operations().values())) == len(operations())


def test_screens_are_commands() -> None:
    assert {place.id for place in PLACES} <= {command.name for command in COMMANDS}


def test_completions_begin_with_what_begins_so() -> None:
    ids = ["reputation.score.get", "velocity.rules.list"]

    assert completions("re", ids)[0].id.startswith("re")
    assert "reputation.score.get" in [choice.id for choice in completions("repu", ids)]
    assert completions("who budi", ids) == []


def test_the_nearest_word_is_found_or_none() -> None:
    known = [command.name for command in COMMANDS]

    assert nearest_word("inbx", known) == "inbox"
    assert nearest_word("zzzzzz", known) is None
