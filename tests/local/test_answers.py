from __future__ import annotations

import time

import pytest

from mttui.local.answers import Filled, fill, unfilled, variables

VALUES = {"name": "Budi Santoso", "me": "Sari", "subject": ""}


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("Halo {{name}},\n{{me}}", Filled("Halo Budi Santoso,\nSari", ())),
        ("Halo {{ name }}", Filled("Halo Budi Santoso", ())),
        ("{{ order }} {{order}} {{city}}", Filled("{{order}} {{order}} {{city}}", ("order", "city"))),
        ("Re: {{subject}}", Filled("Re: {{subject}}", ("subject",))),
        ("{{Name}}", Filled("{{Name}}", ("Name",))),
        ("{name} {{}} {{ }} {{name}", Filled("{name} {{}} {{ }} {{name}", ())),
        ("{{{name}}}", Filled("{Budi Santoso}", ())),
        ("{{na\nme}}", Filled("{{na\nme}}", ())),
        ("", Filled("", ())),
    ],
)
def test_filling(text: str, filled: Filled) -> None:
    assert fill(text, VALUES) == filled


def test_what_is_filled_in_is_not_filled_again_and_blocks() -> None:
    filled = fill("{{subject}}", {"subject": "{{me}}", "me": "Sari"})
    assert filled == Filled("{{me}}", ())
    assert unfilled(filled.text) == ("me",)


def test_values_of_others_stay_on_their_line() -> None:
    filled = fill("Halo {{name}}!", {"name": " Budi\r\nBcc: x@example.com\x1b[31m\x00  S "})
    assert filled.text == "Halo Budi Bcc: x@example.com [31m S!"
    assert fill("{{name}}", {"name": "\x1b\n"}).missing == ("name",)


def test_leftovers_are_found_but_not_in_what_is_quoted() -> None:
    assert unfilled("Halo {{name}}, {{ order }} {{name}}\n> our {{merge_tag}}\n >> {{x}}") == (
        "name",
        "order",
    )
    assert unfilled("Halo Budi\n> {{name}}") == ()


def test_a_hostile_text_takes_no_time() -> None:
    started = time.perf_counter()
    for text in ("{{" * 200_000, "{{ " * 200_000, "{{a" + " " * 400_000, "{{" + "a" * 400_000 + "}"):
        assert fill(text, VALUES).text == text
        assert unfilled(text) == ()
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Budi Santoso", "Budi"),
        ("Bapak Budi Santoso", "Budi"),
        ("Ibu Hj. Siti Aminah", "Siti"),
        ("Santoso, Budi", "Budi"),
        ("Budi,", "Budi"),
        ("Budi", "Budi"),
        ("Dr.", ""),
        ("", ""),
        ("budi@example.com", ""),
        (" Budi\nSantoso ", "Budi"),
    ],
)
def test_first_names(name: str, first: str) -> None:
    assert variables(name=name, email="b@example.com")["first_name"] == first


def test_an_address_is_no_name() -> None:
    found = variables(name="Budi@Example.com", email="budi@example.com", subject="Refund", me="Sari")
    assert found == {
        "name": "", "first_name": "", "email": "budi@example.com", "subject": "Refund", "me": "Sari",
    }  # fmt: skip
