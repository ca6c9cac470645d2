"""Tolerant reading: what the platform adds, changes or gets wrong costs one value, never the answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from mttui.api.models.base import Done, Identified, Model, Moment
from mttui.api.models.batches import BatchMessage
from mttui.api.models.campaigns import Campaign, CampaignSenderInput
from mttui.api.models.events import MessageEvent
from mttui.api.models.reputation import ReputationScore
from mttui.api.models.sending_queues import QueueFigures
from mttui.api.models.smtp_credentials import SmtpCredential
from mttui.api.models.velocity import VelocityEvent, VelocityStatus

APRIL = datetime(2026, 4, 10, 10, 0, tzinfo=UTC)
EPOCH = int(APRIL.timestamp())


class Part(Model):
    name: str = ""
    count: int | None = None


class Whole(Identified):
    at: Moment = None
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    either: float | Part | None = None
    several: tuple[int | bool, ...] = ()


@pytest.mark.parametrize(
    ("data", "id_"),
    [
        ({"_id": "evt_001"}, "evt_001"),
        ({"id": "evt_001"}, "evt_001"),
        ({"id": 42}, "42"),
        ({"_id": 42}, "42"),
        ({"_id": "a", "id": "b"}, "a"),
        ({}, ""),
        ({"id": None}, ""),
    ],
)
def test_ids(data: dict[str, Any], id_: str) -> None:
    assert VelocityEvent.read(data).id == id_


@pytest.mark.parametrize(
    "sent",
    [
        "2026-04-10T10:00:00Z",
        "2026-04-10T10:00:00.000Z",
        "2026-04-10T17:00:00+07:00",
        "2026-04-10 10:00",
        " 2026-04-10T10:00:00 ",
        EPOCH,
        float(EPOCH),
        EPOCH * 1000,
    ],
)
def test_times(sent: object) -> None:
    event = VelocityEvent.read({"triggeredAt": sent})
    assert event.triggered_at == APRIL
    assert event.triggered_at is not None
    assert event.triggered_at.tzinfo is UTC


@pytest.mark.parametrize(
    "sent", ["soon", "2026-13-45", True, [], {}, float("inf"), 1e300, -1e300, "0001-01-01T00:00:00+14:00"]
)
def test_what_is_no_time_is_left_out(sent: object) -> None:
    event = VelocityEvent.read({"triggeredAt": sent, "ruleName": "spike"})
    assert event.triggered_at is None
    assert event.unreadable == ("triggeredAt",)
    assert event.rule_name == "spike"


@pytest.mark.parametrize("sent", [None, ""])
def test_no_time(sent: object) -> None:
    event = VelocityEvent.read({"triggeredAt": sent})
    assert event.triggered_at is None
    assert event.unreadable == ()


def test_an_unknown_value_of_an_enumeration_is_kept_as_it_is() -> None:
    assert VelocityStatus.read({"sendingStatus": "half_asleep"}).sending_status == "half_asleep"
    assert Campaign.read({"stage": "Reported"}).stage == "Reported"
    assert MessageEvent.read({"event": "out_of_band"}).event == "out_of_band"


def test_unknown_fields_are_kept() -> None:
    status = VelocityStatus.read({"activeEvents": 1, "mood": {"now": "calm"}})
    assert status.unknown == {"mood": {"now": "calm"}}
    assert status.unreadable == ()


def test_a_null_is_an_absent_field() -> None:
    campaign = Campaign.read({"subject": None, "stage": None, "recipients": {"labels": None}})
    assert campaign.subject == ""
    assert campaign.recipients is not None
    assert campaign.recipients.labels == ()
    assert campaign.unreadable == ()


def test_a_value_of_a_wrong_type_costs_only_itself() -> None:
    whole = Whole.read(
        {
            "_id": "w",
            "part": {"name": "kept", "count": "many"},
            "parts": [
                {"name": "a", "count": [], "more": 1},
                "not an object",
                {"name": "c", "count": 3},
                {"name": {}, "count": 4},
            ],
        }
    )
    assert whole.id == "w"
    assert whole.part == Part(name="kept")
    assert [(part.name, part.count) for part in whole.parts] == [("a", None), ("c", 3), ("", 4)]
    assert whole.parts[0].unknown == {"more": 1}
    assert whole.unreadable == ("part.count", "parts.0.count", "parts.1", "parts.3.name")


def test_members_of_a_union_fail_as_one_value() -> None:
    whole = Whole.read({"either": "neither", "several": [1, "x", True, {}, 2]})
    assert whole.either is None
    assert whole.several == (1, True, 2)
    assert whole.unreadable == ("either", "several.1", "several.3")


def test_the_answer_that_was_read_is_not_changed() -> None:
    data = {"parts": [{"name": {}, "count": 1}], "part": 7}
    Whole.read(data)
    assert data == {"parts": [{"name": {}, "count": 1}], "part": 7}


@pytest.mark.parametrize("data", [None, [], "text", 7, True])
def test_what_is_no_object_is_no_model(data: object) -> None:
    with pytest.raises(TypeError, match="JSON object"):
        Whole.read(data)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
NAMES = st.sampled_from(["_id", "id", "at", "part", "parts", "either", "several", "name", "count"])
OBJECTS = st.dictionaries(NAMES, LEAVES | st.lists(LEAVES, max_size=2), max_size=4)


@settings(deadline=None, max_examples=60)
@given(st.dictionaries(NAMES, LEAVES | OBJECTS | st.lists(LEAVES | OBJECTS, max_size=3), max_size=5))
def test_any_object_can_be_read(data: dict[str, Any]) -> None:
    whole = Whole.read(data)
    assert isinstance(whole.id, str)
    assert all(isinstance(part, Part) for part in whole.parts)


def test_done_reads_every_answer_of_an_action() -> None:
    assert Done.read({"message": "Velocity rule deleted"}).message == "Velocity rule deleted"
    assert Done.read({"deleted": True}).deleted is True
    assert Done.read({}).message == ""


def test_both_queues_together() -> None:
    queues = QueueFigures.read({"regular": {"pending": 120, "failed": 3}, "scheduled": {"pending": 45}})
    assert (queues.pending, queues.processing, queues.failed) == (165, None, 3)
    assert QueueFigures.read({}).pending is None


def test_a_factor_may_be_measured_in_numbers_or_words() -> None:
    score = ReputationScore.read({"factors": [{"value": 2.1}, {"value": "clean"}]})
    assert [factor.value for factor in score.factors] == [2.1, "clean"]


def test_a_password_is_in_no_repr() -> None:
    credential = SmtpCredential.read({"id": 1, "username": "u", "password": "pw-not-to-be-seen"})
    assert credential.password == "pw-not-to-be-seen"
    assert "pw-not" not in repr(credential) + str(credential)


def test_what_was_read_does_not_change() -> None:
    with pytest.raises(ValidationError):
        VelocityStatus.read({}).active_events = 3


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (CampaignSenderInput, {"email": "a@b.example", "nmae": "x"}),
        (CampaignSenderInput, {"email": 7}),
        (CampaignSenderInput, {}),
        (BatchMessage, {"to": [{"email": "a", "extra": 1}], "from": {"email": "b"}}),
    ],
)
def test_writing_is_strict(model: Any, data: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        model(**data)
