"""Values of the platform as text with a meaning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from mttui.api.models.base import Identified, Model, Moment
from mttui.text import Role, Span, line_width, plain
from mttui.views.bodies import readable
from mttui.views.fields import (
    columns_among,
    columns_for,
    fields_in,
    fields_of,
    grid_columns,
    kind_of,
    name_among,
    name_field,
    value_at,
)
from mttui.views.resource import Field, Kind
from mttui.views.values import MASKED, STATUS_ROLES, Now, cell, detail_lines, row_text

AT = datetime(2026, 11, 22, 2, 40, tzinfo=UTC)
NOW = Now(AT, ZoneInfo("Asia/Jakarta"))


class Sender(Model):
    email: str = ""
    api_key: str | None = None


class Mailing(Identified):
    subject: str = ""
    stage: str | None = None
    member_count: int | None = None
    bounce_rate: float | None = None
    size_bytes: int | None = None
    active: bool | None = None
    labels: tuple[str, ...] = ()
    html_content: str | None = None
    signing_key: str | None = None
    sender: Sender | None = None
    steps: tuple[Sender, ...] = ()
    created_at: Moment = None


RECORD = Mailing.read(
    {
        "_id": "m1",
        "subject": "Hello",
        "stage": "IN_PROGRESS",
        "memberCount": 12_345,
        "bounceRate": 7.25,
        "sizeBytes": 2_048,
        "active": True,
        "labels": ["news", "vip"],
        "htmlContent": "<html><body><p>Hi <b>you</b></p><a href='https://x.example/a'>Go</a></body></html>",
        "signingKey": "top-secret",
        "sender": {"email": "a@shop.example", "apiKey": "k-123"},
        "steps": [{"email": "b@shop.example"}, {"email": "c@shop.example"}],
        "createdAt": (AT - timedelta(hours=3)).isoformat(),
        "novelField": "kept",
    }
)


def shown(path: str, record: Any = RECORD) -> Span:
    field = next((each for each in fields_of(type(record)) if each.path == path), Field(path))
    return cell(record, field, NOW)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("subject", "Hello"),
        ("stage", "in progress"),
        ("member_count", "12,345"),
        ("bounce_rate", "7.2 %"),
        ("size_bytes", "2.0 kB"),
        ("active", "yes"),
        ("labels", "news, vip"),
        ("html_content", "82 B"),
        ("signing_key", MASKED),
        ("steps", "2 of them"),
        ("created_at", "3h"),
        ("sender.email", "a@shop.example"),
        ("novelField", "kept"),
        ("nothing", "–"),
    ],
)
def test_cells(path: str, text: str) -> None:
    assert shown(path).text == text


def test_a_secret_shows_nowhere_but_where_it_was_just_made() -> None:
    fields = fields_of(Mailing)
    hidden = "\n".join(plain(each) for each in detail_lines(RECORD, fields, NOW, 78))
    told = "\n".join(plain(each) for each in detail_lines(RECORD, fields, NOW, 78, reveal=True))

    assert "top-secret" not in hidden
    assert "k-123" not in hidden + shown("sender").text + row_text(RECORD)
    assert "top-secret" in told


def test_words_of_an_enumeration_have_a_meaning_and_stay_words() -> None:
    assert shown("stage") == Span("in progress", Role.WARN)
    assert cell({"type": "TXT"}, Field("type", kind=Kind.STATUS), NOW).text == "TXT"
    assert STATUS_ROLES["bounced"] is Role.BAD
    assert STATUS_ROLES["delivered"] is Role.GOOD
    assert not any(" " in word or word != word.casefold() for word in STATUS_ROLES)


def test_the_future_is_not_an_age() -> None:
    record = Mailing.read({"createdAt": (AT + timedelta(minutes=5)).isoformat()})

    assert shown("created_at", record).text == "in 5m"


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("2026-11-20T02:40:00Z", "2d"), ("2026-11-20", "2026-11-20"), ("monthly", "monthly")],
)
def test_a_time_that_no_model_declares_has_an_age_all_the_same(sent: str, shown: str) -> None:
    bare = Identified.read({"_id": "t1", "createdAt": sent})

    assert cell(bare, fields_in(bare)[-1], NOW).text == shown
    written = "\n".join(plain(each) for each in detail_lines(bare, fields_in(bare), NOW, 76))
    assert ("2026-11-20 02:40:00 UTC" if shown == "2d" else sent) in written


@pytest.mark.parametrize("width", [40, 78, 118, 198])
def test_the_detail_shows_every_field_within_its_width(width: int) -> None:
    lines = detail_lines(RECORD, fields_in(RECORD), NOW, width)
    text = "\n".join(plain(each) for each in lines)

    assert all(line_width(each) <= width for each in lines), text
    for words in ("Hello", "12,345", "a@shop.example", "b@shop.example", "news", "vip", "Hi you", "kept"):
        assert words in text
    assert "2026-11-21 23:40:00 UTC" in text


def test_the_detail_gives_the_local_time_too() -> None:
    lines = detail_lines(RECORD, [Field("created_at", "Created", Kind.MOMENT)], NOW, 78)

    assert plain(lines[0]) == "Created  2026-11-21 23:40:00 UTC  2026-11-22 06:40:00 WIB  3h 00m ago"


def test_the_line_ends_of_raw_mail_are_line_ends() -> None:
    assert readable("From: a@b.example\r\nSubject: Hi\r\n") == "From: a@b.example\nSubject: Hi\n"


def test_links_of_a_body_show_where_they_go() -> None:
    assert readable(RECORD.html_content or "") == "Hi you\nGo <https://x.example/a>"
    assert "steal" not in readable("<p>a</p><script>steal()</script>")


def test_a_body_of_any_size_is_read_soon() -> None:
    huge = "<p>" + "word " * 2_000_000
    record = Mailing(html_content=huge)
    lines = detail_lines(record, [Field("html_content", "HTML", Kind.BODY)], NOW, 78)

    assert len(lines) < 5_000


def test_plain_objects_have_fields_as_well() -> None:
    record = {"count": 5, "inner": {"email": "a@shop.example"}, "when": None}
    text = "\n".join(plain(each) for each in detail_lines(record, fields_in(record), NOW, 60))

    assert "a@shop.example" in text
    assert value_at(record, "inner.email") == "a@shop.example"
    assert cell("news", Field(""), NOW).text == "news"


def test_the_eye_goes_to_name_and_status_first() -> None:
    columns = [each.path for each in columns_for(Mailing, name_field(Mailing))]

    assert columns[:2] == ["subject", "stage"]
    assert columns[-1] == "created_at"
    assert "html_content" not in columns
    assert "signing_key" not in columns
    assert {"member_count", "bounce_rate"} <= set(columns)
    placed = grid_columns(columns_for(Mailing, "subject"))
    assert [each.align for each in placed if each.id == "member_count"] == ["right"]
    assert max(placed, key=lambda each: each.priority).id == "subject"


def test_what_no_model_declares_is_told_by_its_names_and_values() -> None:
    class Nothing(Model):
        pass

    row = Nothing.read({"_id": "x1", "displayName": "Summer", "isDefault": True, "status": "active",
                        "memberCount": 7, "createdAt": "2026-11-01T00:00:00Z"})  # fmt: skip
    fields = fields_in(row)
    columns = [each.path for each in columns_among(fields, name_among(fields))]

    assert columns[:3] == ["display_name", "status", "member_count"]
    assert columns[-1] == "created_at"
    assert value_at(row, "id") == "x1"


@pytest.mark.parametrize(
    ("name", "annotation", "kind"),
    [
        ("created_at", datetime | None, Kind.MOMENT),
        ("password", str, Kind.SECRET),
        ("campaign_id", str | None, Kind.ID),
        ("open_rate", float, Kind.PERCENT),
        ("total", int, Kind.COUNT),
        ("corporate", float, Kind.NUMBER),
        ("credential_id", int, Kind.ID),
        ("threshold", float | None, Kind.NUMBER),
        ("enabled", bool, Kind.FLAG),
        ("labels", tuple[str, ...], Kind.LIST),
        ("sender", Sender | None, None),
        ("metadata", dict[str, Any], None),
    ],
)
def test_kinds_follow_from_type_and_name(name: str, annotation: Any, kind: Kind | None) -> None:
    assert kind_of(name, annotation) is kind
