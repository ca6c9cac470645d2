"""Doing something about an incident: asked once, read back until the platform shows it, written down.

An :class:`Intervention` is data: what is asked, what it will do in words, and how one sees that it took.
Interventions run on by themselves: leaving the screen does not stop them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.errors import ApiError, ReadOnly, Refused
from mttui.api.operation import Effect, Operation

from .timeline import Outcome, Timeline

READ_BACK_FOR = 30.0
"""Seconds for which an action is read back before it is said that it did not take."""
_READ_BACK_EVERY = 1.0


@dataclass(frozen=True)
class Intervention:
    """One lever, ready to be pulled."""

    title: str
    """What is done, to what, in the imperative: ``Cancel campaign "May promo"``."""
    operation: Operation
    arguments: Mapping[str, Any]
    shows: Callable[[], Awaitable[bool]]
    """Asks the platform whether it shows the change."""
    expectation: str
    """What is looked for, in words: ``the campaign is no longer SENDING``."""
    consequences: tuple[str, ...] = ()
    """What it will do and to how many, for the question before it is done."""
    word: str | None = None
    """The word that must be typed before it is done."""

    @property
    def effect(self) -> Effect:
        """What it does to the world."""
        return self.operation.effect


@dataclass(eq=False)
class Responder:
    """Pulls levers and writes down what came of it.

    Args:
        client: asks the platform.
        clock: time and waiting.
    """

    client: Mailtarget
    clock: Clock
    _running: set[asyncio.Task[Outcome]] = field(default_factory=set)

    def start(self, intervention: Intervention, timeline: Timeline) -> asyncio.Task[Outcome]:
        """Carry out an intervention in the background; the task ends with its outcome."""
        task = asyncio.create_task(self.carry_out(intervention, timeline), name=intervention.title)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return task

    @property
    def under_way(self) -> int:
        """How many interventions have not come to an end."""
        return len(self._running)

    async def carry_out(self, intervention: Intervention, timeline: Timeline) -> Outcome:
        """Ask, read back, write down; returns the outcome that the timeline then shows."""
        asked = timeline.asked(self._now(), intervention.title, operation=intervention.operation.id)
        try:
            await self.client.call(intervention.operation, intervention.arguments)
        except ApiError as error:
            if not error.may_have_been_done:
                outcome = Outcome.REFUSED if isinstance(error, Refused | ReadOnly) else Outcome.FAILED
                timeline.settle(asked, outcome, None, _in_words(error))
                return outcome
            doubt = f"{_in_words(error)} (may have been done; reading back)"
            asked = timeline.settle(asked, Outcome.ASKED, None, doubt)
        if await self._shows(intervention):
            timeline.settle(asked, Outcome.CONFIRMED, self._now(), intervention.expectation)
            return Outcome.CONFIRMED
        timeline.settle(
            asked,
            Outcome.NOT_CONFIRMED,
            None,
            f"after {READ_BACK_FOR:.0f} s the platform does not show that {intervention.expectation}",
        )
        return Outcome.NOT_CONFIRMED

    async def _shows(self, intervention: Intervention) -> bool:
        until = self.clock.monotonic() + READ_BACK_FOR
        while True:
            try:
                if await intervention.shows():
                    return True
            except ApiError as error:
                if self.clock.monotonic() >= until:
                    return False
                wait = max(_READ_BACK_EVERY, error.retry_after or 0.0)
            else:
                wait = _READ_BACK_EVERY
            if self.clock.monotonic() + wait > until:
                return False
            await self.clock.sleep(wait)

    def _now(self) -> datetime:
        return self.client.transport.platform_now()


def _in_words(error: ApiError) -> str:
    return f"{error.short}: {error.message}"
