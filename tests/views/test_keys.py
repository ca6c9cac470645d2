from __future__ import annotations

from pathlib import Path

import pytest

from mttui.views.keyboard import Keyboard, find_key, key_ids, key_table_markdown
from mttui.views.keys import INCLUDES, KEYS, Scope, keys_on

README = Path(__file__).parents[2] / "README.md"


def test_ids_are_unique() -> None:
    ids = key_ids()

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("scope", Scope)
def test_no_key_means_two_things_in_one_place(scope: Scope) -> None:
    assert Keyboard().clashes(scope) == []


def test_every_scope_says_what_works_with_it() -> None:
    assert set(INCLUDES) == set(Scope)


def test_every_key_has_words_for_footer_and_help() -> None:
    wordless = [key.id for key in KEYS if not key.title or not key.help.endswith(".")]

    assert wordless == []


def test_a_remapped_key_is_what_is_shown_and_what_textual_is_told() -> None:
    keyboard = Keyboard({"refresh": ("f5", "ctrl+r")})

    assert keyboard.shown(find_key("refresh")) == "f5"
    assert keyboard.shown(find_key("help")) == "?"
    assert keyboard.keymap() == {"refresh": "f5,ctrl+r"}


def test_remapping_onto_a_taken_key_is_a_clash() -> None:
    keyboard = Keyboard({"refresh": ("j",)})

    assert keyboard.clashes(Scope.OPS) == [("j", "refresh", "list.down")]
    assert keyboard.first_clash() is not None


def test_a_scope_lists_its_own_keys_first() -> None:
    first, *_ = keys_on(Scope.INCIDENT)

    assert first.scope is Scope.INCIDENT


def test_the_readme_shows_the_declared_keys() -> None:
    readme = README.read_text()
    if "<!-- keys -->" not in readme:
        pytest.skip("the README has no key table yet")
    table = readme.partition("<!-- keys -->\n")[2].partition("<!-- /keys -->")[0]

    assert table.strip() == key_table_markdown().strip(), "write it anew: python -m mttui.views.keyboard"
