"""The inbox on a sandbox, worked by keys."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from types import MappingProxyType
from typing import Any

from mttui.api.models.threads import Thread
from mttui.local.inbox_settings import AnswerSettings, InboxSettings
from mttui.local.settings import Config
from mttui.sandbox.engine.inbox_rows import number_of
from mttui.screens.inbox.composer import ComposerScreen
from mttui.screens.inbox.screen import InboxScreen
from tests.flows.world import World, open_world

ANSWERS = MappingProxyType(
    {
        "refund": AnswerSettings(
            text="Halo {{name}},\n\nThe refund is on its way.", title="Refund", key="1", labels=("refund",),
            status="closed",
        ),
        "order": AnswerSettings(text="Your order {{order}} left today.", title="Order"),
    }
)  # fmt: skip
CONFIG = Config(answers=ANSWERS, inbox=InboxSettings(classify_on_arrival=False))


@asynccontextmanager
async def open_inbox(
    *, size: tuple[int, int] = (120, 40), config: Config = CONFIG, **options: Any
) -> AsyncIterator[World]:
    """Open the workstation on its inbox."""
    async with open_world("calm", size=size, config=config, **options) as world:
        await world.press("3")
        await world.until(lambda: "Asking" not in world.screen_text(), within=10)
        yield world


def inbox_of(world: World) -> InboxScreen:
    """The screen."""
    screen = next(each for each in world.app.screen_stack if isinstance(each, InboxScreen))
    assert isinstance(screen, InboxScreen)
    return screen


def selected(world: World) -> Thread:
    """The thread under the cursor."""
    thread = inbox_of(world).selected
    assert thread is not None, world.screen_text()
    return thread


def on_platform(world: World, thread: Thread) -> dict[str, Any]:
    """The thread as the platform has it."""
    found = world.sandbox.world.inbox.thread(thread.id)
    assert found is not None
    return found


def messages(world: World, thread: Thread) -> list[dict[str, Any]]:
    """Its messages as the platform has them."""
    return world.sandbox.world.inbox.messages(number(thread))


def number(thread: Thread) -> int:
    """The platform's own number of a thread."""
    found = number_of(thread.id)
    assert found is not None
    return found


async def compose(world: World, text: str = "") -> ComposerScreen:
    """Open the composer on the selected thread, and type."""
    await world.press("r")
    await world.until(lambda: isinstance(world.app.screen, ComposerScreen), within=10)
    await world.type(text)
    screen = world.app.screen
    assert isinstance(screen, ComposerScreen)
    return screen


async def drafts_written(world: World) -> None:
    """Let the writer of drafts come to rest."""
    await world.settle()
    assert world.session.inbox.files.writer.flush()


WINDOW = timedelta(seconds=CONFIG.inbox.undo_seconds)
