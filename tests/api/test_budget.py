"""The request budget: a minute's worth, a person's requests ahead of polls."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

import pytest

from mttui.api.budget import Priority, RequestBudget
from mttui.api.client import Mailtarget
from tests.clock import FakeClock
from tests.stepped_clock import SteppedClock, settle

from .harness import ok, transport

INTERACTIVE, POLL = Priority.INTERACTIVE, Priority.POLL

Start = Callable[[Coroutine[Any, Any, None]], "asyncio.Task[None]"]


@pytest.fixture
async def start() -> AsyncIterator[Start]:
    """Start tasks that end with the test."""
    tasks: list[asyncio.Task[None]] = []

    def begin(coroutine: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        tasks.append(asyncio.create_task(coroutine))
        return tasks[-1]

    yield begin
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def spend(budget: RequestBudget, count: int, priority: Priority = INTERACTIVE) -> None:
    for _ in range(count):
        await budget.acquire(priority)


async def test_requests_within_the_budget_do_not_wait() -> None:
    clock = FakeClock()
    budget = RequestBudget(60, clock=clock)
    await spend(budget, 60)
    assert (budget.used, clock.slept) == (60, [])


async def test_the_next_waits_until_the_oldest_is_a_minute_old() -> None:
    clock = FakeClock()
    budget = RequestBudget(3, clock=clock)
    for _ in range(3):
        await budget.acquire(INTERACTIVE)
        clock.advance(5)
    await budget.acquire(INTERACTIVE)
    assert clock.monotonic() == 60.0
    await budget.acquire(INTERACTIVE)
    assert clock.monotonic() == 65.0


async def test_no_minute_ever_holds_more_than_the_budget() -> None:
    clock = FakeClock()
    budget = RequestBudget(5, clock=clock)
    at: list[float] = []
    for number in range(40):
        clock.advance(number % 7)
        await budget.acquire(POLL if number % 3 else INTERACTIVE)
        at.append(clock.monotonic())
    for begin in at:
        assert sum(begin <= moment < begin + 60 for moment in at) <= 5


async def test_what_was_spent_is_forgotten_after_a_minute() -> None:
    clock = FakeClock()
    budget = RequestBudget(10, clock=clock)
    await spend(budget, 4)
    clock.advance(59.9)
    assert budget.used == 4
    clock.advance(0.1)
    assert budget.used == 0


async def test_polls_leave_room_for_a_person() -> None:
    clock = FakeClock()
    budget = RequestBudget(10, clock=clock, reserve=0.2)
    await spend(budget, 8, POLL)
    assert clock.monotonic() == 0.0
    await spend(budget, 2, INTERACTIVE)
    assert clock.monotonic() == 0.0
    await budget.acquire(POLL)
    assert clock.monotonic() == 60.0


async def test_a_budget_of_one_still_lets_polls_through() -> None:
    clock = FakeClock()
    budget = RequestBudget(1, clock=clock, reserve=0.9)
    await spend(budget, 2, POLL)
    assert clock.monotonic() == 60.0


async def test_a_person_goes_ahead_of_polls_that_wait_longer(start: Start) -> None:
    clock = SteppedClock()
    budget = RequestBudget(10, clock=clock, reserve=0.0)
    await spend(budget, 10, POLL)
    order: list[Priority] = []

    async def ask(priority: Priority) -> None:
        await budget.acquire(priority)
        order.append(priority)

    for priority in (POLL, POLL, INTERACTIVE, POLL, INTERACTIVE):
        start(ask(priority))
        await settle()
    await clock.advance(59)
    assert order == []
    await clock.advance(1.2)
    assert order[:2] == [INTERACTIVE, INTERACTIVE]
    assert order[2:] == [POLL, POLL, POLL]


async def test_polls_wait_while_a_person_waits(start: Start) -> None:
    clock = SteppedClock()
    budget = RequestBudget(2, clock=clock, reserve=0.5)
    await spend(budget, 2)
    done: list[str] = []

    async def ask(name: str, priority: Priority) -> None:
        await budget.acquire(priority)
        done.append(name)

    start(ask("poll", POLL))
    start(ask("person", INTERACTIVE))
    await clock.advance(61)
    assert done == ["person"], "the room that came is the person's"
    await clock.advance(60)
    assert done == ["person", "poll"]


async def test_a_waiter_that_is_cancelled_spends_nothing_and_holds_nobody_up() -> None:
    clock = SteppedClock()
    budget = RequestBudget(1, clock=clock)
    await budget.acquire(INTERACTIVE)
    given_up = asyncio.create_task(budget.acquire(INTERACTIVE))
    await settle()
    given_up.cancel()
    await asyncio.gather(given_up, return_exceptions=True)
    poll = asyncio.create_task(budget.acquire(POLL))
    await clock.advance(60.1)
    assert poll.done()
    assert budget.used == 1


async def test_a_rate_limit_blocks_everybody_for_as_long_as_it_says() -> None:
    clock = FakeClock()
    budget = RequestBudget(100, clock=clock)
    budget.block(20)
    assert budget.blocked_for == 20.0
    await budget.acquire(INTERACTIVE)
    assert clock.monotonic() == 20.0
    assert budget.blocked_for == 0.0


async def test_a_shorter_block_does_not_end_a_longer_one() -> None:
    clock = FakeClock()
    budget = RequestBudget(100, clock=clock)
    budget.block(20)
    budget.block(5)
    assert budget.blocked_for == 20.0


@pytest.mark.parametrize("per_minute", [0, -1])
def test_a_budget_of_nothing_is_refused(per_minute: int) -> None:
    with pytest.raises(ValueError, match="at least 1"):
        RequestBudget(per_minute, clock=FakeClock())


async def test_all_callers_of_a_client_share_it() -> None:
    clock = FakeClock()
    sender, platform = transport(ok(), clock=clock, per_minute=4)
    client = Mailtarget(sender)
    polls = client.for_polls()
    for _ in range(3):
        await polls.velocity.status.get()
    await client.velocity.status.get()
    assert (sender.budget.used, clock.monotonic()) == (4, 0.0)
    await client.velocity.status.get()
    assert clock.monotonic() == 60.0
    assert platform.tries == 5


async def test_a_lower_limit_comes_when_the_window_has_turned() -> None:
    clock = FakeClock()
    budget = RequestBudget(100, clock=clock, reserve=0)
    for _ in range(80):
        await budget.acquire(Priority.POLL)
    budget.per_minute = 20
    before = clock.monotonic()
    await budget.acquire(Priority.POLL)
    assert clock.monotonic() == before
    clock.advance(61)
    assert budget.per_minute == 20
    for _ in range(20):
        await budget.acquire(Priority.POLL)
    assert clock.monotonic() == before + 61
    await budget.acquire(Priority.POLL)
    assert clock.monotonic() >= before + 121


async def test_a_higher_limit_holds_at_once() -> None:
    clock = FakeClock()
    budget = RequestBudget(2, clock=clock, reserve=0)
    await budget.acquire(Priority.POLL)
    await budget.acquire(Priority.POLL)
    budget.per_minute = 3
    await budget.acquire(Priority.POLL)
    assert clock.monotonic() == FakeClock().monotonic()


async def test_the_watch_on_incidents_is_not_held_back_by_the_polls_of_screens() -> None:
    clock = SteppedClock()
    budget = RequestBudget(10, clock=clock, reserve=0.2)
    await spend(budget, 8, POLL)
    panel = asyncio.create_task(budget.acquire(POLL))
    await spend(budget, 1, Priority.WATCH)
    await clock.advance(1)
    assert not panel.done()
    panel.cancel()
