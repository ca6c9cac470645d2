"""What the state of a record forbids, and why: campaigns, single sends, batches, streams, messages."""

from __future__ import annotations

import pytest

from .test_reasons_deliverability import reason


@pytest.mark.parametrize(
    ("operation", "allowed", "forbidden"),
    [
        ("campaigns.send", "DRAFT", "SENDING"),
        ("campaigns.send", "scheduled", "sent"),
        ("campaigns.schedule", "DRAFT", "SENDING"),
        ("campaigns.cancel", "SENDING", "DRAFT"),
        ("campaigns.cancel", "SCHEDULED", "sent"),
    ],
)
def test_the_stage_of_a_campaign(operation: str, allowed: str, forbidden: str) -> None:
    assert reason("campaigns", operation, {"_id": "1", "stage": allowed}) is None
    assert forbidden.casefold() in (reason("campaigns", operation, {"_id": "1", "stage": forbidden}) or "")


@pytest.mark.parametrize(
    ("resource", "operation", "allowed", "forbidden"),
    [
        ("single_sends", "single_sends.schedule", "draft", "sending"),
        ("single_sends", "single_sends.unschedule", "scheduled", "draft"),
        ("batches", "batches.send", "pending", "sending"),
        ("automations", "automations.activate", "draft", "active"),
        ("email_activity.messages", "sending_queues.resend", "failed", "delivered"),
    ],
)
def test_the_status_of_what_is_sent(resource: str, operation: str, allowed: str, forbidden: str) -> None:
    assert reason(resource, operation, {"_id": "1", "status": allowed}) is None
    assert forbidden in (reason(resource, operation, {"_id": "1", "status": forbidden}) or "")
    assert reason(resource, operation, {"_id": "1"}) is None


def test_a_stream_is_archived_or_taken_out_of_the_archive() -> None:
    active, archived = {"_id": "1", "active": True}, {"_id": "1", "active": False}

    assert reason("message_streams", "message_streams.archive", active) is None
    assert reason("message_streams", "message_streams.unarchive", archived) is None
    assert reason("message_streams", "message_streams.archive", archived)
    assert reason("message_streams", "message_streams.unarchive", active)
