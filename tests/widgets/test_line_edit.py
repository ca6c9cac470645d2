from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual import events

from mttui.text import plain
from mttui.widgets.editing import EDITS, Typed
from mttui.widgets.line_edit import LineEdit
from tests.widgets.kit_app import KitApp


@pytest.mark.parametrize(
    ("key", "text", "caret"),
    [
        ("backspace", "hell world", 4),
        ("delete", "helloworld", 5),
        ("ctrl+w", " world", 0),
        ("ctrl+u", " world", 0),
        ("ctrl+k", "hello", 5),
        ("home", "hello world", 0),
        ("end", "hello world", 11),
        ("left", "hello world", 4),
        ("right", "hello world", 6),
    ],
)
def test_keys_edit_as_in_a_shell(key: str, text: str, caret: int) -> None:
    typed = Typed("hello world", 5)

    EDITS[key](typed)

    assert (typed.text, typed.caret) == (text, caret)


def test_what_is_pasted_stays_one_line() -> None:
    typed = Typed()
    typed.insert("one\ntwo\r\nthree")

    assert typed.text == "one two three"


@given(st.lists(st.sampled_from([*EDITS.values()]) | st.text(max_size=5), max_size=30))
def test_the_caret_is_always_in_the_text(steps: list[object]) -> None:
    typed = Typed("some words to begin with", 5)
    for step in steps:
        if isinstance(step, str):
            typed.insert(step)
        else:
            assert callable(step)
            step(typed)
        assert 0 <= typed.caret <= len(typed.text)


async def test_it_takes_what_is_typed_and_pasted_and_shows_no_control_character() -> None:
    edit = LineEdit("> ")
    async with KitApp([edit]).run_test(size=(30, 3)) as pilot:
        edit.focus()
        await pilot.press("h", "i", "space")
        edit.post_message(events.Paste("\x1b[31m[b]"))
        await pilot.pause()
        assert edit.text == "hi \x1b[31m[b]"
        assert "\x1b" not in plain(edit.lines[0]) or "\x1b" not in edit.render_line(0).text
        assert "[b]" in edit.render_line(0).text


async def test_the_caret_stays_in_view() -> None:
    edit = LineEdit("> ", "x" * 200)
    async with KitApp([edit]).run_test(size=(30, 3)):
        assert "▏" in edit.render_line(0).text
