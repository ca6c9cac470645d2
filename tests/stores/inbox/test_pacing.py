from __future__ import annotations

import asyncio

import pytest

from mttui.stores.inbox.pacing import QUIET, Pacing
from tests.stores.inbox.virtual import run


def test_what_nobody_waits_for_is_done_when_it_is_quiet_unless_it_is_called_off() -> None:
    async def try_it() -> None:
        pacing, done = Pacing(), list[str]()
        pacing.when_quiet(lambda: done.append("a"))
        call_off = pacing.when_quiet(lambda: done.append("b"))
        await asyncio.sleep(QUIET * 0.9)
        assert (done, pacing.waiting) == ([], 2)
        call_off()
        call_off()
        assert pacing.waiting == 1
        await asyncio.sleep(QUIET)
        assert (done, pacing.waiting) == (["a"], 0)

    run(try_it())


@pytest.mark.parametrize("seconds", [0.0, 0.02])
def test_to_call_off_what_was_done_does_nothing(seconds: float) -> None:
    async def try_it() -> None:
        pacing, done = Pacing(seconds), list[int]()
        call_off = pacing.when_quiet(lambda: done.append(pacing.waiting))
        await asyncio.sleep(QUIET if seconds else 0.001)
        call_off()
        assert (done, pacing.waiting) == ([0], 0)

    run(try_it())
