"""Customers over time: they write, answer, reopen what was closed, and come in floods."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from mttui.sandbox import Sandbox
from mttui.sandbox.company import SUPPORT
from mttui.sandbox.engine.customers import usual_rate
from mttui.sandbox.engine.inbox_rows import STATUSES
from mttui.sandbox.engine.letters import FLOOD
from mttui.sandbox.scenarios.base import CALM_START
from mttui.sandbox.scenarios.inbox_flood import LETTERS_A_MINUTE

from .helpers import Api, platform, sandbox
from .test_inbox import check_rows, every_thread, messages_of

OFFICE = datetime(2026, 4, 10, 3, 0, tzinfo=UTC)
"""Ten in the morning in Jakarta, on a Friday."""
HOUR = 3600


def mail_since(opened: Sandbox, start: float) -> list[tuple[Any, ...]]:
    columns = "thread_id, direction, at, sender, subject, text"
    rows = opened.world.connection.execute(
        f"SELECT {columns} FROM thread_messages WHERE at > ? ORDER BY id", (int(start),)
    )
    return list(rows.fetchall())


def played(seconds: int, scenario: str = "calm", **options: Any) -> list[tuple[Any, ...]]:
    with sandbox(scenario, **({"start": OFFICE} | options)) as opened:
        began = opened.world.now
        opened.clock.step(seconds)
        opened.catch_up()
        return mail_since(opened, began)


def test_mail_comes_in_at_a_modest_rate() -> None:
    morning = played(2 * HOUR)
    assert 25 <= len(morning) <= 65
    assert {row[1] for row in morning} == {"inbound"}
    assert len({row[3] for row in morning}) > 0.8 * len(morning)
    assert len({row[4] for row in morning}) > 12


def test_nights_and_weekends_are_quieter() -> None:
    rates = [usual_rate(int((OFFICE + timedelta(hours=hours)).timestamp())) for hours in (0, 9, 15, 24)]
    office, evening, night, saturday = rates
    assert office > evening > night > 0
    assert saturday == office / 2
    assert len(played(HOUR, start=OFFICE + timedelta(hours=15))) < len(played(HOUR))


def test_the_same_seed_brings_the_same_mail() -> None:
    assert played(HOUR) == played(HOUR)
    assert played(HOUR) != played(HOUR, seed=8)


def test_nothing_comes_in_before_the_start() -> None:
    with sandbox(threads=0) as opened:
        assert mail_since(opened, 0) == []


def test_how_time_is_cut_up_makes_no_difference() -> None:
    with sandbox(start=OFFICE) as coarse, sandbox(start=OFFICE) as fine:
        coarse.clock.step(700)
        coarse.catch_up()
        for _ in range(100):
            fine.clock.step(7)
            fine.catch_up()
        assert mail_since(coarse, 0) == mail_since(fine, 0)


def test_mail_changes_nothing_else_of_a_run() -> None:
    """Sending goes on as with another inbox."""

    def sent(threads: int) -> list[tuple[Any, ...]]:
        with sandbox("bounce-spike", threads=threads) as opened:
            opened.clock.step(300)
            opened.catch_up()
            return list(opened.world.connection.execute("SELECT * FROM messages ORDER BY id").fetchall())

    assert sent(240) == sent(3)


async def test_what_came_in_is_a_thread_like_the_others() -> None:
    async with platform(start=OFFICE, threads=5) as api:
        api.step(2 * HOUR)
        threads = await every_thread(api)
        assert len(threads) > 25
        await check_rows(api, threads)
        new = [each for each in threads if each["_id"] > "thr_005"]
        assert {each["status"] for each in new} == {"open"}
        assert all(each["labels"] == [] for each in new)


# Answers


async def reply_to_all(
    api: Api, threads: list[dict[str, Any]], body: dict[str, Any]
) -> dict[str, dict[str, Any]]:
    sent = {}
    for thread in threads:
        answer = await api.do("POST", f"/v1/threads/{thread['_id']}/reply", body, status=201)
        sent[thread["_id"]] = answer["data"]
    return sent


async def of_people(api: Api) -> list[dict[str, Any]]:
    """Open threads that people began."""
    found = []
    for thread in await every_thread(api, status="open"):
        messages = await messages_of(api, thread["_id"])
        if not {"Auto-Submitted", "Precedence"} & messages[0]["headers"].keys():
            found.append(thread)
    return found


async def test_some_replies_are_answered_within_hours() -> None:
    async with platform(start=OFFICE) as api:
        threads = await of_people(api)
        body = {"text": "Sudah kami cek: paketnya di gudang Cakung.", "html": "<p>Sudah kami cek.</p>"}
        sent = await reply_to_all(api, threads, body)
        api.step(60)
        soon = {each["_id"]: each for each in await every_thread(api)}
        assert all(soon[ref]["waitingSince"] is None for ref in sent)
        api.step(2 * HOUR)
        after = {each["_id"]: each for each in await every_thread(api)}
        answered = [ref for ref in sent if after[ref]["lastDirection"] == "inbound"]
        assert 0.2 * len(sent) < len(answered) < 0.9 * len(sent)
        waits = set()
        for ref in answered:
            ours, theirs = (await messages_of(api, ref))[-2:]
            assert ours == sent[ref]
            assert theirs["headers"]["In-Reply-To"] == ours["headers"]["Message-ID"]
            assert theirs["from"] == ours["to"]
            assert "Sudah kami cek" in theirs["bodyText"]
            waits.add((after[ref]["lastInboundAt"] > ours["receivedAt"], after[ref]["waitingSince"] is None))
        assert waits == {(True, False)}
        await check_rows(api, list(after.values()))


async def test_a_reply_in_html_alone_is_quoted_as_text() -> None:
    async with platform(start=OFFICE) as api:
        threads = await of_people(api)
        await reply_to_all(api, threads, {"html": "<style>p{}</style><p>Paketnya <b>sudah</b> dikirim.</p>"})
        api.step(2 * HOUR)
        after = [await messages_of(api, each["_id"]) for each in threads]
        texts = [messages[-1]["bodyText"] for messages in after if messages[-1]["direction"] == "inbound"]
        assert texts
        assert all("Paketnya" in text and "<b>" not in text and "p{}" not in text for text in texts)


@pytest.mark.parametrize("status", STATUSES)
async def test_an_answer_opens_the_thread_again(status: str) -> None:
    async with platform(start=OFFICE) as api:
        threads = (await of_people(api))[:20]
        await reply_to_all(api, threads, {"text": "Sudah."})
        for thread in threads:
            await api.do("PATCH", f"/v1/threads/{thread['_id']}/labels", {"labels": ["mine"]})
            await api.do("PATCH", f"/v1/threads/{thread['_id']}/status", {"status": status})
        api.step(2 * HOUR)
        after = [await api.data(f"/v1/threads/{thread['_id']}") for thread in threads]
        seen = {(each["lastDirection"], each["status"]) for each in after}
        assert seen == {("inbound", "open"), ("outbound", status)}
        assert all(each["labels"] == ["mine"] for each in after)


async def test_programs_do_not_answer() -> None:
    async with platform(start=OFFICE) as api:
        people = {each["_id"] for each in await of_people(api)}
        programs = [each for each in await every_thread(api, status="open") if each["_id"] not in people]
        assert len(programs) >= 3
        for _ in range(3):
            await reply_to_all(api, programs, {"text": "Hello?"})
        api.step(2 * HOUR)
        after = [await api.data(f"/v1/threads/{each['_id']}") for each in programs]
        assert {each["lastDirection"] for each in after} == {"outbound"}


async def test_the_latest_reply_is_answered_and_once() -> None:
    async with platform(start=OFFICE) as api:
        threads = (await of_people(api))[:15]
        for words in ("First.", "Second."):
            await reply_to_all(api, threads, {"text": words})
        api.step(2 * HOUR)
        for thread in threads:
            messages = await messages_of(api, thread["_id"])
            new = messages[thread["messageCount"] + 2 :]
            assert len(new) <= 1
            assert all("Second." in each["bodyText"] for each in new)


async def test_what_was_sent_before_the_start_is_answered_too() -> None:
    async with platform(start=OFFICE) as api:
        before = {each["_id"]: each for each in await every_thread(api)}
        api.step(2 * HOUR)
        after = [each for each in await every_thread(api) if each["_id"] in before]
        reopened = [each for each in after if each["messageCount"] > before[each["_id"]]["messageCount"]]
        assert 2 <= len(reopened) <= 20
        assert {each["status"] for each in reopened} == {"open"}
        assert {before[each["_id"]]["status"] for each in reopened} <= {"pending", "snoozed", "closed"}


def test_a_restart_loses_no_answer(tmp_path: Path) -> None:
    def play(*parts: int, db: str) -> list[tuple[Any, ...]]:
        for part in parts:
            with sandbox(start=OFFICE, db=db) as opened:
                opened.clock.step(part)
                opened.catch_up()
                found = mail_since(opened, 0)
        return found

    whole = play(HOUR, db=":memory:")
    assert play(600, 1500, HOUR - 2100, db=str(tmp_path / "a.db")) == whole


# The flood


def test_the_flood_rises_and_ebbs() -> None:
    with sandbox("inbox-flood", start=OFFICE, threads=20) as opened:
        began = opened.world.now
        minutes = Counter[int]()
        opened.clock.step(CALM_START + 60 * (len(LETTERS_A_MINUTE) + 10))
        opened.catch_up()
        mail = [row for row in mail_since(opened, began) if row[1] == "inbound"]
        for row in mail:
            minutes[(row[2] - began - 1 - CALM_START) // 60] += 1
        assert minutes[-1] <= 3
        assert all(minutes[minute] >= 24 for minute in range(1, 8))
        assert max(minutes[minute] for minute in range(25, 35)) <= 6
        assert 350 <= len(mail) <= 700
        assert opened.world.scenario.phase(opened.world.elapsed) == "over"
        assert opened.world.velocity.status == "active"


async def test_most_of_the_flood_is_about_one_thing() -> None:
    async with platform("inbox-flood", start=OFFICE, threads=20) as api:
        api.step(CALM_START + 10 * 60)
        new = [each for each in await every_thread(api) if each["_id"] > "thr_020"]
        subjects = Counter(each["subject"] for each in new)
        payments = {topic.subject for topic in FLOOD[:4]}
        assert sum(subjects[subject] for subject in payments) > len(new) / 2
        assert subjects.most_common(1)[0][1] > len(new) / 6
        body = {
            "messages": [
                {"from": SUPPORT, "subject": each["subject"], "body": each["preview"]} for each in new[:100]
            ]
        }
        verdicts = (await api.do("POST", "/v1/inbound/classify/batch", body))["data"]
        kinds = Counter(each["category"] for each in verdicts)
        assert kinds["billing"] > 50
        assert sum(each["priority"] == "high" for each in verdicts) > 20


@pytest.mark.parametrize("scenario", ["inbox-flood"])
def test_its_lines_fit_and_name_the_keys(scenario: str) -> None:
    with sandbox(scenario, threads=0) as opened:
        story = opened.world.scenario
        for line in (story.before, story.hint, story.after):
            assert len(line) <= 72
            assert " 3 " in f" {line} " or "(3)" in line
            assert all(f"{key} " in line or f" {key}." in line for key in ("x", "d", "t"))
