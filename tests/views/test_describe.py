"""Views that are derived: how a resource that nobody described looks, and that nothing is out of reach."""

from __future__ import annotations

import pytest

from mttui.api.catalogue import find, operations
from mttui.api.operation import Operation
from mttui.views.contents import Opens, entries_of, reachable, resources_of
from mttui.views.describe import View, describe, view_of
from mttui.views.fields import LEAST_COLUMNS, MOST_COLUMNS, fields_of, is_model
from mttui.views.paths import is_list, is_read
from mttui.views.places import PLACES
from mttui.views.resources import described

SECTIONS = tuple(dict.fromkeys(each.section for each in operations().values()))
READS = [each for each in operations().values() if is_list(each) or is_read(each)]


def operation(id_: str) -> Operation:
    found = find(id_)
    assert found is not None
    return found


def view(resource: str) -> View:
    found = describe(resource)
    assert found is not None
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_every_operation_of_a_section_is_reached_from_its_place(section: str) -> None:
    own = {each.id for each in operations().values() if each.section == section}

    assert own - reachable(section) == set()
    assert any(section in place.sections for place in PLACES), "the section has no place"


@pytest.mark.parametrize("section", SECTIONS)
def test_what_a_section_opens_at_once_needs_nothing(section: str) -> None:
    for entry in resources_of(section):
        at_once = entry.opens in (Opens.LIST, Opens.RECORD)
        needs = [each.name for each in entry.operation.parameters if each.required]
        assert not (at_once and needs), f"{entry.operation.id} needs {needs}"
        assert entry.title
        assert entry.what


def test_the_lines_of_a_place_can_be_told_apart() -> None:
    for place in PLACES:
        keys = [(entry.key, entry.opens) for entry in entries_of(place)]
        assert len(keys) == len(set(keys)), place.title


@pytest.mark.parametrize("each", READS, ids=lambda each: each.id)
def test_every_list_and_read_has_a_view(each: Operation) -> None:
    view = view_of(each)

    if is_list(each):
        assert described(view.resource) or len(view.columns) <= MOST_COLUMNS
        declared = len(fields_of(view.model)) if is_model(view.model) else 1
        assert len(view.columns) >= min(LEAST_COLUMNS, declared)
    assert view.title
    assert view.one
    for relation in view.relations:
        assert find(relation.operation) is not None, relation
    for action in (*view.actions, *view.beside):
        found = find(action.operation)
        assert found is not None, action
        assert action.title, action


def test_what_can_be_done_with_a_record_follows_from_its_path() -> None:
    campaigns = view("campaigns")

    assert {"campaigns.send", "campaigns.schedule", "campaigns.cancel"} <= {
        each.operation for each in campaigns.actions
    }
    assert {"campaigns.analytics.get", "campaigns.recipients.list"} <= {
        each.operation for each in campaigns.relations
    }
    assert campaigns.create is operation("campaigns.create")
    assert campaigns.update is operation("campaigns.update")
    assert campaigns.delete is operation("campaigns.delete")


def test_what_ends_a_record_is_its_delete_whatever_it_is_called() -> None:
    assert view("batches").delete is operation("batches.cancel")


def test_verbs_beside_the_records_belong_to_the_list() -> None:
    beside = {each.operation for each in view("single_sends").beside}

    assert {"single_sends.search", "single_sends.bulk_delete"} <= beside


def test_arguments_come_from_the_record_by_the_place_in_the_path() -> None:
    campaigns = view("campaigns")
    record = campaigns.model.read({"id": "cmp_1", "subject": "Hello"})

    assert campaigns.arguments(operation("campaigns.recipients.list"), record, {}) == {"id": "cmp_1"}
    assert campaigns.arguments(operation("campaigns.create"), None, {}) == {}
    assert campaigns.identity(record) == "cmp_1"
    assert campaigns.name_of(record) == "Hello"


def test_the_rows_within_a_record_keep_to_that_record() -> None:
    recipients = view("campaigns.recipients")
    row = recipients.model.read({"email": "budi@example.com"})

    assert recipients.arguments(operation("campaigns.recipients.list"), row, {"id": "cmp_1"}) == {
        "id": "cmp_1"
    }


def test_a_path_that_names_another_field_than_the_id_takes_that_field() -> None:
    events = view("events")
    record = events.model.read({"id": "ev_1", "messageId": "msg_9"})

    assert events.arguments(operation("events.list_by_message"), record, {}) == {"message_id": "msg_9"}
    assert events.identity(record) == "ev_1"


def test_a_record_without_its_key_leaves_the_argument_out() -> None:
    bounces = view("bounces")
    record = bounces.model.read({"email": "budi@example.com"})

    assert bounces.arguments(operation("bounces.reactivate"), record, {}) == {}


def test_plain_values_have_a_view() -> None:
    categories = view("single_sends.categories")

    assert [each.path for each in categories.columns] == [""]
    assert categories.identity("news") == "news"
    assert categories.name_of("news") == "news"
