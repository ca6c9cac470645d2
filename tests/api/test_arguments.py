"""From arguments to path, query and body: strictly, and never out of the path they belong to."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from urllib.parse import unquote

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mttui.api.arguments import jsonable, prepare
from mttui.api.catalogue import operations
from mttui.api.errors import InvalidArguments
from mttui.api.models.batches import BatchMessage, MailAddress

from .harness import ok, request, transport

HOSTILE_IDS = {
    "a/b": "a%2Fb",
    "/": "%2F",
    "//evil.example": "%2F%2Fevil.example",
    "a?b=c": "a%3Fb%3Dc",
    "a#b": "a%23b",
    "%2F": "%252F",
    "%2e%2e": "%252e%252e",
    "..": "%2E%2E",
    ".": "%2E",
    "../..": "..%2F..",
    "a b": "a%20b",
    "a;b": "a%3Bb",
    "a\\b": "a%5Cb",
    "a\r\nX-Evil: 1": "a%0D%0AX-Evil:%201",
    "budi+news@example.com": "budi+news@example.com",
    "éß→": "%C3%A9%C3%9F%E2%86%92",
}


def path_of(value: str) -> str:
    return request("campaigns.cancel", id=value).path


@pytest.mark.parametrize("value", HOSTILE_IDS)
async def test_an_id_stays_one_segment_of_the_path_that_is_sent(value: str) -> None:
    sender, platform = transport(ok())
    await sender.send(request("campaigns.cancel", id=value))
    sent = platform.requests[0].url
    prefix, segment, suffix = sent.raw_path.decode().rsplit("/", 2)
    assert (prefix, suffix) == ("/v1/campaigns", "cancel")
    assert unquote(segment) == value
    assert (sent.host, sent.query) == ("platform.test", b"")


@pytest.mark.parametrize(("value", "segment"), HOSTILE_IDS.items())
def test_how_an_id_is_escaped(value: str, segment: str) -> None:
    assert path_of(value) == f"/v1/campaigns/{segment}/cancel"


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_id_changes_the_path(value: str) -> None:
    url = httpx.URL("https://platform.test" + path_of(value))
    segments = url.raw_path.decode().split("/")
    assert segments[1:3] + segments[4:] == ["v1", "campaigns", "cancel"]
    assert unquote(segments[3]) == value
    assert not url.query
    assert not url.fragment


@pytest.mark.parametrize("value", ["", 7, None, True, ["a"], "\ud800"])
def test_what_is_no_id_is_refused(value: Any) -> None:
    with pytest.raises(InvalidArguments, match="id"):
        path_of(value)


@pytest.mark.parametrize(
    ("operation", "arguments", "named"),
    [
        ("campaigns.cancel", {}, "'id'"),
        ("campaigns.cancel", {"id": "c", "reason": "x"}, "'reason'"),
        ("campaigns.schedule", {"id": "c"}, "'due_date'"),
        ("campaigns.schedule", {"id": "c", "due_date": "2026-04-15T10:00:00Z"}, "due_date"),
        ("campaigns.schedule", {"id": "c", "dueDate": datetime(2026, 4, 15, tzinfo=UTC)}, "'dueDate'"),
        ("events.list", {"event": "open"}, "event"),
        ("events.list", {"page": "2"}, "page"),
        ("events.list", {"page": 2.5}, "page"),
        ("events.list", {"page": True}, "page"),
        ("velocity.rules.update", {"id": "r", "active": "yes"}, "active"),
        ("velocity.rules.update", {"id": "r", "threshold": "5"}, "threshold"),
        ("velocity.rules.update", {"id": "r", "threshold": math.nan}, "threshold"),
        ("velocity.rules.update", {"id": "r", "name": "\udcff"}, "name"),
        ("single_sends.bulk_delete", {"ids": "abc"}, "ids"),
        ("single_sends.bulk_delete", {"ids": ["a", 1]}, "ids.1"),
        ("batches.create", {"messages": [{"to": []}]}, "messages.0"),
        (
            "campaigns.create",
            {"subject": "s", "sender": {"email": "a@b.example", "adress": "x"}},
            "sender.adress",
        ),
    ],
)
def test_a_wrong_argument_is_named(operation: str, arguments: dict[str, Any], named: str) -> None:
    with pytest.raises(InvalidArguments) as caught:
        prepare(operations()[operation], arguments)
    assert named in caught.value.message
    assert caught.value.operation == operation


def test_query_and_names_on_the_wire() -> None:
    prepared = request(
        "events.list",
        event="bounced",
        email="a+b@example.com",
        campaign_id="c&d=e",
        date_from=datetime(2026, 4, 1, 12, 0, 7, 999, tzinfo=timezone(timedelta(hours=7))),
        date_to=date(2026, 4, 2),
        per_page=50,
    )
    assert prepared.query == (
        ("event", "bounced"),
        ("email", "a+b@example.com"),
        ("campaignId", "c&d=e"),
        ("dateFrom", "2026-04-01T05:00:07Z"),
        ("dateTo", "2026-04-02"),
        ("perPage", "50"),
    )
    assert prepared.body is None


async def test_a_query_value_arrives_as_it_was_given() -> None:
    sender, platform = transport(ok([]))
    await sender.send(request("events.list", email="a+b&c=d #%/é@example.com"))
    assert dict(platform.requests[0].url.params) == {"email": "a+b&c=d #%/é@example.com"}


def test_an_argument_that_is_none_is_left_out() -> None:
    prepared = request("velocity.rules.update", id="r", threshold=5, name=None)
    assert prepared.body == {"threshold": 5.0}
    assert request("campaigns.list", search=None).query == ()


def test_the_body_of_a_delete() -> None:
    prepared = request("single_sends.bulk_delete", ids=("a", "b"))
    assert (prepared.body, prepared.query) == ({"ids": ["a", "b"]}, ())


def test_models_and_mappings_travel_alike() -> None:
    as_model = BatchMessage(
        to=[MailAddress(email="a@b.example")],
        from_=MailAddress(email="c@d.example", name="C"),
        subject="s",
        body_html="<p>",
    )
    as_mapping = {
        "to": [{"email": "a@b.example"}],
        "from": {"email": "c@d.example", "name": "C"},
        "subject": "s",
        "bodyHtml": "<p>",
    }
    expected = {"messages": [as_mapping]}
    assert request("batches.create", messages=[as_model]).body == expected
    assert request("batches.create", messages=[as_mapping]).body == expected


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (datetime(2026, 4, 1, 12, tzinfo=UTC).replace(tzinfo=None), "2026-04-01T12:00:00Z"),
        (datetime(2026, 4, 1, 12, tzinfo=timezone(timedelta(hours=7))), "2026-04-01T05:00:00Z"),
        (date(2026, 4, 1), "2026-04-01"),
        ({"a": [date(2026, 4, 1), None, True, 1, 1.5, "x"]}, {"a": ["2026-04-01", None, True, 1, 1.5, "x"]}),
    ],
)
def test_what_json_has(value: Any, plain: Any) -> None:
    assert jsonable(value) == plain


@pytest.mark.parametrize(
    "value", [math.inf, -math.inf, math.nan, {"x"}, b"x", object(), "\ud800", {"\ud800": 1}]
)
def test_what_json_does_not_have(value: Any) -> None:
    with pytest.raises(ValueError, match=r"cannot be sent|surrogate"):
        jsonable([value])
