"""The poller: only what is wanted, never twice at once, slower on trouble, faster in an incident."""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import AsyncIterator

import pytest

from mttui.api.errors import PlatformTrouble, RateLimited
from mttui.stores.poller import Poller
from mttui.stores.store import Store
from tests.stepped_clock import SteppedClock, settle


class Question:
    """A fetch that counts, and can be made to hang or fail."""

    def __init__(self) -> None:
        self.asked = 0
        self.error: Exception | None = None
        self.hold: asyncio.Event | None = None

    async def __call__(self) -> int:
        self.asked += 1
        number = self.asked
        if self.hold is not None:
            await self.hold.wait()
        if self.error is not None:
            raise self.error
        return number


@pytest.fixture
def clock() -> SteppedClock:
    return SteppedClock()


@pytest.fixture
def faults() -> list[BaseException]:
    return []


@pytest.fixture
async def poller(clock: SteppedClock, faults: list[BaseException]) -> AsyncIterator[Poller]:
    poller = Poller(clock=clock, rng=random.Random(1), on_fault=faults.append)
    yield poller
    await poller.close()


def store_of(question: Question, *, interval: float = 10.0, urgent: float | None = None) -> Store[int]:
    return Store("test", question, interval=interval, incident_interval=urgent, topics=("campaigns",))


async def test_nothing_is_asked_until_somebody_wants_it(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    store = store_of(question)
    await clock.advance(60)
    assert question.asked == 0
    poller.want(store)
    await clock.advance(60)
    assert 6 <= question.asked <= 8
    assert store.snapshot.value == question.asked


async def test_polling_ends_with_the_last_lease(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    store = store_of(question)
    first, second = poller.want(store), poller.want(store)
    await clock.advance(1)
    first()
    first()
    await clock.advance(20)
    asked = question.asked
    assert asked >= 2
    second()
    await clock.advance(100)
    assert question.asked == asked
    assert poller.wanted() == ()


async def test_coming_back_soon_does_not_ask_again_at_once(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    store = store_of(question)
    poller.want(store)()
    release = poller.want(store)
    await clock.advance(1)
    release()
    assert question.asked == 1
    poller.want(store)
    await clock.advance(2)
    assert question.asked == 1
    await clock.advance(10)
    assert question.asked == 2


async def test_a_slow_answer_is_not_overlapped(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    question.hold = asyncio.Event()
    poller.want(store_of(question))
    await clock.advance(100)
    assert question.asked == 1
    question.hold.set()
    await clock.advance(11)
    assert question.asked == 2


async def test_a_refresh_joins_the_one_under_way(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    question.hold = asyncio.Event()
    store = store_of(question)
    waiting = [asyncio.create_task(poller.refresh(store)) for _ in range(3)]
    await settle()
    question.hold.set()
    await asyncio.gather(*waiting)
    assert question.asked == 1


async def test_failures_keep_the_data_and_slow_the_polling(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    store = store_of(question)
    poller.want(store)
    await clock.advance(1)
    question.error = PlatformTrouble("down", status=503)
    await clock.advance(300)
    assert store.snapshot.value == 1
    assert store.snapshot.error is question.error
    assert store.snapshot.is_stale(clock.monotonic())
    assert question.asked < 12
    question.error = None
    await clock.advance(61)
    assert store.snapshot.error is None
    assert not store.snapshot.is_stale(clock.monotonic())


async def test_retry_after_is_waited_for(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    question.error = RateLimited("slow down", status=429, retry_after=100)
    poller.want(store_of(question, interval=1))
    await clock.advance(85)
    assert question.asked == 1


async def test_an_incident_makes_it_faster_at_once(poller: Poller, clock: SteppedClock) -> None:
    question = Question()
    store = store_of(question, interval=30, urgent=2)
    poller.want(store)
    await clock.advance(5)
    assert question.asked == 1
    poller.hurry(True)
    await clock.advance(20)
    assert 10 <= question.asked <= 13
    assert store.snapshot.interval == 2


async def test_freezing_halts_all_but_the_watch_for_incidents(poller: Poller, clock: SteppedClock) -> None:
    shown, watched = Question(), Question()
    poller.want(store_of(shown))
    poller.want(store_of(watched), always=True)
    await clock.advance(1)
    poller.freeze(True)
    await clock.advance(50)
    assert shown.asked == 1
    assert watched.asked >= 5
    poller.freeze(False)
    await clock.advance(1)
    assert shown.asked == 2


async def test_a_change_refreshes_what_it_concerns(poller: Poller, clock: SteppedClock) -> None:
    concerned, other = Question(), Question()
    poller.want(store_of(concerned))
    poller.want(Store("other", other, interval=10, topics=("quotas",)))
    await clock.advance(1)
    poller.put_out_of_date(("campaigns.analytics",))
    await clock.advance(1)
    assert (concerned.asked, other.asked) == (2, 1)


async def test_polls_are_spread(clock: SteppedClock, poller: Poller) -> None:
    times: list[float] = []

    async def fetch() -> None:
        times.append(clock.monotonic())

    poller.want(Store("spread", fetch, interval=10))
    await clock.advance(200)
    gaps = {round(later - earlier, 3) for earlier, later in itertools.pairwise(times)}
    assert len(gaps) > 5
    assert all(9 <= gap <= 10 for gap in gaps)


async def test_a_bug_in_a_fetch_is_reported_and_polling_goes_on(
    poller: Poller, clock: SteppedClock, faults: list[BaseException]
) -> None:
    question = Question()
    question.error = ZeroDivisionError()
    poller.want(store_of(question))
    await clock.advance(61)
    assert question.asked >= 2
    assert faults
    assert set(map(type, faults)) == {ZeroDivisionError}
