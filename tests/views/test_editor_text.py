"""Arguments as text for an editor and back: nothing is lost, and what cannot be read says where."""

from __future__ import annotations

import pytest

from mttui.api.arguments import jsonable
from mttui.api.catalogue import operations
from mttui.api.operation import Operation
from mttui.local.redact import is_secret_name
from mttui.views.editor_text import Complaint, Unreadable, from_editor, to_editor, with_complaint
from tests.cli.samples import sample_arguments

RULE = operations()["velocity.rules.update"]
EACH = pytest.mark.parametrize(
    "operation", [pytest.param(each, id=each.id) for each in operations().values() if each.parameters]
)


@EACH
def test_what_is_saved_unchanged_is_what_it_was(operation: Operation) -> None:
    given = {name: value for name, value in sample_arguments(operation).items() if not is_secret_name(name)}
    read = from_editor(operation, to_editor(operation, given))
    assert {name: jsonable(value) for name, value in (read or {}).items()} == {
        name: jsonable(value) for name, value in given.items()
    }


@EACH
def test_every_argument_is_explained_and_no_credential_stands_there(operation: Operation) -> None:
    text = to_editor(operation, {})
    for parameter in operation.parameters:
        assert (f"// {parameter.wire}" in text) != is_secret_name(parameter.name)
    assert all(len(row) <= 100 for row in text.splitlines())


def test_comments_and_commas_at_ends_are_no_mistake() -> None:
    text = '// a word\n{\n  // "name": null,\n  "threshold": 4.5,\n  "action": "pause", // no\n}\n'
    with pytest.raises(Unreadable):
        from_editor(RULE, text)
    read = from_editor(RULE, text.replace(" // no", ""))
    assert read == {"threshold": 4.5, "action": "pause"}
    assert from_editor(operations()["campaigns.update"], '{"subject": "a,} // b", "id": "1",}') == {
        "subject": "a,} // b",
        "id": "1",
    }


@pytest.mark.parametrize("text", ["", "\n\n", "// all of it is a comment\n  // this, too"])
def test_an_empty_file_leaves_the_form_as_it_was(text: str) -> None:
    assert from_editor(RULE, text) is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('{\n  "threshold": 4,\n  "action": }', 3, "Expecting value"),
        ('{\n\n  "treshold": 4\n}', 3, "Did you mean threshold?"),
        ('{\n  "threshold": "high"\n}', 2, "valid number"),
        ('{\n  "id": "rule_2"\n}', 2, "cannot be changed here"),
        ("[1, 2]", 1, "a JSON object is needed"),
        ("[" * 100_000, 1, "too deep to be read"),
    ],
)
def test_what_cannot_be_read_says_in_which_line_and_why(text: str, line: int, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        from_editor(RULE, text, fixed={"id"})
    assert caught.value.complaint.line == line
    assert words in caught.value.complaint.words


def test_a_complaint_stands_above_its_line_and_earlier_ones_go() -> None:
    text, line = with_complaint('{\n  "a": }', Complaint(2, "Expecting\nvalue"))
    assert text == '{\n// ! Expecting value\n  "a": }'
    assert text.splitlines()[line - 1] == '  "a": }'
    again, line = with_complaint(text, Complaint(1, "no"))
    assert again == '// ! no\n{\n  "a": }'
    assert again.splitlines()[line - 1] == "{"
