"""Campaigns, batches, single sends and scheduled messages, through their whole life."""

from __future__ import annotations

from typing import Any

import pytest

from .helpers import Api, platform

EXAMPLE = "663f1a2b4c5d6e7f8a9b0c1d"
CAMPAIGN = {
    "subject": "Halo",
    "sender": {"name": "Lapak", "email": "halo@promo.lapak.example"},
    "recipients": {"labels": ["vip"]},
    "htmlContent": "<p>Halo</p>",
}


async def refused(api: Api, method: str, path: str, status: int, code: str, body: Any = None) -> None:
    answer = await api.do(method, path, body, status=status)
    assert answer["error"] == code


async def test_a_campaign_is_made_sent_and_done() -> None:
    async with platform(contacts=400) as api:
        made = (await api.do("POST", "/v1/campaigns", CAMPAIGN, status=201))["data"]
        assert (made["stage"], made["sentCount"]) == ("DRAFT", 0)
        members = made["memberCount"]
        assert members > 0
        path = f"/v1/campaigns/{made['_id']}"
        sent = (await api.do("POST", f"{path}/send"))["data"]
        assert sent["stage"] == "SENDING"
        await refused(api, "DELETE", path, 409, "CAMPAIGN_INVALID_STAGE")
        await refused(api, "PUT", path, 409, "CAMPAIGN_INVALID_STAGE", {"subject": "No"})
        api.step(200)
        done = await api.data(path)
        assert done["stage"] == "SENT"
        figures = await api.data(f"{path}/analytics")
        assert figures["sentCount"] + figures["failedCount"] == members
        assert figures["deliveredCount"] + figures["bounceCount"] + figures["delayedCount"] == (
            figures["sentCount"] - figures["processingCount"]
        )
        await api.do("DELETE", path)
        await refused(api, "GET", path, 404, "CAMPAIGN_NOT_FOUND")


async def test_a_scheduled_campaign_starts_when_due() -> None:
    async with platform() as api:
        path = f"/v1/campaigns/{EXAMPLE}"
        answer = await api.do("POST", f"{path}/schedule", {"dueDate": "2026-04-10T10:45:00Z"})
        assert answer["data"]["dueDate"] == "2026-04-10T10:45:00Z"
        api.step(299)
        assert (await api.data(path))["stage"] == "SCHEDULED"
        api.step(11)
        assert (await api.data(path))["stage"] == "SENDING"


async def test_an_unfinished_campaign_is_not_sent() -> None:
    async with platform() as api:
        bare = {"subject": "Halo", "sender": {"email": "a@promo.lapak.example"}}
        made = (await api.do("POST", "/v1/campaigns", bare, status=201))["data"]
        await refused(api, "POST", f"/v1/campaigns/{made['_id']}/send", 422, "CAMPAIGN_INCOMPLETE")
        await api.do(
            "PUT", f"/v1/campaigns/{made['_id']}", {"htmlContent": "x", "recipients": {"labels": ["a"]}}
        )
        await api.do("POST", f"/v1/campaigns/{made['_id']}/send")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "SUBJECT_REQUIRED"),
        ({**CAMPAIGN, "subject": 5}, "INVALID_SUBJECT"),
        ({"subject": "x"}, "SENDER_REQUIRED"),
        ({"subject": "x", "sender": "me"}, "INVALID_SENDER"),
        ({**CAMPAIGN, "recipients": {"labels": "vip"}}, "INVALID_RECIPIENTS"),
        ({**CAMPAIGN, "dueDate": "soon"}, "INVALID_DUE_DATE"),
    ],
)
async def test_a_wrong_campaign_is_refused_by_field(body: Any, code: str) -> None:
    async with platform() as api:
        await refused(api, "POST", "/v1/campaigns", 422, code, body)


async def test_an_update_with_a_wrong_field_changes_nothing() -> None:
    async with platform() as api:
        path = f"/v1/campaigns/{EXAMPLE}"
        before = await api.data(path)
        await refused(api, "PUT", path, 422, "INVALID_SNIPPET", {"subject": "New", "snippet": 5})
        assert await api.data(path) == before
        changed = (await api.do("PUT", path, {"subject": "New", "dueDate": "2026-04-11T08:00:00Z"}))["data"]
        assert (changed["subject"], changed["dueDate"]) == ("New", "2026-04-11T08:00:00Z")
        assert changed["memberCount"] == before["memberCount"]
        assert [c["_id"] for c in await api.data("/v1/campaigns", search="new")] == [EXAMPLE]


async def test_a_cancelled_campaign_can_be_sent_again_to_the_rest() -> None:
    async with platform("bounce-spike") as api:
        await api.until_fired()
        api.step(60)
        path = "/v1/campaigns/664a0be1c9d3f27a5e81b6d0"
        await api.do("POST", f"{path}/cancel")
        await refused(api, "POST", f"{path}/cancel", 409, "CAMPAIGN_INVALID_STAGE")
        sent = (await api.data(path))["sentCount"]
        source = api.sandbox.world.source_of("campaign", "664a0be1c9d3f27a5e81b6d0")
        assert source is not None
        failed = source.totals["failed"]
        assert source.remaining == 12_480 - sent - failed
        await api.do("POST", f"{path}/send")
        api.step(30)
        assert (await api.data(path))["stage"] == "SENDING"
        assert source.remaining < 12_480 - sent - failed


