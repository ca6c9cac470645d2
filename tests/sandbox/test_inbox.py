"""The inbox as a client sees it: lists, messages, and what each change makes of a thread."""

from __future__ import annotations

import json
import re
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mttui.sandbox import Fault, Sandbox
from mttui.sandbox.company import SUPPORT
from mttui.sandbox.engine.inbox_rows import STATUSES, number_of, split_address
from mttui.sandbox.engine.preview import LENGTH, one_line, own_words

from .helpers import Api, platform, sandbox

ADDRESS = re.compile(r"[^@\s]+@[^@\s]+")


async def every_thread(api: Api, **filters: str) -> list[dict[str, Any]]:
    """Read a list to its end, page by page."""
    rows: list[dict[str, Any]] = []
    total = 1
    while len(rows) < total:
        page = len(rows) // 100 + 1
        answer = await api.get("/v1/threads", page=page, perPage=100, **filters)
        rows += answer["data"]
        total = answer["meta"]["total"]
        assert answer["data"] or not total
    return rows


async def messages_of(api: Api, thread: str) -> list[dict[str, Any]]:
    messages = await api.data(f"/v1/threads/{thread}/messages")
    assert {each["threadId"] for each in messages} == {thread}
    return list(messages)


def expected_of(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """What a thread's row must say, told anew from its messages."""
    came = [each["receivedAt"] for each in messages if each["direction"] == "inbound"]
    went = [each["receivedAt"] for each in messages if each["direction"] == "outbound"]
    ways = {each["direction"] for each in messages}
    last_out = max((at for at, each in enumerate(messages) if each["direction"] == "outbound"), default=-1)
    unanswered = [each["receivedAt"] for each in messages[last_out + 1 :]]
    first_in = next((at for at, each in enumerate(messages) if each["direction"] == "inbound"), len(messages))
    answers = [each["receivedAt"] for each in messages[first_in:] if each["direction"] == "outbound"]
    customer = next((each["from"] for each in messages if each["direction"] == "inbound"), messages[0]["to"])
    name, address = split_address(customer)
    return {
        "subject": messages[0]["subject"], "contactName": name, "contactEmail": address,
        "messageCount": len(messages), "createdAt": messages[0]["receivedAt"],
        "direction": ways.pop() if len(ways) == 1 else "both",
        "lastDirection": messages[-1]["direction"],
        "lastInboundAt": came[-1] if came else None, "lastOutboundAt": went[-1] if went else None,
        "firstResponseAt": answers[0] if answers else None,
        "waitingSince": unanswered[0] if unanswered else None,
        "preview": one_line(own_words(messages[-1]["bodyText"])),
    }  # fmt: skip


async def check_rows(api: Api, threads: list[dict[str, Any]]) -> None:
    for thread in threads:
        expected = expected_of(await messages_of(api, thread["_id"]))
        assert {name: thread[name] for name in expected} == expected, thread["_id"]


async def test_a_row_says_what_its_messages_say() -> None:
    async with platform() as api:
        threads = await every_thread(api)
        assert len(threads) == 240
        await check_rows(api, threads)
        for thread in threads:
            assert thread["status"] in STATUSES
            assert thread["updatedAt"] == max(thread["lastInboundAt"] or "", thread["lastOutboundAt"] or "")
            assert thread["updatedAt"] < "2026-04-10T10:40:00Z"
            assert len(thread["preview"]) <= LENGTH
            assert ADDRESS.fullmatch(thread["contactEmail"])
            assert await api.data(f"/v1/threads/{thread['_id']}") == thread


async def test_the_contacts_of_threads_are_in_the_audience() -> None:
    async with platform() as api:
        people = Counter[bool]()
        for thread in await every_thread(api):
            found = await api.data("/v1/contacts", search=thread["contactEmail"])
            people[any(each["email"] == thread["contactEmail"] for each in found)] += 1
        assert people[True] > 10 * people[False]


async def test_the_list_goes_from_the_latest_to_the_oldest_and_filters_add_up() -> None:
    async with platform() as api:
        everything = await every_thread(api)
        times = [thread["updatedAt"] for thread in everything]
        assert times == sorted(times, reverse=True)
        for name, values in (
            ("status", ("open", "pending", "closed")), ("direction", ("inbound", "outbound", "both")),
        ):  # fmt: skip
            for value in values:
                found = await every_thread(api, **{name: value})
                assert found == [thread for thread in everything if thread[name] == value]
                assert found
        both = await every_thread(api, status="closed", direction="both")
        assert both == [
            each for each in everything if (each["status"], each["direction"]) == ("closed", "both")
        ]
        some = everything[17]
        assert some in await every_thread(api, search=some["contactName"].upper())
        assert (await api.get("/v1/threads", page=9, perPage=100))["data"] == []
        for per_page in (1, 7, 83, 100):
            for page in (1, 2, 3, 240 // per_page, 240 // per_page + 1):
                part = everything[(page - 1) * per_page : page * per_page]
                assert (await api.get("/v1/threads", page=page, perPage=per_page))["data"] == part


async def test_an_inbox_looks_real() -> None:
    async with platform() as api:
        threads = await every_thread(api)
        messages = [each for thread in threads for each in await messages_of(api, thread["_id"])]
        texts = "\n".join(each["bodyText"] for each in messages)
        markup = "\n".join(each["bodyHtml"] for each in messages)
        for quote in ("menulis:", " wrote:", "\nDari: ", "\nFrom: ", "\n> ", "\n-- \n"):
            assert quote in texts, quote
        for mark in (
            "gmail_quote", "divRplyFwdMsg", 'type="cite"', "yahoo_quoted", "<table", 'width="1" height="1"',
        ):  # fmt: skip
            assert mark in markup, mark
        assert {thread["status"] for thread in threads} == set(STATUSES)
        assert {1, 2, 3, 4} <= {thread["messageCount"] for thread in threads}
        automatic = {each["headers"].get("Auto-Submitted") for each in messages}
        assert automatic == {None, "auto-replied"}
        assert "Undelivered Mail Returned to Sender" in {thread["subject"] for thread in threads}
        files = [file for each in messages for file in each["attachments"]]
        assert {"image/jpeg", "application/pdf", "message/delivery-status"} <= {
            f["contentType"] for f in files
        }
        assert all(file["size"] > 0 and file["url"].startswith("https://") for file in files)


async def test_answers_name_what_they_answer() -> None:
    async with platform() as api:
        for thread in await every_thread(api, direction="both"):
            messages = await messages_of(api, thread["_id"])
            before: list[str] = []
            for each in messages:
                headers = each["headers"]
                if before:
                    assert headers["In-Reply-To"] == before[-1]
                    assert headers["References"].split() == before
                    assert each["subject"].startswith("Re:")
                before.append(headers["Message-ID"])
            assert len(set(before)) == len(messages)


async def test_inbound_mail_is_that_of_the_threads() -> None:
    async with platform() as api:
        listed = await api.get("/v1/inbound/messages", perPage=100)
        times = [each["receivedAt"] for each in listed["data"]]
        assert times == sorted(times, reverse=True)
        in_threads = 0
        for thread in await every_thread(api):
            messages = await messages_of(api, thread["_id"])
            in_threads += sum(each["direction"] == "inbound" for each in messages)
        assert listed["meta"]["total"] == in_threads
        for one in listed["data"][:5]:
            assert await api.data(f"/v1/inbound/messages/{one['_id']}") == one
            assert one in await messages_of(api, one["threadId"])


async def test_reading_twice_reads_the_same() -> None:
    async with platform() as api:
        first = [await messages_of(api, f"thr_{number:03d}") for number in (1, 80, 240)]
        assert [await messages_of(api, f"thr_{number:03d}") for number in (240, 80, 1)] == first[::-1]


async def test_a_restart_with_other_options_keeps_the_inbox(tmp_path: Path) -> None:
    path = str(tmp_path / "state.db")
    async with platform(db=path, seed=3, threads=30, contacts=500) as api:
        expected = [await messages_of(api, thread["_id"]) for thread in await every_thread(api)]
    async with platform(db=path, seed=4, threads=90, contacts=9000) as api:
        assert [await messages_of(api, thread["_id"]) for thread in await every_thread(api)] == expected


async def test_an_inbox_may_be_empty() -> None:
    async with platform(threads=0) as api:
        assert await api.get("/v1/threads") == {"data": [], "meta": {"page": 1, "perPage": 20, "total": 0}}


@pytest.mark.parametrize(
    "ref",
    [
        "thr_0",
        "thr_1",
        "thr_0001",
        "thr_000",
        "thr_9999",
        "inm_001",
        "thr_-01",
        "thr_",
        "thr_" + "9" * 40,
        "x",
    ],
)
async def test_an_id_that_is_none_is_not_found(ref: str) -> None:
    async with platform(threads=3) as api:
        answer = await api.do("GET", f"/v1/threads/{ref}", status=404)
        assert answer["error"] == "THREAD_NOT_FOUND"
        refused = await api.do("POST", f"/v1/threads/{ref}/reply", {"text": "x"}, status=404)
        assert refused["error"] == "THREAD_NOT_FOUND"


def test_numbers_and_ids() -> None:
    assert number_of("thr_001") == number_of("inm_001") == 1
    assert number_of("thr_100000") == 100_000
    assert [number_of(ref) for ref in ("thr_01", "thr_٣٣٣", "msg_001", "", "thr")] == [None] * 5


# Changes


async def a_thread(api: Api, **wanted: Any) -> dict[str, Any]:
    """Return the latest thread that has some values."""
    threads = await every_thread(api)
    return next(each for each in threads if all(each[name] == value for name, value in wanted.items()))


async def test_a_reply_joins_the_thread() -> None:
    async with platform() as api:
        thread = await a_thread(api, status="open", firstResponseAt=None, direction="inbound")
        assert thread["waitingSince"] is not None
        path = f"/v1/threads/{thread['_id']}"
        body = {
            "text": "It is on its way.\n\n> quoted",
            "cc": ["a@lapak.example"],
            "bcc": ["b@lapak.example"],
        }
        sent = (await api.do("POST", f"{path}/reply", body, status=201))["data"]
        assert (sent["threadId"], sent["bodyText"]) == (thread["_id"], body["text"])
        assert split_address(sent["to"]) == (thread["contactName"], thread["contactEmail"])
        assert split_address(sent["from"])[1] == SUPPORT
        assert (sent["headers"]["Cc"], sent["headers"]["Bcc"]) == ("a@lapak.example", "b@lapak.example")
        messages = await messages_of(api, thread["_id"])
        assert messages[-1] == sent
        assert sent["headers"]["In-Reply-To"] == messages[0]["headers"]["Message-ID"]
        after = await api.data(path)
        assert after["preview"] == "It is on its way."
        assert (after["status"], after["lastDirection"], after["direction"]) == ("open", "outbound", "both")
        assert after["waitingSince"] is None
        assert after["firstResponseAt"] == after["lastOutboundAt"] == after["updatedAt"] == sent["receivedAt"]
        assert (await every_thread(api))[0] == after
        assert (await every_thread(api, direction="both"))[0] == after


async def test_a_reply_goes_through_the_queue() -> None:
    async with platform() as api:
        thread = await a_thread(api, status="open")
        before = await api.data("/v1/sending-queues")
        body = {"text": "Halo", "cc": ["dewi@lapak.example"]}
        await api.do("POST", f"/v1/threads/{thread['_id']}/reply", body, status=201)
        after = await api.data("/v1/sending-queues")
        assert after["regular"]["pending"] == before["regular"]["pending"] + 2
        api.step(120)
        api.sandbox.catch_up()
        rows = api.sandbox.world.connection.execute(
            "SELECT email, state FROM messages WHERE subject = ?", (thread["subject"],)
        ).fetchall()
        assert {email for email, _ in rows} == {thread["contactEmail"], "dewi@lapak.example"}
        assert {state for _, state in rows} <= {"processing", "delayed", "delivered", "bounced", "failed"}


async def test_a_reply_with_the_same_key_is_sent_once() -> None:
    async with platform() as api:
        thread = await a_thread(api, status="open")
        path, key = f"/v1/threads/{thread['_id']}/reply", {"Idempotency-Key": "k-1"}
        first = await api.ask("POST", path, json={"text": "Halo"}, headers=key)
        again = await api.ask("POST", path, json={"text": "Halo"}, headers=key)
        assert (first.status_code, again.status_code) == (201, 201)
        assert first.json() == again.json()
        assert again.headers["Idempotent-Replayed"] == "true"
        other = await api.ask("POST", path, json={"text": "Something else"}, headers=key)
        assert (other.status_code, other.json()["error"]) == (409, "IDEMPOTENCY_KEY_REUSED")
        assert len(await messages_of(api, thread["_id"])) == thread["messageCount"] + 1


async def test_a_reply_whose_answer_was_cut_off_is_sent_once() -> None:
    async with platform() as api:
        thread = await a_thread(api, status="open")
        path, key = f"/v1/threads/{thread['_id']}/reply", {"Idempotency-Key": "k-2"}
        api.sandbox.faults.set("threads.reply", Fault(cut=True, times=1))
        cut = await api.ask("POST", path, json={"text": "Halo"}, headers=key)
        with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
            cut.json()
        again = await api.ask("POST", path, json={"text": "Halo"}, headers=key)
        assert again.json()["data"]["bodyText"] == "Halo"
        api.sandbox.faults.set("threads.reply", Fault(status=503, times=1))
        await api.do("POST", path, {"text": "Halo"}, status=503)
        assert len(await messages_of(api, thread["_id"])) == thread["messageCount"] + 1


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "TEXT_REQUIRED"),
        ({"text": "", "html": ""}, "TEXT_REQUIRED"),
        ({"text": 5}, "INVALID_TEXT"),
        ({"html": ["x"]}, "INVALID_HTML"),
        ({"text": "x", "cc": "a@b.example"}, "INVALID_CC"),
        ({"text": "x", "bcc": ["nobody"]}, "INVALID_BCC"),
        ({"text": "x", "cc": [5]}, "INVALID_CC"),
    ],
)
async def test_a_wrong_reply_is_refused_and_not_sent(body: Any, code: str) -> None:
    async with platform(threads=5) as api:
        before = await messages_of(api, "thr_001")
        answer = await api.do("POST", "/v1/threads/thr_001/reply", body, status=422)
        assert answer["error"] == code
        assert await messages_of(api, "thr_001") == before


