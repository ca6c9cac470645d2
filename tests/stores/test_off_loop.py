"""Calls beside the event loop: in their order, to their end, and with what they raise."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from mttui.stores.off_loop import OffLoop


@pytest.fixture
def beside() -> Iterator[OffLoop]:
    calls = OffLoop("test-beside")
    yield calls
    calls.close()


class Gate:
    """Something that a thread waits for, until the test lets it go on."""

    def __init__(self) -> None:
        self.opened, self.reached = threading.Event(), threading.Event()
        self.passed: list[str] = []

    def wait(self, name: str) -> str:
        self.reached.set()
        assert self.opened.wait(10)
        self.passed.append(name)
        return name

    def note(self, name: str) -> str:
        self.passed.append(name)
        return name


async def test_it_returns_what_is_returned_and_raises_what_is_raised(beside: OffLoop) -> None:
    assert await beside(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        await beside(divmod, 7, 0)
    assert beside.pending == 0


async def test_it_runs_on_a_thread_of_its_own_with_a_name(beside: OffLoop) -> None:
    first = await beside(threading.current_thread)
    assert first is not threading.current_thread()
    assert first.name.startswith("test-beside")
    assert await beside(threading.current_thread) is first


async def test_calls_keep_their_order(beside: OffLoop) -> None:
    gate = Gate()
    calls = [asyncio.ensure_future(beside(gate.wait, "first"))]
    calls += [asyncio.ensure_future(beside(gate.note, f"{number}")) for number in range(5)]
    await asyncio.sleep(0)
    assert beside.pending == 6
    gate.opened.set()
    assert await asyncio.gather(*calls) == gate.passed == ["first", "0", "1", "2", "3", "4"]
    assert beside.pending == 0


async def test_what_was_asked_for_is_done_though_nobody_waits_any_more(beside: OffLoop) -> None:
    """Also what had not begun when its caller was cancelled, as a screen that is left."""
    gate = Gate()
    calls = [asyncio.ensure_future(beside(call, name)) for call, name in ((gate.wait, "a"), (gate.note, "b"))]
    await asyncio.sleep(0)
    for call in calls:
        call.cancel()
    await asyncio.wait(calls)
    assert all(call.cancelled() for call in calls)
    assert beside.pending == 2
    gate.opened.set()
    assert await beside(gate.note, "c") == "c"
    assert gate.passed == ["a", "b", "c"]
    assert beside.pending == 0


def test_closing_does_what_waits_after_the_loop_has_ended() -> None:
    beside, gate = OffLoop("test-beside"), Gate()

    async def begin() -> None:
        for call, name in ((gate.wait, "a"), (gate.note, "b")):
            asyncio.get_running_loop().create_task(beside(call, name))
        await asyncio.sleep(0)

    asyncio.run(begin())
    gate.opened.set()
    beside.close()
    assert gate.passed == ["a", "b"]