async def test_campaigns_are_searched_and_found_by_a_short_id() -> None:
    async with platform() as api:
        found = await api.get("/v1/campaigns", search="welcome")
        assert [c["_id"] for c in found["data"]] == [EXAMPLE]
        assert found["meta"]["total"] == 1
        assert "htmlContent" not in found["data"][0]
        short = await api.get("/v1/campaigns/663f1a2b/recipients", status="bounced")
        assert short["meta"]["total"] == 0


async def test_recipients_are_listed_by_what_became_of_them() -> None:
    async with platform("bounce-spike") as api:
        api.step(400)
        path = "/v1/campaigns/664a0be1c9d3f27a5e81b6d0"
        figures = await api.data(f"{path}/analytics")
        for status, name in (
            ("bounced", "bounceCount"), ("delivered", "deliveredCount"), ("opened", "openCount"),
            ("clicked", "clickCount"), ("pending", "pendingCount"),
        ):  # fmt: skip
            listed = await api.get(f"{path}/recipients", status=status, perPage=100)
            assert listed["meta"]["total"] == figures[name], status
        bounced = await api.data(f"{path}/recipients", status="bounced")
        assert all(row["bounceReason"] and row["deliveredAt"] is None for row in bounced)
        await refused(api, "GET", f"{path}/recipients?status=lost", 422, "INVALID_STATUS")


async def test_the_calendar_goes_on() -> None:
    async with platform() as api:
        api.step(75 * 60)
        batches = {b["_id"]: b["status"] for b in await api.data("/v1/batches")}
        assert batches == {"bat_001": "completed", "bat_002": "pending", "bat_003": "sending"}
        figures = await api.data("/v1/batches/bat_001")
        source = api.sandbox.world.source_of("batch", "bat_001")
        assert source is not None
        assert figures["sentCount"] + source.totals["failed"] == figures["messageCount"]


MESSAGE = {
    "to": [{"email": "a@gmail.example"}, {"email": "b@kantor.example"}],
    "from": {"email": "noreply@mail.lapak.example", "name": "Lapak"},
    "subject": "Welcome",
    "bodyHtml": "<h1>Hi</h1>",
}


async def test_a_batch_goes_to_those_it_names() -> None:
    async with platform() as api:
        made = (await api.do("POST", "/v1/batches", {"name": "W", "messages": [MESSAGE]}, status=201))["data"]
        assert (made["status"], made["messageCount"]) == ("pending", 2)
        path = f"/v1/batches/{made['_id']}"
        assert (await api.do("POST", f"{path}/send"))["data"]["status"] == "sending"
        await refused(api, "DELETE", path, 400, "BATCH_NOT_PENDING")
        api.step(240)
        done = await api.data(path)
        assert (done["status"], done["sentCount"]) == ("completed", 2)
        events = await api.data("/v1/events", email="b@kantor.example")
        assert {e["batchId"] for e in events} == {made["_id"]}
        assert {e["subject"] for e in events} == {"Welcome"}
        assert events[-1]["event"] == "sent"


async def test_a_pending_batch_can_be_cancelled() -> None:
    async with platform() as api:
        made = (await api.do("POST", "/v1/batches", {"messages": [MESSAGE]}, status=201))["data"]
        await api.do("DELETE", f"/v1/batches/{made['_id']}")
        assert (await api.data(f"/v1/batches/{made['_id']}"))["status"] == "cancelled"
        await refused(api, "POST", f"/v1/batches/{made['_id']}/send", 409, "BATCH_NOT_PENDING")


@pytest.mark.parametrize(
    ("messages", "status", "code"),
    [
        (None, 422, "MESSAGES_REQUIRED"),
        ([], 422, "MESSAGES_REQUIRED"),
        ([{**MESSAGE, "subject": ""}], 422, "SUBJECT_REQUIRED"),
        ([{**MESSAGE, "to": []}], 422, "TO_REQUIRED"),
        ([{**MESSAGE, "to": [{"email": "nobody"}]}], 422, "INVALID_EMAIL"),
        ([{**MESSAGE, "from": "me"}], 422, "INVALID_MESSAGES"),
        ([MESSAGE] * 501, 413, "BATCH_TOO_LARGE"),
    ],
)
async def test_a_wrong_batch_is_refused(messages: Any, status: int, code: str) -> None:
    async with platform() as api:
        await refused(api, "POST", "/v1/batches", status, code, {"name": "W", "messages": messages})


