"""A workstation on a platform that answers what a test says, in a terminal of a given size."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

import httpx
from textual.pilot import Pilot

from mttui.app import Workstation
from mttui.local.profile import Profile
from mttui.local.secret import Secret
from mttui.local.settings import Config
from mttui.screens.opening import open_session
from mttui.screens.session import DemoInfo, Session
from tests.stepped_clock import SteppedClock

KEY = "key-that-must-not-be-seen"
PATIENCE = 500
PROFILE = Profile(name="acme", base_url="https://api.example.test", key=Secret(KEY), key_origin="a test")

Answer = Callable[[httpx.Request], httpx.Response]

EVENT = {
    "id": "evt_1",
    "ruleId": "rule_1",
    "ruleName": "Bounce rate spike",
    "triggeredAt": "2026-11-22T02:39:48Z",
    "action": "pause",
    "metricValue": 7.2,
    "threshold": 5.0,
    "status": "active",
}


def says(body: Any, status: int = 200) -> Answer:
    """Answer with JSON."""
    return lambda _: httpx.Response(status, json=body)


@dataclass
class FakePlatform:
    """Answers by path; what it does not know is an empty list."""

    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.answers.setdefault("/v1/velocity/status", says(status()))
        self.answers.setdefault("/v1/sending-queues", says({"data": {"regular": {"pending": 41}}}))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.asked.append(f"{request.method} {request.url.path}")
        answer = self.answers.get(request.url.path, says({"data": []}))
        return answer(request)

    def begin_incident(self, sending: str = "paused") -> None:
        self.answers["/v1/velocity/status"] = says(status(sending, events=1))
        self.answers["/v1/velocity/events"] = says({"data": [EVENT]})

    def end_incident(self) -> None:
        self.answers["/v1/velocity/status"] = says(status())
        self.answers["/v1/velocity/events"] = says({"data": [EVENT | {"status": "resolved"}]})


def status(sending: str = "active", *, events: int = 0) -> dict[str, Any]:
    return {"data": {"activeRules": 1, "activeEvents": events, "sendingStatus": sending}}


@dataclass
class Stage:
    """The workstation, seen and touched as by a person."""

    app: Workstation
    pilot: Pilot[int]
    platform: FakePlatform
    clock: SteppedClock
    session: Session

    def text(self) -> str:
        """What the top screen shows, line by line; a dialog without what is behind it."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def line(self, number: int) -> str:
        return self.text().splitlines()[number]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        """Wait for a condition, with a picture of the screen when it does not come."""
        for _ in range(PATIENCE):
            if holds():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"did not come: {what}\n{self.text()}")

    async def sees(self, *words: str) -> None:
        for word in words:
            await self.until(lambda word=word: word in self.text(), f"“{word}” on the screen")  # type: ignore[misc]  # bound at once

    async def sees_no(self, word: str) -> None:
        await self.until(lambda: word not in self.text(), f"no “{word}” on the screen")

    async def is_told(self, word: str) -> None:
        """Wait for a toast."""
        await self.until(lambda: any(word in toast for toast in self.toasts), f"a toast with “{word}”")

    @property
    def toasts(self) -> list[str]:
        return [notification.message for notification in self.app._notifications]


@asynccontextmanager
async def stage(
    platform: FakePlatform | None = None,
    *,
    size: tuple[int, int] = (80, 24),
    profile: Profile = PROFILE,
    config: Config | None = None,
    demo: DemoInfo | None = None,
    **changes: Any,
) -> AsyncIterator[Stage]:
    """Open the workstation. Further arguments change the profile."""
    platform = platform or FakePlatform()
    clock = SteppedClock()
    session = open_session(
        replace(profile, **changes),
        config=config,
        rng=random.Random(1),
        clock=clock,
        http_transport=httpx.MockTransport(platform),
        demo=demo,
    )
    app = Workstation(session)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            on_stage = Stage(app, pilot, platform, clock, session)
            await on_stage.until(lambda: bool(app.screen.query("#header")), "a screen")
            yield on_stage
            await session.close()
    finally:
        session.dispose()
