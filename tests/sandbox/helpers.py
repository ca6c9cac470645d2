"""A sandbox that stands still until the test moves it, and a client for it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from typing import Any

import httpx

from mttui.sandbox import Sandbox, SandboxOptions, create_app
from mttui.sandbox.clock import iso
from mttui.sandbox.engine.records import BUCKET

START = datetime(2026, 4, 10, 10, 40, tzinfo=UTC)
"""The time of the reference's examples."""


class Watch:
    """Real time that a test sets."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def monotonic(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.seconds += seconds


@contextmanager
def sandbox(scenario: str = "calm", **options: Any) -> Iterator[Sandbox]:
    """Open a sandbox whose time stands still but for steps."""
    clock = options.pop("clock", None)
    chosen: dict[str, Any] = {"seed": 7, "time_scale": 0.0, "start": START} | options
    opened = Sandbox(SandboxOptions(scenario=scenario, **chosen), clock)
    try:
        yield opened
    finally:
        opened.close()


class Api:
    """Asks a sandbox over ASGI."""

    def __init__(self, opened: Sandbox, http: httpx.AsyncClient) -> None:
        self.sandbox = opened
        self.http = http

    async def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        return await self.http.request(method, path, **more)

    async def get(self, path: str, **params: Any) -> Any:
        """Return the whole body of a GET that must succeed."""
        answer = await self.http.get(path, params=params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def data(self, path: str, **params: Any) -> Any:
        return (await self.get(path, **params))["data"]

    async def do(self, method: str, path: str, body: Any = None, *, status: int = 200) -> Any:
        """Return the whole body of a change that must be answered as said."""
        answer = await self.http.request(method, path, json=body) if body is not None else None
        answer = answer or await self.http.request(method, path)
        assert answer.status_code == status, answer.text
        return answer.json()

    def step(self, seconds: float) -> None:
        self.sandbox.clock.step(seconds)

    async def flow(self, seconds: int = 300) -> dict[str, int]:
        """Return the statistics of the window as a rule sees it at its last check."""
        self.sandbox.catch_up()
        checked = self.sandbox.world.now // BUCKET * BUCKET
        rows = await self.data("/v1/stats", dateFrom=iso(checked - seconds), dateTo=iso(checked + 1))
        return dict(rows[0])

    async def bounce_rate(self) -> float:
        flow = await self.flow()
        return 100 * flow["bounced"] / flow["sent"]

    async def active_events(self) -> list[dict[str, Any]]:
        events = await self.data("/v1/velocity/events", perPage=100)
        return [event for event in events if event["status"] == "active"]

    async def until_fired(self, limit: int = 200) -> dict[str, Any]:
        """Step on until a rule fires."""
        for _ in range(limit // 10):
            self.step(10)
            if found := await self.active_events():
                return found[0]
        raise AssertionError(f"no rule fired in {limit} seconds")

    async def statuses(self, seconds: int) -> set[str]:
        """Step on and return every sending status that showed."""
        seen = set()
        for _ in range(seconds // 10):
            self.step(10)
            seen.add((await self.data("/v1/velocity/status"))["sendingStatus"])
        return seen


@asynccontextmanager
async def platform(scenario: str = "calm", **options: Any) -> AsyncIterator[Api]:
    """Open a sandbox with a client that may do everything."""
    with sandbox(scenario, **options) as opened:
        transport = httpx.ASGITransport(app=create_app(opened))
        headers = {"Authorization": f"Bearer {opened.api_key}"}
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox", headers=headers) as http:
            yield Api(opened, http)
