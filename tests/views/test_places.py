from __future__ import annotations

import json
from pathlib import Path

import pytest

from mttui.views.keys import Scope, keys_in
from mttui.views.places import PLACES, find_place

SECTIONS = Path(__file__).parents[3] / "shared" / "contract" / "sections.json"


def test_digits_are_those_of_the_declared_keys() -> None:
    declared = {key.id: key.keys for key in keys_in(Scope.GLOBAL)}

    assert {place.id: declared[f"go.{place.id}"] for place in PLACES} == {
        place.id: (place.digit,) for place in PLACES
    }


@pytest.mark.parametrize("word", ["ops", "OPS", "1", "live"])
def test_a_place_is_found_by_id_digit_and_alias(word: str) -> None:
    found = find_place(word)

    assert found is not None
    assert found.id == "ops"


def test_no_word_means_two_places() -> None:
    words = [word for place in PLACES for word in (place.id, place.digit, *place.aliases)]

    assert len(words) == len(set(words))


def test_every_section_of_the_reference_has_a_place() -> None:
    if not SECTIONS.exists():
        pytest.skip("the reference's list of sections is not here")
    titles = {section["title"] for section in json.loads(SECTIONS.read_text())}
    placed = {title for place in PLACES for title in place.sections}

    assert titles - placed == set()
    assert placed - titles == set()
