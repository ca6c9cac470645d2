"""What the snapshots and the README's pictures show: a scenario, played to a moment by keys and time.

Time, seed and platform are the test's own, so each scene is the same to the cell at every run.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from mttui.cli.demo_answers import with_answers
from mttui.local.inbox_settings import InboxSettings, SplitSettings
from mttui.local.settings import Config
from mttui.screens.base import WorkScreen
from mttui.screens.inbox.screen import InboxScreen
from tests.flows.world import World

SIZES: tuple[tuple[int, int], ...] = ((80, 24), (120, 40), (200, 50))
"""Columns and lines that the design names: it works, it is pleasant, it uses the room."""
_SMALL = SIZES[:1]
_TWO = SIZES[:2]

Play = Callable[[World], Awaitable[None]]

_BILLING = SplitSettings("Billing", labels=("billing",), first=timedelta(hours=1))
_CONFIG = with_answers(Config(inbox=InboxSettings(splits=(_BILLING,))))


@dataclass(frozen=True)
class Scene:
    """A moment worth a picture."""

    name: str
    play: Play
    """Brings the world to the moment."""
    scenario: str = "bounce-spike"
    settings: dict[str, Any] = field(default_factory=dict)
    """Fields of the profile."""
    sizes: tuple[tuple[int, int], ...] = SIZES
    config: Config = _CONFIG


@contextmanager
def by_hand() -> Iterator[None]:
    """Draw at once, and tick only when the test says so: real time must leave no trace in a picture."""
    with patch("mttui.screens.base.FRAME", 0.0005), patch("mttui.screens.base._TICK", 3600.0):
        yield


async def perform(scene: Scene, world: World) -> None:
    """Play a scene to its end, let everything that ticks do so once, and clear what passes by itself."""
    await scene.play(world)
    world.app.clear_notifications()
    for screen in world.app.screen_stack:
        if isinstance(screen, WorkScreen) and screen._header is not None:
            screen._header.count_requests()
    await world.beat()


async def calm(world: World) -> None:
    """Ops after two minutes in which nothing was wrong."""
    await world.until(lambda: world.clock.monotonic() >= 120, within=200, step=5)


async def incident(world: World) -> None:
    """Ops two minutes after the rule fired."""
    await world.until(lambda: world.incident is not None, within=300, step=2)
    await world.advance(120)


async def room(world: World) -> None:
    """The incident room with all its evidence."""
    await incident(world)
    await world.press("!")
    await world.advance(20)


async def cancelling(world: World) -> None:
    """The question before the campaign is cancelled."""
    await room(world)
    await world.press("c")


async def resolved(world: World) -> None:
    """The room after the cause was stopped and sending resumed."""
    await cancelling(world)
    await world.press("y")
    shown = world.incident
    assert shown is not None
    await world.until(
        lambda: shown.rate is not None and shown.threshold is not None and shown.rate <= shown.threshold,
        within=600,
        step=5,
    )
    await world.press("r", "y")
    await world.until(lambda: shown.is_over, within=60)
    await world.advance(30)


async def incidents(world: World) -> None:
    """The list of velocity events."""
    await incident(world)
    await world.press("2")
    await world.advance(10)


async def keys(world: World) -> None:
    """The keys that work in the incident room."""
    await room(world)
    await world.press("?")


async def place(world: World) -> None:
    """What is in a place."""
    await world.advance(10)
    await world.press("4")


async def browse(world: World) -> None:
    """A list with marks, over more rows than are in memory."""
    await calm(world)
    await world.press(":")
    await world.type("events")
    await world.press("enter", "j", "x", "x", "j")


async def filtered(world: World) -> None:
    """A list without a search on the server, while something is looked for."""
    await browse(world)
    await world.press("/")
    await world.type("bounced")


async def actions(world: World) -> None:
    """What can be done with a record, and why not."""
    await calm(world)
    await world.press("4", "enter", "a")


async def record(world: World) -> None:
    """One record with what belongs to it."""
    await calm(world)
    await world.press("4", "enter", "enter")


async def stale(world: World) -> None:
    """Ops while the platform is away."""
    await calm(world)
    world.network.is_down = True
    await world.advance(180)


async def inbox(world: World) -> None:
    """The inbox with a few threads dealt with and two marked."""
    await calm(world)
    await world.press("3")
    await world.until(lambda: "Asking" not in world.screen_text(), within=30)
    await world.press("d", "j", "x", "x")
    await world.advance(5)


async def conversation(world: World) -> None:
    """A conversation of several messages over the whole screen."""
    await inbox(world)
    screen = next(each for each in world.app.screen_stack if isinstance(each, InboxScreen))
    while screen.selected is None or (screen.selected.message_count or 0) < _SEVERAL:
        await world.press("j")
    await world.press("enter", "g")


async def answering(world: World) -> None:
    """A saved answer in the composer, with what it answers below."""
    await inbox(world)
    await world.press("*", "t", "2")
    await world.advance(1)


async def leaving(world: World) -> None:
    """A reply that can still be called back."""
    await answering(world)
    await world.press("ctrl+s")
    await world.advance(3)


async def snoozing(world: World) -> None:
    """The question until when a thread sleeps."""
    await inbox(world)
    await world.press("s")
    await world.type("senin 9")


_SEVERAL = 3
_PRODUCTION = {"name": "acme", "production": True, "sandbox": False}

SCENES: tuple[Scene, ...] = (
    Scene("ops-calm", calm, "calm"),
    Scene("ops-incident", incident),
    Scene("ops-production", incident, settings=_PRODUCTION, sizes=_SMALL),
    Scene("ops-stale", stale, "calm", sizes=_TWO),
    Scene("incident", room),
    Scene("incident-leaked-key", room, "leaked-key", sizes=_TWO),
    Scene("incident-cancel", cancelling, sizes=_TWO),
    Scene("incident-resolved", resolved, sizes=_TWO),
    Scene("incidents", incidents, sizes=_TWO),
    Scene("keys", keys, sizes=_SMALL),
    Scene("campaigns", place, "calm"),
    Scene("browse", browse, "calm"),
    Scene("browse-filter", filtered, "calm", sizes=_SMALL),
    Scene("browse-actions", actions, "calm", sizes=_SMALL),
    Scene("record", record, "calm"),
    Scene("inbox", inbox, "inbox-flood"),
    Scene("inbox-conversation", conversation, "inbox-flood", sizes=_TWO),
    Scene("inbox-reply", answering, "inbox-flood", sizes=_TWO),
    Scene("inbox-leaving", leaving, "inbox-flood", sizes=_SMALL),
    Scene("inbox-snooze", snoozing, "inbox-flood", sizes=_TWO),
)
