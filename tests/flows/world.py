"""The whole workstation on a sandbox, with one clock for both that only the test moves.

async with open_world("bounce-spike") as world:
    await world.until(lambda: world.incident is not None, within=180)
    await world.press("!")
    assert "Suspect" in world.screen_text()
"""

from __future__ import annotations

import asyncio
import random
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from mttui.app import Workstation
from mttui.local.profile import Profile
from mttui.local.secret import Secret
from mttui.local.settings import Config, UiSettings
from mttui.sandbox import SCENARIOS, Sandbox, SandboxOptions, create_app
from mttui.screens.base import WorkScreen
from mttui.screens.dialogs import Dialog
from mttui.screens.opening import open_session
from mttui.screens.session import DemoInfo, Session
from mttui.stores.incident import Incident
from mttui.stores.suspects import Suspect
from mttui.stores.timeline import Moment
from mttui.stores.watch import Sending
from tests.flows.network import Network, PlatformClock
from tests.stepped_clock import START, SteppedClock

BASE_URL = "http://sandbox.localhost"
_QUIET_TURNS = 40
"""Turns of the event loop without a request or a drawing under way that count as rest."""


class WorldClock(SteppedClock):
    """A stepped clock that does not move on before the workstation has come to rest."""

    def __init__(self) -> None:
        super().__init__(START)
        self.is_busy: Callable[[], bool] = lambda: False

    async def settle(self) -> None:
        quiet = 0
        while quiet < _QUIET_TURNS:
            await asyncio.sleep(0)
            quiet = 0 if self.is_busy() else quiet + 1


