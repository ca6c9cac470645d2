"""One box with a state file, a platform, and copies of mttui on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import httpx

from mttui.api.models.threads import Thread
from mttui.local.database import Database
from mttui.local.draft import Draft, Seen, new_draft
from mttui.local.outgoing import Outgoing
from mttui.stores.inbox.clocks import ResponseClock
from mttui.stores.inbox.reply import Reply, Turnout
from tests.local.copies_of_mttui import Living

from .copies import PROFILE, Copy, Family
from .mail_platform import CALM, MailPlatform, Wire
from .virtual import LoopClock

WINDOW = 10.0
"""Seconds in which a reply can be called back."""


class Desk:
    """Where the tests sit.

    Args:
        database: the state file.
    """

    def __init__(self, database: Database) -> None:
        self.database, self.clock, self.living = database, LoopClock(), Living()
        self.platform = MailPlatform(self.clock)
        self.family = Family()
        self.copies: list[Copy] = []
        self.is_full = False
        """Whether the state file takes nothing."""

    def copy(self, *, window: float = WINDOW) -> Copy:
        """Start a copy of mttui."""
        copy = Copy(
            f"copy {len(self.copies)}", self.database, self.living, self.platform, self.clock,
            window=window, is_full=lambda: self.is_full,
        )  # fmt: skip
        self.copies.append(copy)
        return copy

    async def close(self) -> None:
        """End all copies; none of them may have met a bug."""
        faults = [fault for copy in self.copies for fault in copy.told.faults]
        for copy in self.copies:
            await copy.kill(self.family)
            await copy.client.aclose()
        assert faults == []

    async def rest(self, seconds: float = 0.001) -> None:
        """Let everything come to rest that needs no time."""
        await self.clock.sleep(seconds)

    def thread(self, thread_id: str) -> Thread:
        """A thread as a list would show it now."""
        return Thread.read(self.platform.threads[thread_id])

    def draft(self, thread_id: str, body: str, **fields: Any) -> Draft:
        """A draft by somebody who has read the thread."""
        rows = self.platform.messages[thread_id]
        seen = Seen(len(rows), rows[-1]["id"])
        return replace(new_draft(PROFILE, thread_id, seen=seen, body=body), **fields)

    def reply(self, thread_id: str, body: str, clock: ResponseClock | None = None, **fields: Any) -> Reply:
        """A reply by somebody who has read the thread."""
        return Reply(self.thread(thread_id), self.draft(thread_id, body, **fields), clock, "Open")

    def spoil(self, part: str, *wires: Wire, method: str = "") -> None:
        """Have the next requests whose path ends so meet with this, each with one; then all is calm."""
        left = list(wires)

        def wire(request: httpx.Request) -> Wire:
            fits = request.url.path.endswith(part) and method in ("", request.method)
            return left.pop(0) if left and fits else CALM

        self.platform.wire = wire

    def always(self, wire: Wire, part: str = "", method: str = "") -> None:
        """Have every request whose path ends so meet with this."""

        def found(request: httpx.Request) -> Wire:
            fits = request.url.path.endswith(part) and method in ("", request.method)
            return wire if fits else CALM

        self.platform.wire = found


def turnouts(copy: Copy) -> list[Turnout]:
    """What was said about replies."""
    return [each.turnout for each in copy.told.reports]


def row_of(copy: Copy, body: str) -> Outgoing:
    """The row of a reply in the state file."""
    (found,) = [each for each in copy.outbox.recent(PROFILE) if each.body == body]
    return found


def on_desk(copy: Copy) -> list[str]:
    """The texts of the drafts that can be gone on with."""
    return [each.body for each in copy.drafts.within_reach(PROFILE)]


async def until(holds: Callable[[], bool], clock: LoopClock, within: float = 600.0) -> float:
    """Let time pass until something holds; returns the seconds that it took."""
    began = clock.monotonic()
    while not holds():
        assert clock.monotonic() - began < within, "it did not come about"
        await asyncio.sleep(0.25)
    return clock.monotonic() - began


DAY = timedelta(days=1)