async def test_a_single_send_is_made_scheduled_and_sent() -> None:
    async with platform(contacts=500) as api:
        body = {"name": "News", "subject": "Kabar", "listIds": ["lst_001"]}
        made = (await api.do("POST", "/v1/single-sends", body, status=201))["data"]
        path = f"/v1/single-sends/{made['_id']}"
        assert (made["status"], made["sendAt"]) == ("draft", None)
        await refused(api, "POST", f"{path}/unschedule", 409, "SINGLE_SEND_INVALID_STATUS")
        at = {"sendAt": "2026-04-10T10:45:00Z"}
        assert (await api.do("POST", f"{path}/schedule", at))["data"]["status"] == "scheduled"
        assert (await api.do("POST", f"{path}/unschedule"))["data"]["status"] == "draft"
        await api.do("POST", f"{path}/schedule", at)
        api.step(600)
        done = await api.data(path)
        assert done["status"] == "sent"
        assert done["sentCount"] > 0


async def test_a_running_single_send_can_be_stopped() -> None:
    async with platform() as api:
        stopped = (await api.do("POST", "/v1/single-sends/ss_001/unschedule"))["data"]
        assert (stopped["status"], stopped["sendAt"]) == ("draft", None)
        api.step(120)
        again = await api.data("/v1/single-sends/ss_001")
        assert again["sentCount"] == stopped["sentCount"]


async def test_single_sends_are_found_copied_and_deleted() -> None:
    async with platform() as api:
        copy = (await api.do("POST", "/v1/single-sends/ss_001/duplicate", status=201))["data"]
        assert copy["status"] == "draft"
        assert copy["name"].startswith("Copy of")
        found = await api.data("/v1/single-sends/search", q="copy of")
        assert [one["_id"] for one in found] == [copy["_id"]]
        assert await api.data("/v1/single-sends/categories") == ["newsletter", "promotion"]
        renamed = await api.do("PUT", f"/v1/single-sends/{copy['_id']}", {"name": "Other"})
        assert (renamed["data"]["name"], renamed["data"]["subject"]) == ("Other", copy["subject"])
        missing = {"ids": [copy["_id"], "none"]}
        await refused(api, "DELETE", "/v1/single-sends/bulk", 404, "SINGLE_SEND_NOT_FOUND", missing)
        await refused(api, "DELETE", "/v1/single-sends/ss_001", 409, "SINGLE_SEND_INVALID_STATUS")
        await api.do("DELETE", "/v1/single-sends/bulk", {"ids": [copy["_id"]]})
        await refused(api, "GET", f"/v1/single-sends/{copy['_id']}", 404, "SINGLE_SEND_NOT_FOUND")


async def test_scheduled_messages_are_moved_and_cancelled() -> None:
    async with platform() as api:
        listed = await api.get("/v1/scheduled-messages", perPage=100)
        queues = await api.data("/v1/sending-queues")
        assert listed["meta"]["total"] == queues["scheduled"]["pending"] > 30
        times = [row["scheduledFor"] for row in listed["data"]]
        assert times == sorted(times)
        first = listed["data"][0]
        path = f"/v1/scheduled-messages/{first['_id']}"
        moved = await api.do("PUT", path, {"scheduledFor": "2026-04-16T10:00:00Z"})
        assert moved["data"]["scheduledFor"] == "2026-04-16T10:00:00Z"
        last = (await api.data("/v1/scheduled-messages", perPage=100))[-1]
        assert last["_id"] == first["_id"]
        past = {"scheduledFor": "2026-04-09T10:00:00Z"}
        await refused(api, "PUT", path, 422, "INVALID_SCHEDULED_FOR", past)
        await api.do("DELETE", path)
        await refused(api, "GET", path, 404, "SCHEDULED_MESSAGE_NOT_FOUND")
        bounded = await api.get("/v1/scheduled-messages", dateTo="2026-04-10T10:50:00Z", perPage=100)
        assert 0 < bounded["meta"]["total"] < listed["meta"]["total"]


async def test_purging_the_scheduled_queue_cancels_what_waits_there() -> None:
    async with platform() as api:
        before = await api.data("/v1/sending-queues")
        assert await api.do("DELETE", "/v1/sending-queues/scheduled") == {"message": "Scheduled queue purged"}
        after = await api.data("/v1/sending-queues")
        assert after["scheduled"]["pending"] == 0
        assert after["regular"] == before["regular"]
        cancelled = await api.get("/v1/events", event="cancelled")
        assert cancelled["meta"]["total"] == before["scheduled"]["pending"]


async def test_a_failed_message_can_be_sent_again() -> None:
    async with platform() as api:
        body = {"messageId": "msg_001"}
        assert await api.do("POST", "/v1/sending-queues/resend", body) == {"message": "Message resent"}
        await refused(api, "POST", "/v1/sending-queues/resend", 409, "MESSAGE_NOT_FAILED", body)
        api.step(300)
        events = [e["event"] for e in await api.data("/v1/events/msg_001")]
        assert events[0] == "sent"
        assert {"delivered", "bounced"} & set(events)
        none = {"messageId": "msg_999999"}
        await refused(api, "POST", "/v1/sending-queues/resend", 404, "MESSAGE_NOT_FOUND", none)