async def test_status_and_labels_stay() -> None:
    async with platform(threads=50) as api:
        oldest = (await every_thread(api))[-1]
        path = f"/v1/threads/{oldest['_id']}"
        labelled = (await api.do("PATCH", f"{path}/labels", {"labels": ["vip", "a b", "vip"]}))["data"]
        assert labelled == {**oldest, "labels": ["vip", "a b"]}
        for status in ("snoozed", "pending", "closed", "open"):
            done = (await api.do("PATCH", f"{path}/status", {"status": status}))["data"]
            assert done["status"] == status
            listed = await api.get("/v1/threads", status="open")
            counted = sum(each["status"] == "open" for each in await every_thread(api))
            assert listed["meta"]["total"] == counted
        assert done == {**labelled, "status": "open", "updatedAt": "2026-04-10T10:40:00Z"}
        api.step(3600)
        assert (await api.data(path))["labels"] == ["vip", "a b"]
        refused = await api.do("PATCH", f"{path}/status", {"status": "lost"}, status=422)
        assert refused["error"] == "INVALID_STATUS"
        refused = await api.do("PATCH", f"{path}/labels", {"labels": "vip"}, status=422)
        assert refused["error"] == "INVALID_LABELS"


async def test_setting_the_status_that_it_has_is_no_update() -> None:
    async with platform(threads=50) as api:
        thread = (await every_thread(api))[-1]
        same = await api.do("PATCH", f"/v1/threads/{thread['_id']}/status", {"status": thread["status"]})
        assert same["data"] == thread


