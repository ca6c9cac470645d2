"""The wire between the workstation and the sandbox: what went over it, and what can be wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qsl

import httpx
from starlette.types import ASGIApp

from tests.stepped_clock import SteppedClock

Spoil = Callable[[httpx.Request, httpx.Response], httpx.Response]
"""Makes another answer out of the platform's own, which has been given by then."""


@dataclass(frozen=True, slots=True)
class Sent:
    """One request as it left the workstation."""

    at: float
    """Seconds of the stepped clock."""
    method: str
    path: str
    query: dict[str, str]
    idempotency_key: str | None
    authorization: str | None


class Network(httpx.AsyncBaseTransport):
    """Carries requests to an ASGI app by a stepped clock, or does not.

    Args:
        platform: the app that answers.
        clock: moves timeouts and the sandbox's latency.
    """

    def __init__(self, platform: ASGIApp, clock: SteppedClock) -> None:
        self._platform = httpx.ASGITransport(app=platform)
        self._clock = clock
        self.sent: list[Sent] = []
        self.busy = 0
        """Requests that somebody works on, rather than waiting for time to pass."""
        self.is_down = False
        """Whether connections are refused."""
        self.hangs = False
        """Whether nothing is answered until the caller gives up."""
        self.spoil: Spoil | None = None
        self.loses: Callable[[httpx.Request], bool] = lambda _: False
        """Whether a request is cut off before the platform has it."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(
            Sent(
                self._clock.monotonic(),
                request.method,
                request.url.path,
                dict(parse_qsl(request.url.query.decode())),
                request.headers.get("idempotency-key"),
                request.headers.get("authorization"),
            )
        )
        if self.is_down:
            raise httpx.ConnectError("Connection refused", request=request)
        if self.hangs:
            await self._clock.sleep(request.extensions["timeout"]["read"])
            raise httpx.ReadTimeout("", request=request)
        if self.loses(request):
            raise httpx.ReadError("cut", request=request)
        self.busy += 1
        try:
            response = await self._platform.handle_async_request(request)
            await response.aread()
        finally:
            self.busy -= 1
        return response if self.spoil is None else self.spoil(request, response)

    async def aclose(self) -> None:
        await self._platform.aclose()

    def changes(self, path: str = "") -> list[Sent]:
        """The requests that were no reads and whose path has these letters."""
        return [each for each in self.sent if each.method != "GET" and path in each.path]


class PlatformClock:
    """The sandbox's clock: the same time, and while it sleeps nobody works on a request."""

    def __init__(self, clock: SteppedClock) -> None:
        self._clock = clock
        self.network: Network | None = None

    def monotonic(self) -> float:
        return self._clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        assert self.network is not None
        self.network.busy -= 1
        try:
            await self._clock.sleep(seconds)
        finally:
            self.network.busy += 1
