"""Calls that wait for the disk or take long, made beside the event loop so that no key waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class OffLoop:
    """One thread that does what it is given, in the order of the calls.

    Args:
        name: of the thread, for those who look at the process.
    """

    def __init__(self, name: str) -> None:
        self.pending = 0
        """Calls that have not come back."""
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def __call__(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call a function on the thread and return what it returns, or raise what it raises.

        The call itself runs, and to its end, even when the caller is cancelled.
        """
        loop = asyncio.get_running_loop()
        came_back: asyncio.Future[None] = loop.create_future()
        called = self._thread.submit(partial(call, *args, **kwargs))
        self.pending += 1

        def wake(_: Future[Any]) -> None:
            with suppress(RuntimeError):  # the loop has ended: nobody waits
                loop.call_soon_threadsafe(self._came_back, came_back)

        called.add_done_callback(wake)
        await came_back
        return called.result()

    def close(self) -> None:
        """Do what is waiting, and end the thread."""
        self._thread.shutdown(wait=True)

    def _came_back(self, came_back: asyncio.Future[None]) -> None:
        self.pending -= 1
        if not came_back.done():
            came_back.set_result(None)
