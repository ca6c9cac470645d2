"""What the sandbox answers, the models read: nothing of it is of a shape that they do not know."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx
import pytest

from mttui.api.budget import RequestBudget
from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.operation import Effect, Operation
from mttui.api.pages import Page
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.sandbox import Sandbox, SandboxOptions, create_app
from tests.api.harness import Secret
from tests.clock import FakeClock

from .contract import contract
from .test_examples import models_in

OTHER_IDS = {
    "domain": ("reputation.domains.list", "domain"),
    "ip": ("reputation.ips.list", "ip"),
    "message_id": ("events.list", "message_id"),
}
"""Where to find a value for a path variable that is not the ``id`` of the same family's list."""

NAMED_BY_THE_REFERENCE = frozenset({"response_example", "response_fields"})
"""Facts of the contract that name the fields of an answer; the sandbox may add to those as it likes."""


@pytest.fixture(params=["calm", "leaked-key"])
async def platform(request: pytest.FixtureRequest) -> AsyncIterator[Mailtarget]:
    sandbox = Sandbox(SandboxOptions(scenario=request.param, seed=11, time_scale=0.0))
    sandbox.clock.step(300)
    clock = FakeClock()
    sender = Transport(
        TransportSettings(base_url="http://sandbox.test"),
        key=Secret(sandbox.api_key),
        clock=clock,
        rng=random.Random(1),
        budget=RequestBudget(10_000, clock=clock),
        trace=Trace(),
        http_transport=httpx.ASGITransport(create_app(sandbox)),
    )
    client = Mailtarget(sender)
    yield client
    await client.aclose()
    sandbox.close()


async def arguments(platform: Mailtarget, operation: Operation) -> dict[str, Any]:
    """Take the values that an operation needs from the lists, as a person would."""
    needed: dict[str, Any] = {}
    for parameter in operation.parameters:
        if parameter.name == "q":
            needed["q"] = "a"
        elif parameter.required:
            listing = f"{operation.id.partition('.')[0]}.list"
            if listing not in operations():
                listing = f"{operation.resource}.list"
            listing, field = OTHER_IDS.get(parameter.name, (listing, "id"))
            page = await platform.call(operations()[listing], {})
            needed[parameter.name] = getattr(page[0], field)
    return needed


def faults_of(name: str, answer: Any) -> Iterator[str]:
    described = NAMED_BY_THE_REFERENCE & contract()[name].keys()
    for indexed, model in models_in(answer, name):
        path = re.sub(r"\d+", "", indexed)
        if model.unreadable:
            yield f"{path} cannot read {model.unreadable}"
        if not described and model.unknown:
            yield f"{path} does not declare {sorted(model.unknown)}, which are the sandbox's to name"


async def test_every_read(platform: Mailtarget) -> None:
    faults: set[str] = set()
    for name, operation in operations().items():
        if operation.effect is Effect.READ:
            answer = await platform.call(operation, await arguments(platform, operation))
            assert isinstance(answer, Page) or answer.model_fields_set, name
            faults.update(faults_of(name, answer))
    assert faults == set()
