"""A platform made of scripted answers, and a client that talks to it without a network."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from mttui.api.arguments import Prepared, prepare
from mttui.api.budget import RequestBudget
from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.clock import Clock
from mttui.api.retry import RetryPolicy
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from tests.clock import FakeClock

KEY = "mt-key-5e0a1d-not-to-be-seen"
BASE_URL = "https://platform.test"

READ = "velocity.status.get"
CHANGE = "velocity.rules.update"
SEND = "velocity.events.resolve"
DESTROY = "campaigns.cancel"
ARGUMENTS: Mapping[str, Mapping[str, Any]] = {
    READ: {},
    CHANGE: {"id": "rule_001", "threshold": 3.0},
    SEND: {"id": "evt_001"},
    DESTROY: {"id": "cmp_001"},
}
"""One operation of each effect, with arguments."""


class Secret:
    """A key that shows itself only when asked."""

    def __init__(self, value: str = KEY) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value


def ok(data: Any = None, **headers: str) -> httpx.Response:
    return httpx.Response(200, json={"data": {} if data is None else data}, headers=headers)


def refusal(status: int, code: str | None = "CODE", **headers: str) -> httpx.Response:
    renamed = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.Response(status, json={"message": "no", "error": code}, headers=renamed)


Answer = httpx.Response | Exception | Callable[[httpx.Request], httpx.Response]


@dataclass
class Platform:
    """Answers requests by a script; the last answer is repeated."""

    script: list[Answer]
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        answer = self.script[min(len(self.requests), len(self.script) - 1)]
        self.requests.append(request)
        if isinstance(answer, Exception):
            raise answer
        if isinstance(answer, httpx.Response):
            return answer
        return answer(request)

    @property
    def tries(self) -> int:
        return len(self.requests)


def request(operation_id: str, **arguments: Any) -> Prepared:
    return prepare(operations()[operation_id], arguments or ARGUMENTS.get(operation_id, {}))


def transport(
    *script: Answer,
    clock: Clock | None = None,
    key: str | None = KEY,
    read_only: bool = False,
    retry: RetryPolicy | None = None,
    per_minute: int = 1000,
    settings: Mapping[str, Any] | None = None,
) -> tuple[Transport, Platform]:
    platform = Platform(list(script))
    clock = clock or FakeClock()
    made = Transport(
        TransportSettings(**{"base_url": BASE_URL, "retry": retry or RetryPolicy(), **(settings or {})}),
        key=None if key is None else Secret(key),
        clock=clock,
        rng=random.Random(7),
        budget=RequestBudget(per_minute, clock=clock),
        trace=Trace(),
        http_transport=httpx.MockTransport(platform),
        read_only=read_only,
    )
    return made, platform


def client(*script: Answer, **options: Any) -> tuple[Mailtarget, Platform]:
    made, platform = transport(*script, **options)
    return Mailtarget(made), platform
