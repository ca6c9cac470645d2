from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from mttui.api.operation import Effect
from mttui.screens.choose import Choose
from mttui.screens.dialogs import Ask, Confirm, Dialog, Question, TypedConfirm, dialog_for
from mttui.views.choices import Choice
from tests.screens.stage import Stage, stage

NOTHING = object()


class Asked:
    """A dialog on the stage, and what came of it."""

    def __init__(self, on: Stage) -> None:
        self.on = on
        self.result: object = NOTHING

    async def answered(self, result: object) -> bool:
        await self.on.until(lambda: self.result is not NOTHING, "an answer")
        return self.result == result


@asynccontextmanager
async def asked(dialog: Dialog[Any], **changes: Any) -> AsyncIterator[Asked]:
    async with stage(**changes) as on:
        it = Asked(on)
        on.app.push_screen(dialog, lambda result: setattr(it, "result", result))
        await on.until(lambda: on.app.screen is dialog and dialog.is_mounted, "the dialog")
        await on.pilot.pause()
        yield it


DESTROY = Question("Delete SMTP credential app-1", ("Everything that sends with it stops.",), Effect.DESTROY)
SEND = Question("Resolve “Bounce rate spike”", ("Sending RESUMES.",), Effect.SEND)


async def test_it_says_what_it_does_to_what_and_on_which_account() -> None:
    async with asked(Confirm(DESTROY), production=True) as it:
        await it.on.sees("Delete SMTP credential app-1", "cannot be undone", "PRODUCTION", "acme")
        await it.on.sees("Everything that sends with it stops.")


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (("y",), True),
        (("n",), False),
        (("escape",), False),
        (("enter",), True),
        (("tab", "enter"), False),
        (("right", "left", "enter"), True),
    ],
)
async def test_yes_and_no_by_key(keys: tuple[str, ...], result: bool) -> None:
    async with asked(Confirm(SEND)) as it:
        await it.on.press(*keys)
        assert await it.answered(result)


async def test_enter_destroys_nothing_unless_yes_was_chosen() -> None:
    async with asked(Confirm(DESTROY)) as it:
        await it.on.press("enter")
        assert await it.answered(False)


async def test_a_digit_does_not_leave_a_question() -> None:
    async with asked(Confirm(SEND)) as it:
        await it.on.press("9", "colon", "q")
        await it.on.sees("Resolve “Bounce rate spike”")
        assert it.result is NOTHING


async def test_a_word_must_be_typed_exactly() -> None:
    question = Question("Purge the scheduled queue (44 messages)", (), Effect.DESTROY, word="purge")
    assert isinstance(dialog_for(question), TypedConfirm)
    async with asked(dialog_for(question)) as it:
        await it.on.press(*"purg", "enter")
        await it.on.sees("That is not the word")
        assert it.result is NOTHING
        await it.on.press("e", "enter")
        assert await it.answered(True)


async def test_escape_leaves_a_word_untyped() -> None:
    async with asked(TypedConfirm(Question("Purge", word="purge"))) as it:
        await it.on.press(*"purge", "escape")
        assert await it.answered(False)


async def test_a_value_is_checked_before_it_is_taken() -> None:
    question = Question("Threshold", checks=lambda text: None if text.isdigit() else "a number, as 5")
    async with asked(Ask(question, "5")) as it:
        await it.on.press("x", "enter")
        await it.on.sees("a number, as 5")
        await it.on.press("backspace", "0", "enter")
        assert await it.answered("50")


async def test_what_it_says_may_change_while_it_is_open() -> None:
    rate = ["7.2 %"]
    question = Question("Resolve", lambda: (f"The rate is {rate[0]} now.",), Effect.SEND)
    async with asked(Confirm(question)) as it:
        await it.on.sees("The rate is 7.2 % now.")
        rate[0] = "1.1 %"
        await it.on.sees("The rate is 1.1 % now.")


async def test_hostile_titles_are_shown_as_text() -> None:
    async with asked(Confirm(Question("Cancel “[/b] [URGENT] \x1b[31m”", ("[link=x]y", "\u202eevil")))) as it:
        await it.on.sees("[/b] [URGENT]", "[link=x]y")
        assert "\x1b" not in it.on.text()


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (200, 50)])
async def test_a_long_question_leaves_room_for_the_answer(size: tuple[int, int]) -> None:
    question = Question("Q " * 200, tuple(f"Consequence number {at}." for at in range(100)), Effect.DESTROY)
    async with asked(Confirm(question), size=size) as it:
        await it.on.sees("y Yes", "n Cancel")


CHOICES = [
    Choice("a", "Cancel", "Stop the suspect."),
    Choice("b", "Resolve", "Sending resumes.", reason="It is over already."),
    Choice("c", "Note", "Write it down."),
]


async def test_one_is_chosen_by_typing_and_by_moving() -> None:
    async with asked(Choose("Actions", CHOICES)) as it:
        await it.on.press(*"note", "enter")
        assert await it.answered("c")
    async with asked(Choose("Actions", CHOICES)) as it:
        await it.on.press("down", "up", "enter")
        assert await it.answered("a")


async def test_what_cannot_be_chosen_says_why() -> None:
    async with asked(Choose("Actions", CHOICES)) as it:
        await it.on.sees("not now: It is over already.")
        await it.on.press("down", "enter")
        await it.on.is_told("It is over already.")
        assert it.result is NOTHING
        await it.on.press("escape")
        assert await it.answered(None)
