"""Copies of mttui on one box that share a state file: each can be killed at any moment."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Coroutine, Generator
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, ParamSpec, TypeVar

import httpx

from mttui.api.budget import RequestBudget
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.models.threads import Thread
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.local.database import Database
from mttui.local.drafts import Drafts
from mttui.local.errors import DatabaseError
from mttui.local.outbox import Outbox
from mttui.local.response_log import Responses
from mttui.local.snoozes import Snooze, Snoozes
from mttui.stores.deeds import Deed, Deeds
from mttui.stores.inbox.conversations import Conversations
from mttui.stores.inbox.following import Following
from mttui.stores.inbox.overlay import Overlay
from mttui.stores.inbox.pacing import Pacing
from mttui.stores.inbox.replies import Replies
from mttui.stores.inbox.reply import Report
from mttui.stores.inbox.snoozing import Snoozing
from mttui.stores.inbox.triage import Triage
from mttui.stores.off_loop import OffLoop
from tests.api.harness import BASE_URL, Secret
from tests.local.copies_of_mttui import Living

from .mail_platform import MailPlatform

P = ParamSpec("P")
T = TypeVar("T")

PROFILE = "live"
_family: ContextVar[str] = ContextVar("_family", default="")


class InlineDisk(OffLoop):
    """Calls the state file within the loop, so that a run is the same every time; it may be full."""

    def __init__(self, is_full: Callable[[], bool] = lambda: False) -> None:
        super().__init__("nothing")
        self.is_full = is_full

    async def __call__(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        await asyncio.sleep(0)
        if self.is_full():
            raise DatabaseError("state.db: database or disk is full", advice="Make room.")
        found = call(*args, **kwargs)
        await asyncio.sleep(0)
        return found


@dataclass
class Told:
    """What a copy has told the person at it."""

    reports: list[Report] = field(default_factory=list)
    refused: list[tuple[Thread, str, Deed]] = field(default_factory=list)
    woke: list[tuple[Thread, str]] = field(default_factory=list)
    trouble: list[DatabaseError] = field(default_factory=list)
    faults: list[BaseException] = field(default_factory=list)


class Copy:
    """The stores of one running copy.

    Args:
        token: names it.
        database: the state file.
        living: which copies are running.
        platform: what is asked.
        clock: time.
        window: how long a reply can be called back, in seconds.
        profile: the account.
        is_full: whether the state file takes nothing now.
    """

    def __init__(
        self,
        token: str,
        database: Database,
        living: Living,
        platform: MailPlatform,
        clock: Clock,
        *,
        window: float = 10.0,
        profile: str = PROFILE,
        is_full: Callable[[], bool] = lambda: False,
        pacing: Pacing | None = None,
    ) -> None:
        self.token, self.living, self.told = token, living, Told()
        living.tokens.add(token)
        self.clock, self.profile = clock, profile
        self.client = _client(platform, clock, random.Random(token))
        self.disk, self.overlay = InlineDisk(is_full), Overlay()
        self.deeds, self.pacing = Deeds(self.client), pacing or Pacing(0)
        self.outbox = Outbox(database, token, living, now=clock.now)
        self.drafts = Drafts(database, token, living, now=clock.now)
        self.snoozes = Snoozes(database, token, living, now=clock.now)
        self.responses = Responses(database)
        told = self.told
        self.conversations = Conversations(
            self.client, reader=self.disk, pacing=self.pacing, on_fault=told.faults.append
        )
        self.triage = Triage(
            self.client, self.deeds, self.overlay, clock, self.pacing,
            lambda *refused: told.refused.append(refused), told.faults.append,
        )  # fmt: skip
        self.snoozing = Snoozing(
            self.client, self.snoozes, self.triage, profile, "budi@ops1", clock, self.disk,
            lambda *woke: told.woke.append(woke), told.trouble.append,
        )  # fmt: skip
        self.following = Following(
            self.client, self.triage, self.snoozing, self.outbox, self.responses, clock, self.disk,
            told.trouble.append, told.faults.append,
        )  # fmt: skip
        self.replies = Replies(
            self.client, self.deeds, self.outbox, self.conversations, self.triage, self.following,
            self.overlay, profile, timedelta(seconds=window), clock, self.disk, told.reports.append,
            told.trouble.append, told.faults.append,
        )  # fmt: skip

    @property
    def is_alive(self) -> bool:
        return self.token in self.living.tokens

    def do(self, work: Coroutine[Any, Any, T]) -> asyncio.Task[T]:
        """Do something in this copy: what it begins ends with the copy."""
        before = _family.set(self.token)
        try:
            return asyncio.create_task(work)
        finally:
            _family.reset(before)

    async def kill(self, family: Family) -> None:
        """End it as `kill -9` does: at whatever it is, and nobody hears of it."""
        self.living.tokens.discard(self.token)
        await family.kill(self.token)

    def snooze_of(self, thread_id: str) -> Snooze | None:
        return self.snoozes.get(self.profile, thread_id)


class Family:
    """Knows which tasks belong to which copy; to be made within the loop."""

    def __init__(self) -> None:
        self._tasks: dict[str, set[asyncio.Task[Any]]] = {}
        asyncio.get_running_loop().set_task_factory(self._make)

    async def kill(self, token: str) -> None:
        while tasks := self._tasks.pop(token, set()):
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    def _make(
        self,
        loop: asyncio.AbstractEventLoop,
        work: Coroutine[Any, Any, Any] | Generator[Any, None, Any],
        **given: Any,
    ) -> asyncio.Task[Any]:
        task: asyncio.Task[Any] = asyncio.Task(work, loop=loop, **given)
        if name := _family.get():
            members = self._tasks.setdefault(name, set())
            members.add(task)
            task.add_done_callback(members.discard)
        return task


def _client(platform: MailPlatform, clock: Clock, rng: random.Random) -> Mailtarget:
    return Mailtarget(
        Transport(
            TransportSettings(base_url=BASE_URL),
            key=Secret(),
            clock=clock,
            rng=rng,
            budget=RequestBudget(10_000, clock=clock),
            trace=Trace(),
            http_transport=httpx.MockTransport(platform),
        )
    )