async def test_an_erased_person_is_gone_from_the_inbox() -> None:
    async with platform(threads=50) as api:
        newest = (await every_thread(api))[0]
        email = newest["contactEmail"]
        await api.do("POST", f"/v1/threads/{newest['_id']}/reply", {"text": "Halo"}, status=201)
        known = {each["_id"] for each in await every_thread(api)}
        await api.do("POST", "/v1/data-erasure/jobs", {"email": email}, status=202)
        api.step(4 * 3600)
        left = await every_thread(api)
        assert email not in {each["contactEmail"] for each in left}
        assert email not in json.dumps(await api.data("/v1/inbound/messages", perPage=100))
        await api.do("GET", f"/v1/threads/{newest['_id']}/messages", status=404)
        new = {each["_id"] for each in left} - known
        assert min(new) == "thr_051"
        await check_rows(api, left)
        job = await api.data("/v1/data-erasure/jobs/de_002")
        receipt = await api.ask("GET", job["downloadUrl"])
        assert receipt.json()["erased"]["threads"] >= 1


# Size


def plan_of(opened: Sandbox, sql: str) -> str:
    rows = opened.world.connection.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()
    return "\n".join(row[3] for row in rows)


@pytest.mark.parametrize(
    "where",
    ["1", "status = 'open'", "direction = 'both'", "status = 'open' AND direction = 'both'"],
)
def test_a_page_is_found_by_an_index_and_nothing_is_sorted(where: str) -> None:
    with sandbox() as opened:
        for order in ("updated_at DESC, id DESC", "updated_at, id"):
            plan = plan_of(
                opened, f"SELECT * FROM threads WHERE {where} ORDER BY {order} LIMIT 100 OFFSET 50"
            )
            assert "USING INDEX threads_" in plan
            assert "TEMP B-TREE" not in plan


