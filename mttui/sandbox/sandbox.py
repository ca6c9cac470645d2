"""A sandbox: one world, its clock, its keys, its faults."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable
from datetime import UTC, datetime

from . import handlers
from .clock import Clock, SimClock, SystemClock
from .engine.founding import found
from .engine.inbox_file import InboxFileError, read_inbox
from .engine.schema import connect
from .engine.world import World
from .options import SandboxOptions
from .scenarios import SCENARIOS
from .web.faults import Faults
from .web.keys import Keys

LONGEST_LEAD = 1800
"""Simulated seconds that pass at most while nobody asks; a sandbox left alone stands still then."""
_SLICE = 0.008
"""Real seconds of catching up before others get their turn."""
_TICKS_A_LOOK = 16
"""Ticks between two looks at the watch."""


class Sandbox:
    """The simulated platform of one account.

    Raises:
        KeyError: there is no scenario of that name.
        sqlite3.Error: the state file cannot be used.
        InboxFileError: the file of the inbox cannot be used.
    """

    def __init__(self, options: SandboxOptions, clock: Clock | None = None) -> None:
        self.options = options
        self.real_clock: Clock = clock or SystemClock()
        handlers.load()
        if options.scenario not in SCENARIOS:
            raise KeyError(f"no scenario {options.scenario!r}; there are {', '.join(SCENARIOS)}")
        self._connection = connect(options.db)
        start = options.start or datetime.now(UTC)
        self.world = World(
            self._connection,
            SCENARIOS[options.scenario],
            options.seed,
            int(start.timestamp()) // 10 * 10,
            options.contacts,
            0 if options.inbox else options.threads,
        )
        self._begin()
        self.clock = SimClock(self.world.now, options.time_scale, self.real_clock)
        self.keys = Keys(options.seed)
        self.faults = Faults()
        self._lock = asyncio.Lock()

    def _begin(self) -> None:
        """Found a new world; its inbox is that of the file, if there is one."""
        world, file = self.world, self.options.inbox
        if file is not None and not world.is_new:
            raise InboxFileError(f"{self.options.db} has an inbox already: {file} would not be read")
        if not world.is_new:
            return
        threads = [] if file is None else read_inbox(file, world.now)
        found(world)
        with world.transaction():
            world.inbox.fill(threads)

    @property
    def api_key(self) -> str:
        """The key that may do everything."""
        return self.keys.master.token

    def add_key(self, scopes: Iterable[str]) -> str:
        """Make another key that has only the named scopes, as ``stats.read``; returns it."""
        return self.keys.add(frozenset(scopes)).token

    def now(self) -> datetime:
        """Return the simulated time, with the world caught up to it."""
        self.catch_up()
        return datetime.fromtimestamp(self.world.now, UTC)

    def catch_up(self) -> None:
        """Let the world get to the simulated time, in one go."""
        while self._slice(float("inf")):
            pass

    async def catch_up_gently(self) -> None:
        """Let the world get to the simulated time, with pauses in which others get their turn."""
        async with self._lock:
            more = self._slice(_SLICE)
            while more:
                await asyncio.sleep(0)
                more = self._slice(_SLICE)

    def _slice(self, longest: float) -> bool:
        """Play the next part; says whether more is left."""
        world = self.world
        self.clock.limit_lead(world.now, LONGEST_LEAD)
        goal = int(self.clock.now())
        if world.now >= goal:
            return False
        until = time.perf_counter() + longest
        before = world.now
        with world.transaction():
            while world.now < goal and time.perf_counter() < until:
                for _ in range(min(_TICKS_A_LOOK, goal - world.now)):
                    world.tick()
        self.clock.played(world.now - before)
        return world.now < goal

    def close(self) -> None:
        """Let go of the state; a file keeps it."""
        self._connection.close()