class World:
    """A workstation, the platform it looks at, and the wire between them."""

    def __init__(
        self, app: Workstation, pilot: Pilot[int], sandbox: Sandbox, network: Network, clock: WorldClock
    ) -> None:
        self.app = app
        self.sandbox = sandbox
        self.network = network
        self.clock = clock
        self.presses = 0
        """Keys pressed so far."""
        self._pilot = pilot
        clock.is_busy = self._is_busy

    # Time

    async def advance(self, seconds: float) -> None:
        """Let time pass, then let the screen be drawn as its tick would."""
        await self.clock.advance(seconds)
        await self.beat()

    async def beat(self) -> None:
        """Give the screens their tick by hand: Textual's own timers run on real time."""
        for screen in self.app.screen_stack:
            if isinstance(screen, WorkScreen):
                screen.poke()
            elif isinstance(screen, Dialog):
                screen.show_says()
        await self.settle()

    async def until(self, holds: Callable[[], bool], *, within: float, step: float = 1.0) -> float:
        """Let time pass until something holds; returns the seconds that it took."""
        began = self.clock.monotonic()
        while not holds():
            elapsed = self.clock.monotonic() - began
            assert elapsed < within, f"it did not come about in {elapsed:g} s\n{self.screen_text()}"
            await self.advance(step)
        return self.clock.monotonic() - began

    async def until_shown(self, pattern: str, *, within: float) -> float:
        """Let time pass until the screen shows a match; `^` and `$` match at lines."""
        return await self.until(lambda: self.shows(pattern), within=within)

    async def settle(self) -> None:
        """Come to rest, with all that changed on the screen; Textual's frames are drawn by hand."""
        await self.clock.settle()
        while self._paint():
            await self._pilot._wait_for_screen()
            await self.clock.settle()

    def _paint(self) -> bool:
        screen = self.app.screen
        if self.app._exit or not (
            screen._layout_required or screen._repaint_required or screen._dirty_widgets
        ):
            return False
        screen._on_timer_update()
        return True

    def _is_busy(self) -> bool:
        return self.network.busy > 0 or self.session.is_busy or self._is_drawing()

    def _is_drawing(self) -> bool:
        """Whether a screen has yet to be drawn; its rest between two drawings is ended by hand."""
        undrawn = [
            screen for screen in self.app.screen_stack if isinstance(screen, WorkScreen) and screen._dirty
        ]
        for screen in undrawn:
            if screen._resting is not None:
                screen._resting.stop()
                screen._rested()
        return bool(undrawn)

    # What is done

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.presses += 1
            await self._strike(key)

    async def type(self, text: str) -> None:
        """Type text into a line; counts as no key presses."""
        for char in text:
            await self._strike(char)

    async def erase(self, chars: int) -> None:
        """Take back what was typed; counts as no key presses."""
        for _ in range(chars):
            await self._strike("backspace")

    async def burst(self, *keys: str) -> None:
        """Press keys so fast that all are there before the first is worked on; counts as no key presses."""
        await self._strike(*keys)

    async def _strike(self, *keys: str) -> None:
        """Press keys as the terminal's driver does. The pilot would wait for an idle processor as well."""
        assert self.app._driver is not None
        for key in keys:
            name = _character_to_key(key) if len(key) == 1 else key
            event = events.Key(name, key if len(key) == 1 else None)
            event.set_sender(self.app)
            self.app._driver.send_message(event)
        await self._pilot._wait_for_screen()
        await self.settle()

    async def resize(self, columns: int, lines: int) -> None:
        """Change the size of the terminal."""
        await self._pilot.resize_terminal(columns, lines)
        await self._pilot.pause()
        await self.beat()

    # What is seen

    def screen_text(self) -> str:
        """What the terminal shows, with dialogs and toasts, without the spaces at the ends of lines."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    def shows(self, pattern: str) -> bool:
        """Whether the screen shows a match of a regular expression."""
        return re.search(pattern, self.screen_text(), re.MULTILINE) is not None

    def expect(self, pattern: str) -> None:
        """Fail, with the screen, unless it shows a match."""
        assert self.shows(pattern), f"{pattern!r} is not shown:\n{self.screen_text()}"

    def toasts(self) -> list[str]:
        """What was said in passing and is still to be seen, the newest last."""
        return [each.message for each in self.app._notifications]

    # What is known

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def incident(self) -> Incident | None:
        return self.session.incidents.current

    def sending(self) -> Sending:
        """How sending stands by what the workstation knows."""
        return Sending.of(self.session.stores.status.snapshot.value)

    def moments(self, incident: Incident, operation: str = "") -> list[Moment]:
        """The moments of a timeline; those of one operation where it is named."""
        return [each for each in incident.timeline.moments if not operation or each.operation == operation]

    def asked(self, *, since: float = 0.0) -> Counter[str]:
        """The reads on the wire since a time of the clock, by path."""
        return Counter(each.path for each in self.network.sent if each.method == "GET" and each.at >= since)


@dataclass(frozen=True)
class Stage:
    """A workstation on a sandbox of its own, ready to be run."""

    app: Workstation
    sandbox: Sandbox
    network: Network
    clock: WorldClock

    def world(self, pilot: Pilot[int]) -> World:
        """The world of a run."""
        return World(self.app, pilot, self.sandbox, self.network, self.clock)

    def close(self) -> None:
        """Close what is kept, and the sandbox."""
        self.app.session.dispose()
        self.sandbox.close()


def build_stage(
    scenario: str = "calm",
    *,
    key: Callable[[Sandbox], str | None] = lambda sandbox: sandbox.api_key,
    state: Path | None = None,
    settings: dict[str, Any] | None = None,
    config: Config | None = None,
    before: Callable[[Network, Sandbox], object] = lambda _network, _sandbox: None,
    **options: Any,
) -> Stage:
    """Build a workstation on a sandbox.

    Args:
        scenario: what the sandbox plays.
        key: the key that the profile has.
        state: the state file; ``None`` keeps everything in memory.
        settings: fields of the profile.
        config: what the config file says, but for the profile.
        before: makes a bad day of it before the first request.
        options: fields of the sandbox's options.
    """
    clock = WorldClock()
    platform_clock = PlatformClock(clock)
    weather: dict[str, Any] = {"seed": 7, "start": START} | options
    sandbox = Sandbox(SandboxOptions(scenario=scenario, **weather), platform_clock)
    network = platform_clock.network = Network(create_app(sandbox), clock)
    before(network, sandbox)
    token, story = key(sandbox), SCENARIOS[scenario]
    fields: dict[str, Any] = {"name": "tests", "sandbox": True} | (settings or {})
    session = open_session(
        Profile(
            base_url=BASE_URL,
            key=None if token is None else Secret(token),
            key_origin="the test",
            **fields,
        ),
        config=config,
        rng=random.Random(3),
        clock=clock,
        http_transport=network,
        demo=DemoInfo(scenario, story.before, story.hint, story.after),
        state=state,
    )
    session.ui = UiSettings(timezone="Asia/Jakarta")
    return Stage(Workstation(session), sandbox, network, clock)


@asynccontextmanager
async def no_frames() -> AsyncIterator[None]:
    """Leave every frame to :meth:`World.settle`: one by real time could come in between."""
    with patch("textual.screen.UPDATE_PERIOD", 3600.0):
        yield


@asynccontextmanager
async def open_world(
    scenario: str = "calm", *, size: tuple[int, int] = (80, 24), **options: Any
) -> AsyncIterator[World]:
    """Open the workstation on a sandbox of its own.

    Args:
        scenario: what the sandbox plays.
        size: columns and lines of the terminal.
        options: as for :func:`build_stage`.
    """
    stage = build_stage(scenario, **options)
    try:
        async with no_frames(), stage.app.run_test(size=size, notifications=True) as pilot:
            world = stage.world(pilot)
            await stage.clock.settle()
            yield world
            await stage.app.session.stores.close()
    finally:
        stage.close()


def top(world: World) -> Suspect:
    """The first of the suspects."""
    assert world.incident is not None
    return world.incident.evidence.suspects()[0]


async def at_the_banner(world: World) -> None:
    """Let time pass until the banner is there, and count key presses from then on."""
    await world.until(lambda: world.shows("▲ INCIDENT .* press ! to open"), within=300, step=3)
    world.presses = 0
