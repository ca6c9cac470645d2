"""Every envelope that the platform is known to use (platform-facts, section 2)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from mttui.api.answers import read_answer
from mttui.api.catalogue import operations
from mttui.api.envelope import open_envelope
from mttui.api.errors import UnreadableAnswer
from mttui.api.models.base import Done
from mttui.api.models.campaigns import CampaignAction
from mttui.api.models.velocity import VelocityStatus
from mttui.api.pages import Page

JSON = "application/json; charset=utf-8"
ROWS = [{"_id": "evt_001"}, {"_id": "evt_002"}]


def read(operation: str, answer: Any, content_type: str = JSON) -> Any:
    body = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
    return read_answer(operations()[operation], body, content_type)


def test_one_object() -> None:
    status = read("velocity.status.get", {"data": {"sendingStatus": "throttled"}})
    assert status == VelocityStatus(sending_status="throttled")


def test_a_bare_object() -> None:
    assert read("velocity.status.get", {"sendingStatus": "paused"}).sending_status == "paused"


def test_a_paged_list() -> None:
    page = read("velocity.events.list", {"data": ROWS, "meta": {"page": 2, "perPage": 2, "total": 5}})
    assert [row.id for row in page] == ["evt_001", "evt_002"]
    assert (page.number, page.per_page, page.total, page.is_last) == (2, 2, 5, False)


@pytest.mark.parametrize(
    ("answer", "total"),
    [
        ({"data": ROWS}, None),
        (ROWS, None),
        ({"data": {"events": ROWS}}, None),
        ({"count": 7, "data": ROWS}, 7),
        ({"count": 7, "subAccounts": ROWS}, 7),
        ({"data": ROWS, "meta": {"page": 1, "size": 2, "total": "2"}}, 2),
        ({"data": ROWS, "meta": None}, None),
        ({"data": ROWS, "meta": {"total": True}}, None),
    ],
)
def test_other_lists(answer: Any, total: int | None) -> None:
    page = read("velocity.events.list", answer)
    assert [row.id for row in page] == ["evt_001", "evt_002"]
    assert page.total == total


@pytest.mark.parametrize("answer", [{"data": []}, {"data": None}, b"", b"  \n"])
def test_an_empty_list(answer: Any) -> None:
    page = read("velocity.events.list", answer)
    assert len(page) == 0
    assert page.is_last


def test_a_list_of_text() -> None:
    assert read("single_sends.categories.list", {"data": ["a", "b"]}).rows == ("a", "b")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"message": "Velocity rule deleted"}, Done(message="Velocity rule deleted")),
        ({"data": {"deleted": True}}, Done(deleted=True)),
        ({"data": True}, Done()),
        ({"data": True, "message": "gone"}, Done(message="gone")),
        ({"data": {"message": "gone"}}, Done(message="gone")),
        ({"data": {}, "message": "gone"}, Done(message="gone")),
        (b"", Done()),
    ],
)
def test_the_answers_of_a_delete(answer: Any, expected: Done) -> None:
    done = read("velocity.rules.delete", answer)
    assert (done.message, done.deleted) == (expected.message, expected.deleted)


def test_an_object_with_a_message_beside_it() -> None:
    action = read("campaigns.send", {"data": {"stage": "SENDING"}, "message": "on its way"})
    assert action == CampaignAction(stage="SENDING", message="on its way")


def test_an_object_with_something_else_beside_it() -> None:
    assert read("batches.create", {"data": {"_id": "b1"}, "validation": {"ok": 1}}).id == "b1"


@pytest.mark.parametrize("answer", [{"data": True}, b"", {"data": None}])
def test_an_action_that_says_no_more_than_that_it_was_done(answer: Any) -> None:
    assert read("campaigns.send", answer) == CampaignAction()


def test_csv_is_kept_as_text() -> None:
    envelope = open_envelope("email\nbudi@example.com\n".encode("utf-8-sig"), "text/csv", operation="x")
    assert envelope.data.endswith("email\nbudi@example.com\n")


@pytest.mark.parametrize(
    ("body", "content_type", "words"),
    [
        (b"<!doctype html><title>502</title>", "text/html", "HTML"),
        (b"\n <html>", JSON, "HTML"),
        (b'{"data": {"sendingSta', JSON, "cut-off"),
        (b"", "text/html", None),
        (b"OK", "text/plain", "broken"),
        (b"\xff\xfe\x00", JSON, "broken"),
        (b"[" * 100_000, JSON, "broken"),
    ],
)
def test_what_is_not_the_platforms_json(body: bytes, content_type: str, words: str | None) -> None:
    if words is None:
        assert read("velocity.status.get", body, content_type) == VelocityStatus()
        return
    with pytest.raises(UnreadableAnswer, match=words) as caught:
        read("velocity.status.get", body, content_type)
    assert caught.value.operation == "velocity.status.get"
    assert caught.value.may_have_been_done


@pytest.mark.parametrize("answer", ["text", 7, [1], {"data": [1, 2]}, {"data": "text"}, {"data": False}])
def test_an_object_was_expected(answer: Any) -> None:
    with pytest.raises(UnreadableAnswer, match="unexpected shape"):
        read("velocity.status.get", answer)


@pytest.mark.parametrize(
    "answer", [{"data": "text"}, {"data": {"a": 1}}, {"data": {"a": [], "b": []}}, {"data": ["row"]}, 7]
)
def test_a_list_of_objects_was_expected(answer: Any) -> None:
    with pytest.raises(UnreadableAnswer, match="unexpected shape"):
        read("velocity.events.list", answer)


def test_one_odd_value_does_not_cost_the_page() -> None:
    rows = [{"_id": "evt_001", "metricValue": "high"}, {"_id": "evt_002", "metricValue": 7.2}]
    page = read("velocity.events.list", {"data": rows})
    assert isinstance(page, Page)
    assert [row.metric_value for row in page] == [None, 7.2]
    assert [row.unreadable for row in page] == [("metricValue",), ()]
