"""Keeps stores fresh while somebody looks: by reference count, without overlap, gently.

A store is polled while at least one lease on it is held and nothing is frozen. Polls are spread by jitter,
slow down after failures (and wait as long as a 429 asks), and speed up while an incident is open. When
the first of them gets through again, those that found no connection try at once.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from mttui.api.clock import Clock
from mttui.api.errors import ApiError, Unreachable

from .store import Store, concerns

_JITTER = 0.1
"""Part of an interval by which a poll may come earlier."""
_SLOWEST = 60.0
"""Seconds between polls at most, however often they failed."""
_MOST_DOUBLINGS = 4


@dataclass(eq=False)
class _Watch:
    """The polling of one store."""

    store: Store[Any]
    leases: int = 0
    failures: int = 0
    always: bool = False
    loop: asyncio.Task[None] | None = None
    fetching: asyncio.Task[None] | None = None
    woken: asyncio.Event = field(default_factory=asyncio.Event)


class Poller:
    """Polls the stores that are wanted.

    Args:
        clock: time and waiting.
        rng: source of the jitter.
        on_fault: told of an exception that is no :class:`ApiError`, which is a bug of mttui.
    """

    def __init__(
        self, *, clock: Clock, rng: random.Random, on_fault: Callable[[BaseException], None]
    ) -> None:
        self._clock = clock
        self._rng = rng
        self._on_fault = on_fault
        self._watches: dict[Store[Any], _Watch] = {}
        self._urgent = False
        self._frozen = False

    @property
    def frozen(self) -> bool:
        """Whether polling is halted but for what is watched always."""
        return self._frozen

    def want(self, store: Store[Any], *, always: bool = False) -> Callable[[], None]:
        """Poll ``store`` until the returned function is called.

        Args:
            store: what to keep fresh.
            always: go on while frozen, as watching for an incident does.
        """
        watch = self._watches.setdefault(store, _Watch(store))
        watch.leases += 1
        watch.always = watch.always or always
        if watch.loop is None:
            watch.loop = asyncio.create_task(self._poll(watch), name=f"poll {store.name}")
        released = False

        def release() -> None:
            nonlocal released
            if not released:
                released = True
                self._release(watch)

        return release

    def wanted(self) -> tuple[Store[Any], ...]:
        """Return the stores that somebody looks at now."""
        return tuple(watch.store for watch in self._watches.values() if watch.leases)

    def freeze(self, frozen: bool) -> None:  # noqa: FBT001  # the value is the message
        """Halt polling, or go on with it."""
        self._frozen = frozen
        if not frozen:
            self._wake(self._watches.values())

    def hurry(self, urgent: bool) -> None:  # noqa: FBT001  # the value is the message
        """Poll at the pace of an incident, beginning now, or at the calm one from the next poll on."""
        if urgent != self._urgent:
            self._urgent = urgent
            if urgent:
                self._wake(self._watches.values())

    def put_out_of_date(self, topics: Iterable[str]) -> None:
        """Refresh at once what the change of these resources concerns, where it is wanted."""
        changed = tuple(topics)
        self._wake(w for w in self._watches.values() if concerns(w.store.topics, changed))

    def refresh_wanted(self) -> None:
        """Refresh everything that is wanted at once, as `ctrl+r` asks."""
        self._wake(self._watches.values())

    async def refresh(self, store: Store[Any]) -> None:
        """Refresh a store now and wait for it; joins a refresh that is under way."""
        watch = self._watches.setdefault(store, _Watch(store))
        if watch.fetching is None:
            watch.fetching = asyncio.create_task(self._fetch(watch), name=f"fetch {store.name}")
        await asyncio.shield(watch.fetching)

    async def close(self) -> None:
        """End all polling."""
        tasks = [task for watch in self._watches.values() for task in (watch.loop, watch.fetching) if task]
        self._watches.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _release(self, watch: _Watch) -> None:
        watch.leases -= 1
        if watch.leases == 0 and watch.loop is not None:
            watch.loop.cancel()
            watch.loop = None

    def _wake(self, watches: Iterable[_Watch]) -> None:
        for watch in watches:
            watch.woken.set()

    async def _poll(self, watch: _Watch) -> None:
        wait = self._first_wait(watch.store)
        while True:
            if wait > 0:
                await self._sleep_unless_woken(watch, wait)
            if not self._frozen or watch.always:
                await self.refresh(watch.store)
            wait = self._next_wait(watch)

    def _first_wait(self, store: Store[Any]) -> float:
        """A store that was shown a moment ago need not be asked again at once."""
        age = store.snapshot.age(self._clock.monotonic())
        return 0.0 if age is None else max(0.0, self._pace(store) - age)

    def _pace(self, store: Store[Any]) -> float:
        return store.incident_interval if self._urgent else store.interval

    def _next_wait(self, watch: _Watch) -> float:
        pace = self._pace(watch.store)
        watch.store.keep_pace(pace)
        slowed: float = min(_SLOWEST, pace * 2 ** min(watch.failures, _MOST_DOUBLINGS))
        error = watch.store.snapshot.error
        asked = (error.retry_after if error else None) or 0.0
        return max(pace, slowed, asked) * (1 - _JITTER * self._rng.random())

    async def _sleep_unless_woken(self, watch: _Watch, seconds: float) -> None:
        asleep = asyncio.ensure_future(self._clock.sleep(seconds))
        woken = asyncio.create_task(watch.woken.wait())
        try:
            await asyncio.wait({asleep, woken}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            asleep.cancel()
            woken.cancel()
        watch.woken.clear()

    async def _fetch(self, watch: _Watch) -> None:
        try:
            value = await watch.store.fetch()
        except ApiError as error:
            watch.failures += 1
            watch.store.fail(error)
        except Exception as fault:  # noqa: BLE001  # a bug in one panel must not end the polling
            watch.failures += 1
            self._on_fault(fault)
        else:
            is_back = isinstance(watch.store.snapshot.error, Unreachable)
            watch.failures = 0
            watch.store.replace(value, self._clock.monotonic())
            if is_back:
                self._wake(
                    w for w in self._watches.values() if isinstance(w.store.snapshot.error, Unreachable)
                )
        finally:
            watch.fetching = None