def test_totals_are_those_of_the_threads_and_cost_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    with sandbox(threads=300) as opened:
        asked: list[str] = []
        opened.world.connection.set_trace_callback(asked.append)
        _, total = opened.world.inbox.threads({"status": "open"}, 0, 10)
        opened.world.connection.set_trace_callback(None)
        assert not [sql for sql in asked if "count(" in sql.lower()]
        (counted,) = opened.world.connection.execute(
            "SELECT count(*) FROM threads WHERE status = 'open'"
        ).fetchone()
        assert total == counted


def test_a_big_inbox_is_made_quickly_and_pages_cost_the_same_everywhere() -> None:
    began = time.process_time()
    with sandbox(threads=20_000) as opened:
        assert time.process_time() - began < 5  # of 10 s for 100,000, with room for a slow machine
        inbox = opened.world.inbox
        assert inbox.threads({}, 0, 1)[1] == 20_000
        for filters in ({}, {"status": "open"}, {"direction": "both", "status": "closed"}):
            total = inbox.threads(filters, 0, 1)[1]
            assert total > 1000
            for offset in (0, total // 2, total - 100):
                assert min(seconds_for(opened, filters, offset) for _ in range(5)) < 0.05


def seconds_for(opened: Sandbox, filters: dict[str, str], offset: int) -> float:
    began = time.process_time()
    rows, _ = opened.world.inbox.threads(filters, offset, 100)
    assert len(rows) == 100
    return time.process_time() - began
