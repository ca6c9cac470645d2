"""Whatever happens on the wire, to the disk and to the program: no reply goes out twice, and none is lost.

Some hundred short histories are played with made-up time; each is the same whenever its number is. Several
copies of mttui write replies, call some back, are killed in the middle of anything, and take over what
another one has left, while requests are refused, cut, done late, limited and answered with errors.

``MTTUI_HISTORIES=10000 pytest tests/stores/inbox/test_replies_survive.py`` plays more of them, and
``MTTUI_HISTORIES=412-412`` that one again.

What cannot be promised: where the platform takes no idempotency keys, does a request after the connection
broke *and* after the thread was read back, the reply goes out twice: nothing on this side can know better.
For the same reason a reply that was tried in vain, read back, and then called back may turn up later.
The histories therefore have two kinds of platform: one that does what it does before it can be read back,
with keys or without, and one that takes keys and may be late for as long as it likes.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import httpx
import pytest

from mttui.api.models.threads import Thread
from mttui.local.database import Database
from mttui.local.draft import Seen, new_draft
from mttui.local.errors import DatabaseError
from mttui.local.outgoing import Outgoing, State
from mttui.stores.inbox.replies import RETRY_FIRST
from mttui.stores.inbox.reply import Reply, Turnout
from tests.local.copies_of_mttui import Living

from .copies import PROFILE, Copy, Family
from .mail_platform import CALM, MailPlatform, Wire
from .virtual import LoopClock, histories, run

HISTORIES = histories(300)
RECOVER_EVERY = 20.0
PATIENCE = 3_600.0
"""Seconds of calm after which everything must have come to its end."""
WINDOW = 10.0
_BACK = {State.CALLED_BACK, State.REFUSED}


@dataclass(frozen=True)
class Kind:
    """What a platform is like."""

    name: str
    honours_keys: bool
    latest: float
    """Seconds after which it has done what it ever does."""

    @property
    def can_be_read_back(self) -> bool:
        return self.latest < RETRY_FIRST


KINDS = (
    Kind("with keys", honours_keys=True, latest=RETRY_FIRST * 0.9),
    Kind("without keys", honours_keys=False, latest=RETRY_FIRST * 0.9),
    Kind("with keys, and late", honours_keys=True, latest=90.0),
)


class Weather:
    """What goes wrong, until it is calm."""

    def __init__(self, rng: random.Random, latest: float) -> None:
        self._rng, self._latest = rng, latest
        self._worst = rng.choice((0.1, 0.4, 0.8))
        self._full = rng.choice((0.0, 0.0, 0.1, 0.3))
        self.is_calm = False

    def is_full(self) -> bool:
        return not self.is_calm and self._rng.random() < self._full

    def wire(self, _: httpx.Request) -> Wire:
        rng = self._rng
        if self.is_calm or rng.random() > self._worst:
            return CALM
        late = rng.uniform(0.0, self._latest)
        done = rng.choice((None, 0.0, late))
        takes = rng.uniform(0.0, 20.0)
        return rng.choice(
            (
                Wire(refused=True),
                Wire(done_after=done, takes=rng.choice((0.0, takes)), cut=True),
                Wire(done_after=done, takes=rng.choice((0.0, takes)), status=rng.choice((500, 502, 504))),
                Wire(done_after=None, status=429, retry_after=rng.choice((None, 1, 30))),
                Wire(done_after=None, status=rng.choice((409, 422))),
                Wire(done_after=min(late, takes), takes=takes),
            )
        )


class History:
    """One history, by its number."""

    def __init__(self, number: int, kind: Kind, database: Database) -> None:
        self.rng, self.kind, self.database = random.Random(f"{kind.name} {number}"), kind, database
        self.clock = LoopClock(self.rng.choice((1.0, 1.0, 0.999, 1.001)))
        self.living = Living()
        self.platform = MailPlatform(self.clock, honours_keys=kind.honours_keys)
        self.weather = Weather(self.rng, kind.latest)
        self.platform.wire = self.weather.wire
        self.copies: list[Copy] = []
        self.bodies: set[str] = set()
        """The texts that were taken over for sending."""
        self.family: Family

    async def play(self) -> None:
        self.family = Family()
        for number in range(self.rng.randint(1, 2)):
            self.platform.add(f"t{number}")
        self._start()
        if self.rng.random() < 0.4:
            self._start()
        storm = self.rng.uniform(5.0, 120.0)
        acts = [self._write(number) for number in range(self.rng.randint(1, 3))]
        acts += [self._crash(storm) for _ in range(self.rng.choice((0, 1, 1, 2, 3)))]
        acts += [self._they_write(storm) for _ in range(self.rng.choice((0, 0, 1)))]
        if self.rng.random() < 0.1:
            acts += [self._set_clock_back(storm)]
        await asyncio.gather(*acts, self.clock.sleep(storm))
        self.weather.is_calm = True
        await self._until_settled()
        self._check()
        for copy in self._alive():
            await copy.kill(self.family)

    # What happens

    def _start(self) -> Copy:
        copy = Copy(
            f"copy {len(self.copies)}", self.database, self.living, self.platform, self.clock,
            window=WINDOW, is_full=self.weather.is_full,
        )  # fmt: skip
        self.copies.append(copy)
        copy.do(self._look_again(copy))
        return copy

    async def _look_again(self, copy: Copy) -> None:
        while True:
            with suppress(DatabaseError):  # as the inbox: at the next look
                await copy.replies.recover()
            await self.clock.sleep(RECOVER_EVERY)

    def _alive(self) -> list[Copy]:
        return [each for each in self.copies if each.is_alive]

    async def _pause(self, most: float) -> None:
        await self.clock.sleep(self.rng.uniform(0.0, most))

    async def _write(self, number: int) -> None:
        """Write replies in some copy, and perhaps want one back."""
        await self._pause(30.0)
        copy = self.rng.choice(self._alive() or [self._start()])
        replies = [self._reply(copy, number, thread) for thread in self._some_threads()]
        put = copy.do(copy.replies.put(*replies))
        await asyncio.wait((put,))
        if put.cancelled() or put.exception() is not None:
            return  # it was killed, or said that nothing is sent: what is in the file decides
        self.bodies |= {each.draft.body for each in replies}
        if self.rng.random() < 0.3:
            await self._pause(WINDOW * 2)
            mine = [each.id for each in copy.replies.waiting if each.body == replies[0].draft.body]
            if copy.is_alive and mine:
                await asyncio.wait((copy.do(_call_back(copy, mine[0])),))

    def _some_threads(self) -> list[str]:
        threads = list(self.platform.threads)
        return threads if self.rng.random() < 0.2 else [self.rng.choice(threads)]

    def _reply(self, copy: Copy, number: int, thread: str) -> Reply:
        rows = self.platform.messages[thread]
        seen, body = Seen(len(rows), rows[-1]["id"]), f"Reply {number}\nto {thread}"
        written = replace(
            new_draft(PROFILE, thread, seen=seen, body=body),
            status=self.rng.choice(("", "closed")), labels=self.rng.choice(((), ("refund",))),
        )  # fmt: skip
        copy.drafts.save(written)
        return Reply(Thread.read(self.platform.threads[thread]), written)

    async def _crash(self, storm: float) -> None:
        """End a copy, and start another one a little later."""
        await self._pause(storm)
        if not (alive := self._alive()):
            return
        copy = self.rng.choice(alive)
        if self.rng.random() < 0.3:
            closing = copy.do(copy.replies.close(send=self.rng.random() < 0.5))
            await asyncio.wait((closing,), timeout=60.0)
        await copy.kill(self.family)
        await self._pause(5.0)
        self._start()

    async def _they_write(self, storm: float) -> None:
        await self._pause(storm)
        thread = self.rng.choice(list(self.platform.threads))
        self.platform.write(thread, "inbound", "Is anybody there?")

    async def _set_clock_back(self, storm: float) -> None:
        await self._pause(storm)
        self.clock.set_back = timedelta(seconds=self.rng.choice((1.0, 600.0)))

    async def _until_settled(self) -> None:
        if not self._alive():
            self._start()
        deadline = self.clock.monotonic() + PATIENCE
        while self._pending() or self.platform.late or any(not each.then_done for each in self._sent()):
            assert self.clock.monotonic() < deadline, f"lost: {self._rows()}"
            await self.clock.sleep(5.0)
        await self.clock.sleep(self.kind.latest + RECOVER_EVERY)

    # What must be true then

    def _sent(self) -> list[Outgoing]:
        return [each for each in self._rows() if each.state is State.SENT]

    def _rows(self) -> list[Outgoing]:
        return self.copies[-1].outbox.recent(PROFILE)

    def _pending(self) -> list[Outgoing]:
        return self.copies[-1].outbox.pending(PROFILE)

    def _check(self) -> None:
        rows = self._rows()
        assert [fault for copy in self.copies for fault in copy.told.faults] == []
        assert self.bodies <= {row.body for row in rows}
        for row in rows:
            sent = self.platform.sent(row.body)
            assert sent <= 1, f"sent twice: {row}"
            if row.state is State.SENT:
                assert sent == 1, f"never sent: {row}"
            elif self.kind.can_be_read_back:
                assert sent == 0, f"sent although {row.state}: {row}"
            assert row.state in {*_BACK, State.SENT}, f"left: {row}"
            self._check_drafts(row)
            self._check_attempts(row)
        keys = Counter(row.idempotency_key for row in rows)
        assert not keys or max(keys.values()) == 1
        self._check_follow_ups()

    def _check_follow_ups(self) -> None:
        """Status and labels that came with a reply are set, or somebody was told that they are refused."""
        if any(copy.told.refused for copy in self.copies):
            return
        for row in self._sent():
            thread = self.platform.threads[row.thread]
            assert not row.then_status or thread["status"] == row.then_status, row
            assert set(row.then_labels) <= set(thread["labels"]), row

    def _check_drafts(self, row: Outgoing) -> None:
        """What did not go out is a draft again, and only that."""
        (reader,) = self._alive()[:1]
        drafts = [each for each in reader.drafts._on_desk(PROFILE) if each.body == row.body]
        assert len(drafts) == (row.state in _BACK), (row, drafts)

    def _check_attempts(self, row: Outgoing) -> None:
        """One key, and between any two attempts that may both have been done, the thread was read."""
        attempts = self.platform.attempts(row.body)
        assert {each.key for each in attempts} <= {row.idempotency_key}
        for one, other in pairwise(attempts):
            if one.certainly_failed:
                continue
            at, after = self.platform.asked.index(one), self.platform.asked.index(other)
            assert any(
                each.path.endswith("/messages") and each.outcome == "200" and row.thread in each.path
                for each in self.platform.asked[at:after]
            ), f"not read back: {row}"


async def _call_back(copy: Copy, outgoing_id: str) -> None:
    with suppress(DatabaseError):  # it could not be written down, and goes out
        await copy.replies.call_back(outgoing_id)


def _told_truly(history: History) -> None:
    """What people were told is what is so."""
    for copy in history.copies:
        for report in copy.told.reports:
            if report.turnout is Turnout.SENT:
                assert history.platform.sent(report.outgoing.body) == 1


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with Database(tmp_path / "state.db") as opened:
        opened.query("PRAGMA synchronous = OFF")
        yield opened


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_no_reply_is_sent_twice_and_none_is_lost(kind: Kind, database: Database) -> None:
    for number in HISTORIES:
        history = History(number, kind, database)
        try:
            run(history.play())
            _told_truly(history)
        except BaseException as trouble:
            trouble.add_note(f"history {number} on a platform {kind.name}")
            raise
        with database.transaction() as connection:
            connection.execute("DELETE FROM outbox")
            connection.execute("DELETE FROM drafts")
