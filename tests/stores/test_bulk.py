"""A run over many records: its plan, its pauses, and that a doubtful row is never asked anew."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable

import httpx
import pytest

from mttui.api.budget import RequestBudget
from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.retry import RetryPolicy
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.stores.bulk import BulkRow, BulkRun, RowState, RunState
from tests.api.harness import Secret
from tests.clock import FakeClock

CANCEL = operations()["campaigns.cancel"]
DONE = httpx.Response(200, json={"data": {"campaignId": "c", "stage": "DRAFT"}})
Answer = Callable[[httpx.Request], httpx.Response]


class Platform:
    """Answers as a test says, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.answer: Answer = lambda _: DONE

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append((request.url.path.split("/")[3], request.headers["Idempotency-Key"]))
        return self.answer(request)


@pytest.fixture
def platform() -> Platform:
    return Platform()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def client(platform: Platform, clock: FakeClock) -> AsyncIterator[Mailtarget]:
    sender = Transport(
        TransportSettings(base_url="http://test", retry=RetryPolicy(attempts=1)),
        key=Secret("k"),
        clock=clock,
        rng=random.Random(1),
        budget=RequestBudget(60, clock=clock),
        trace=Trace(),
        http_transport=httpx.MockTransport(platform),
    )
    client = Mailtarget(sender)
    yield client
    await client.aclose()


def run_of(client: Mailtarget, count: int, clock: FakeClock | None = None) -> BulkRun:
    rows = [BulkRow(f"c{n}", {"id": f"c{n}"}) for n in range(count)]
    return BulkRun(client, CANCEL, rows, clock or FakeClock())


async def test_all_rows_are_done_once_and_in_order(client: Mailtarget, platform: Platform) -> None:
    run = run_of(client, 5)
    run.start()
    await run.wait()
    assert run.state is RunState.FINISHED
    assert [name for name, _ in platform.asked] == ["c0", "c1", "c2", "c3", "c4"]
    assert len({key for _, key in platform.asked}) == 5
    assert run.counts[RowState.DONE] == 5


async def test_the_plan_says_how_long_it_takes_at_the_budget(client: Mailtarget) -> None:
    plan = run_of(client, 480).plan()
    assert (plan.rows, plan.per_minute) == (480, 48)
    assert plan.seconds == pytest.approx(60 * (480 - 48) / 48)


async def test_it_leaves_room_in_the_budget_for_the_person(client: Mailtarget, clock: FakeClock) -> None:
    run = run_of(client, 60, clock)
    run.start()
    await run.wait()
    assert clock.monotonic() >= 60, "12 of 60 had to wait for the next minute"
    assert client.transport.budget.used <= 48


async def test_what_is_refused_is_told_row_by_row(client: Mailtarget, platform: Platform) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if "c1" in request.url.path:
            return httpx.Response(400, json={"message": "it is sent", "error": "CAMPAIGN_INVALID_STAGE"})
        return DONE

    platform.answer = answer
    run = run_of(client, 3)
    run.start()
    await run.wait()
    assert [row.state for row in run.rows] == [RowState.DONE, RowState.FAILED, RowState.DONE]
    kept = [json.loads(line) for line in run.undone()]
    assert [(each["name"], each["code"]) for each in kept] == [("c1", "CAMPAIGN_INVALID_STAGE")]


async def test_a_doubtful_row_is_tried_again_with_its_key_and_a_refused_one_with_another(
    client: Mailtarget, platform: Platform
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if "c0" in request.url.path:
            raise httpx.ReadTimeout("late")
        return httpx.Response(400, json={"message": "no", "error": "NO"})

    platform.answer = answer
    run = run_of(client, 2)
    run.start()
    await run.wait()
    assert [row.state for row in run.rows] == [RowState.DOUBTFUL, RowState.FAILED]
    first = dict(platform.asked)
    platform.asked.clear()
    platform.answer = lambda _: DONE
    run.retry()
    await run.wait()
    again = dict(platform.asked)
    assert again["c0"] == first["c0"]
    assert again["c1"] != first["c1"]
    assert run.counts[RowState.DONE] == 2


async def test_it_pauses_by_itself_when_nothing_works(client: Mailtarget, platform: Platform) -> None:
    platform.answer = lambda _: httpx.Response(400, json={"message": "no", "error": "NO"})
    run = run_of(client, 20)
    paused = asyncio.Event()
    run.subscribe(lambda: paused.set() if run.state is RunState.PAUSED else None)
    run.start()
    await paused.wait()
    assert run.counts[RowState.FAILED] == 5
    assert "one after the other" in run.why_paused
    platform.answer = lambda _: DONE
    run.start()
    await run.wait()
    assert run.counts[RowState.DONE] == 15


async def test_a_key_that_may_not_pauses_at_the_first_row(client: Mailtarget, platform: Platform) -> None:
    platform.answer = lambda _: httpx.Response(403, json={"message": "no scope", "error": "forbidden"})
    run = run_of(client, 3)
    paused = asyncio.Event()
    run.subscribe(lambda: paused.set() if run.state is RunState.PAUSED else None)
    run.start()
    await paused.wait()
    assert len(platform.asked) == 1
    run.stop()
    await run.wait()


async def test_a_stopped_run_sends_nothing_more_and_can_be_taken_up(
    client: Mailtarget, platform: Platform
) -> None:
    run = run_of(client, 4)

    def answer(request: httpx.Request) -> httpx.Response:
        if "c1" in request.url.path:
            run.stop()
        return DONE

    platform.answer = answer
    run.start()
    await run.wait()
    assert run.state is RunState.STOPPED
    assert run.counts == {RowState.DONE: 2, RowState.SKIPPED: 2, RowState.WAITING: 0}
    platform.answer = lambda _: DONE
    run.retry()
    await run.wait()
    assert [name for name, _ in platform.asked] == ["c0", "c1", "c2", "c3"]
    assert run.counts[RowState.DONE] == 4
