"""The forms of every operation: derived, complete, and true to what is typed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from mttui.api.arguments import prepare
from mttui.api.catalogue import operations
from mttui.api.errors import InvalidArguments, Unprocessable
from mttui.api.operation import Operation
from mttui.views.form_values import Here, parse_form, place_of_error, text_of, texts_of, value_of
from mttui.views.forms import FieldKind, FormField, fields_of_operation
from mttui.views.moments import moment_from_text
from tests.views.samples import sample_text, sample_texts

NOW = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)  # a Sunday
HERE = Here(NOW)
ALL = tuple(operations().values())
each_operation = pytest.mark.parametrize("operation", ALL, ids=lambda each: each.id)


@each_operation
def test_every_argument_is_a_field_and_those_that_are_needed_say_so(operation: Operation) -> None:
    fields = fields_of_operation(operation)
    assert {each.name for each in fields} == {each.name for each in operation.parameters}
    assert len({each.path for each in fields}) == len(fields)
    for parameter in operation.parameters:
        own = [each for each in fields if each.name == parameter.name]
        if parameter.required and len(own) == 1 and not own[0].objects:
            assert own[0].must_be_given
        if not parameter.required:
            assert not any(each.must_be_given for each in own)


@each_operation
def test_a_form_that_is_filled_in_can_be_sent_and_is_shown_again_as_it_was(operation: Operation) -> None:
    texts = sample_texts(operation)
    parsed = parse_form(operation, texts, HERE)
    assert parsed.errors == {}
    prepare(operation, parsed.arguments)
    again = texts_of(operation, parsed.arguments)
    for each in fields_of_operation(operation):
        assert value_of(each, again[each.path], HERE) == value_of(each, texts[each.path], HERE), each.path


@each_operation
def test_an_empty_form_complains_at_each_field_that_is_needed(operation: Operation) -> None:
    parsed = parse_form(operation, {}, HERE)
    assert set(parsed.errors) == {each.path for each in fields_of_operation(operation) if each.must_be_given}


@each_operation
def test_what_is_not_of_its_kind_is_told_at_its_field(operation: Operation) -> None:
    wrong = {
        FieldKind.NUMBER: "many",
        FieldKind.CHOICE: "no-such-choice",
        FieldKind.FLAG: "perhaps",
        FieldKind.MOMENT: "some day",
        FieldKind.JSON: "{not json",
    }
    texts = sample_texts(operation)
    for each in fields_of_operation(operation):
        if each.kind not in wrong or _takes_any_text(each):
            continue
        parsed = parse_form(operation, {**texts, each.path: wrong[each.kind]}, HERE)
        assert set(parsed.errors) == {each.path}


def _takes_any_text(field: FormField) -> bool:
    try:
        value_of(field, "{not json", HERE)
    except InvalidArguments:
        return False
    return True


@each_operation
def test_every_field_has_a_sample_that_its_kind_shows_again(operation: Operation) -> None:
    for each in fields_of_operation(operation):
        value = value_of(each, sample_text(each), HERE)
        assert value_of(each, text_of(value), HERE) == value


def test_an_object_that_is_begun_needs_its_needed_fields() -> None:
    update = operations()["campaigns.update"]
    parsed = parse_form(update, {"id": "c1", "sender.name": "Toko"}, HERE)
    assert parsed.errors == {"sender.email": "This is needed."}
    parsed = parse_form(update, {"id": "c1", "subject": "May"}, HERE)
    assert (parsed.arguments, parsed.errors) == ({"id": "c1", "subject": "May"}, {})


def test_a_field_that_is_emptied_is_sent_empty_or_cannot_be() -> None:
    update = operations()["campaigns.update"]
    parsed = parse_form(update, {"id": "c1", "snippet": ""}, HERE, cleared=["snippet"])
    assert parsed.arguments == {"id": "c1", "snippet": ""}
    parsed = parse_form(update, {"id": "c1", "due_date": ""}, HERE, cleared=["due_date"])
    assert "stays as it is" in parsed.errors["due_date"]


@pytest.mark.parametrize(
    ("message", "code", "path"),
    [
        ("Subject is needed", "SUBJECT_REQUIRED", "subject"),
        ("dueDate lies in the past", "VALIDATION_FAILED", "due_date"),
        ("the html content is too long", None, "html_content"),
        ("Nothing that a field could help", "TEAPOT", None),
    ],
)
def test_what_the_platform_refuses_goes_to_its_field(
    message: str, code: str | None, path: str | None
) -> None:
    found = place_of_error(operations()["campaigns.create"], Unprocessable(message, code=code))
    assert (found[0] if found else None) == path


def test_what_the_client_refuses_goes_to_its_field() -> None:
    create = operations()["campaigns.create"]
    with pytest.raises(InvalidArguments) as refused:
        prepare(create, {"subject": "x", "sender": {"email": 7}})
    found = place_of_error(create, refused.value)
    assert found is not None
    assert found[0] == "sender.email"


JAKARTA = timezone(timedelta(hours=7))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2026-04-15T10:00:00Z", "2026-04-15T10:00:00+00:00"),
        ("2026-04-15 10:00", "2026-04-15T10:00:00+00:00"),
        ("2026-04-15 10:00 local", "2026-04-15T03:00:00+00:00"),
        ("2026-04-15T10:00+07:00", "2026-04-15T03:00:00+00:00"),
        ("now", "2026-11-22T02:40:00+00:00"),
        ("in 2 hours", "2026-11-22T04:40:00+00:00"),
        ("+30m", "2026-11-22T03:10:00+00:00"),
        ("tomorrow 09:00", "2026-11-23T09:00:00+00:00"),
        ("Tomorrow 09.00 local", "2026-11-23T02:00:00+00:00"),
        ("friday 18:00", "2026-11-27T18:00:00+00:00"),
        ("sun 01:00", "2026-11-29T01:00:00+00:00"),
        ("01:00", "2026-11-23T01:00:00+00:00"),
        ("03:00", "2026-11-22T03:00:00+00:00"),
        ("25:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_as_people_type_them(typed: str, expected: str | None) -> None:
    moment = moment_from_text(typed, now=NOW, local=JAKARTA)
    assert (moment.isoformat() if moment else None) == expected
