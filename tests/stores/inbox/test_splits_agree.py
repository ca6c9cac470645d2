"""However answers of lists and confirmations of changes interleave, a thread stands where it was last put.

Short histories in made-up time, each the same whenever its number is: a person closes, reopens, labels and
takes back, lists are read at any moment and answered after any while, requests are refused, colleagues
change things on the platform. ``MTTUI_HISTORIES`` as in the histories of replies.
"""

from __future__ import annotations

import asyncio
import random

import httpx
import pytest

from mttui.api.models.threads import Thread
from mttui.local.database import Database
from mttui.local.inbox_settings import SplitSettings
from tests.local.copies_of_mttui import Living

from .copies import Copy, Family
from .lists import Lists, agrees_with_itself
from .mail_platform import MailPlatform, Wire
from .virtual import LoopClock, histories, run

HISTORIES = histories(150)
STATUSES = ("open", "pending", "closed")
VIP = SplitSettings("Vip", status="any", labels=("vip",))


class History:
    """One history, by its number.

    Args:
        number: which.
        database: a state file.
        colleagues: whether others change threads as well.
    """

    def __init__(self, number: int, database: Database, *, colleagues: bool) -> None:
        self.rng = random.Random(f"{number} {colleagues}")
        self.colleagues = colleagues
        self.clock = LoopClock()
        self.platform = MailPlatform(self.clock)
        self.platform.wire = self._wire
        self.copy = Copy("one", database, Living(), self.platform, self.clock)
        self.is_calm = False
        self.wanted: dict[str, tuple[str, bool]] = {}
        """Where the person put a thread last: its status, and whether it is a vip's."""

    def _wire(self, request: httpx.Request) -> Wire:
        if self.is_calm:
            return Wire()
        takes = self.rng.choice((0.0, 0.1, self.rng.uniform(0.0, 8.0)))
        if request.method != "GET" and self.rng.random() < 0.1:
            return Wire(done_after=None, takes=takes, status=422)
        return Wire(done_after=self.rng.uniform(0.0, takes), takes=takes)

    async def play(self) -> None:
        Family()
        for number in range(self.rng.randint(1, 7)):
            status, labels = self.rng.choice(STATUSES), self.rng.choice(([], ["vip"]))
            self.platform.add(f"t{number}", status=status, labels=labels)
        self.lists = Lists(self.copy, VIP)
        acts = [self._act() for _ in range(self.rng.randint(1, 12))]
        acts += [self._read() for _ in range(self.rng.randint(0, 12))]
        if self.colleagues:
            acts += [self._colleague() for _ in range(self.rng.randint(1, 3))]
        watch = asyncio.create_task(self._watch())
        await asyncio.gather(*acts)
        watch.cancel()
        await self.copy.triage.close()
        self._check()
        self.is_calm = True
        await self.clock.sleep(10.0)
        for _ in range(2):
            for threads in self.lists.all():
                await threads.reload()
        self._check_platform()
        self.lists.close()
        assert self.copy.told.faults == []

    async def _watch(self) -> None:
        news = asyncio.Event()
        for threads in self.lists.all():
            threads.subscribe(news.set)
        while True:
            await news.wait()
            news.clear()
            self._check()

    # What happens

    async def _pause(self) -> None:
        await self.clock.sleep(self.rng.uniform(0.0, 20.0))

    async def _act(self) -> None:
        await self._pause()
        rows = {key: row for threads in self.lists.all() for key, row in threads.rows()}
        if not rows:
            return
        thread = self.copy.overlay.version(key := self.rng.choice(sorted(rows)))
        latest = rows[key] if thread is None else thread.thread
        what = self.rng.random()
        if what < 0.2:
            self._undo()
        elif what < 0.4:
            self._label(latest)
        else:
            status = self.rng.choice(STATUSES)
            if self.copy.triage.change([latest], status, status=status):
                self._want(latest, status, "vip" in latest.labels)
        self._check()

    def _label(self, latest: Thread) -> None:
        """Put the label on, or take it off."""
        on = "vip" not in latest.labels
        self.copy.triage.change([latest], "Label", labels=lambda _: ["vip"] if on else [])
        self._want(latest, latest.status or "", on)

    def _undo(self) -> None:
        act = self.copy.triage.undo()
        if act is not None:
            before = act.threads[0]
            now = self.copy.overlay.version(before.id)
            assert now is not None
            self._want(before, now.thread.status or "", "vip" in now.thread.labels)
            kept = before.status if act.words in STATUSES else None
            assert kept in (None, now.thread.status)

    def _want(self, thread: Thread, status: str, is_vip: bool) -> None:
        self.wanted[thread.id] = status, is_vip

    async def _read(self) -> None:
        await self._pause()
        await self.rng.choice(list(self.lists.all())).reload()
        self._check()

    async def _colleague(self) -> None:
        await self._pause()
        thread = self.rng.choice(list(self.platform.threads.values()))
        thread.update(status=self.rng.choice(STATUSES), labels=self.rng.choice(([], ["vip"])))
        self.wanted.pop(thread["id"], None)

    # What must be true

    def _check(self) -> None:
        for threads in self.lists.all():
            agrees_with_itself(threads)
        refused = {thread.id for thread, _, _ in self.copy.told.refused}
        for thread_id, (status, is_vip) in self.wanted.items():
            if self.colleagues or thread_id in refused:
                continue  # what is believed of it is for the platform to say
            expected = [status.title(), *(["Vip"] if is_vip else [])]
            assert self.lists.names(thread_id) == expected, (thread_id, expected)

    def _check_platform(self) -> None:
        """Once everything has come to rest, the lists show what the platform has."""
        for thread_id, thread in self.platform.threads.items():
            expected = [thread["status"].title(), *(["Vip"] if "vip" in thread["labels"] else [])]
            assert self.lists.names(thread_id) == expected, (thread_id, expected)
        if not self.colleagues and not self.copy.told.refused:
            for thread_id, wanted in self.wanted.items():
                thread = self.platform.threads[thread_id]
                assert (thread["status"], "vip" in thread["labels"]) == wanted


@pytest.mark.parametrize("colleagues", [False, True], ids=["alone", "with colleagues"])
def test_a_thread_is_shown_where_it_was_last_put(database: Database, colleagues: bool) -> None:
    for number in HISTORIES:
        try:
            run(History(number, database, colleagues=colleagues).play())
        except BaseException as trouble:
            trouble.add_note(f"history {number}")
            raise
