"""Calls that wait for the disk or take long, made beside the event loop so that no key waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

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

        The call itself runs to its end even when the caller is cancelled.
        """
        self.pending += 1
        try:
            done = asyncio.get_running_loop().run_in_executor(self._thread, partial(call, *args, **kwargs))
            return await done
        finally:
            self.pending -= 1

    def close(self) -> None:
        """Do what is waiting, and end the thread."""
        self._thread.shutdown(wait=True)
