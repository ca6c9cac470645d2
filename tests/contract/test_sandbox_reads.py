"""What the sandbox answers, the models read: nothing of it is of a shape that they do not know."""

from __future__ import annotations

import random
import re
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from mttui.api.budget import RequestBudget
from mttui.api.catalogue import operations
from mttui.api.client import Mailtarget
from mttui.api.errors import Refused
from mttui.api.operation import Effect, Operation
from mttui.api.pages import Page
from mttui.api.trace import Trace
from mttui.api.transport import Transport, TransportSettings
from mttui.sandbox import Sandbox, SandboxOptions, create_app
from tests.api.harness import Secret
from tests.clock import FakeClock

from .asking import arguments_of
from .contract import contract
from .test_examples import models_in

NAMED_BY_THE_REFERENCE = frozenset({"response_example", "response_fields"})
"""Facts of the contract that name the fields of an answer; the sandbox may add to those as it likes."""


PLACEHOLDERS = {"single_sends.bulk_delete": "single send not found"}
"""Operations whose body in the reference names ids that stand for any."""
START = datetime(2026, 4, 10, 10, 40, tzinfo=UTC)
"""The time of the reference's examples; the run is the same at any hour."""
ROWS = 6
"""Rows that are tried where a state forbids what is asked."""


@pytest.fixture(params=["calm", "leaked-key"])
async def platform(request: pytest.FixtureRequest) -> AsyncIterator[Mailtarget]:
    sandbox = Sandbox(
        SandboxOptions(scenario=request.param, seed=11, time_scale=0.0, rate_limit=10_000, start=START)
    )
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
        if operation.effect is Effect.READ and name in contract():
            answer = await answer_of(platform, operation)
            assert isinstance(answer, Page) or answer.model_fields_set, name
            if isinstance(answer, Page) and not len(answer):
                faults.add(f"{name} is empty")
            faults.update(faults_of(name, answer))
    assert faults == set()


async def answer_of(platform: Mailtarget, operation: Operation) -> Any:
    """Read something; of what lies within rows, of the first row that has any."""
    for row in range(ROWS):
        answer = await platform.call(operation, await arguments_of(platform, operation, row=row))
        if not isinstance(answer, Page) or len(answer) or not operation.path_variables:
            break
    return answer


async def test_every_change_that_has_no_curl_line(platform: Mailtarget) -> None:
    """The others are replayed word for word in :mod:`.test_curls`."""
    changes = [
        operation
        for name, operation in operations().items()
        if operation.effect is not Effect.READ and "curl" not in contract().get(name, {})
    ]
    changes.sort(key=_turn)
    refused = {}
    for operation in changes:
        trouble = await refusal_of(platform, operation)
        if trouble:
            refused[operation.id] = trouble
    assert refused == PLACEHOLDERS


def _turn(operation: Operation) -> tuple[bool, int, bool]:
    """Deletes last, what is within something before that; a sender is verified once all else was asked."""
    deletes = operation.method == "DELETE"
    return deletes, -len(operation.path_variables) if deletes else 0, operation.id.endswith(".verify")


async def refusal_of(platform: Mailtarget, operation: Operation) -> str:
    """Call an operation on the first row that takes it; returns what the last one said when none did."""
    trouble = ""
    for row in range(ROWS):
        try:
            await platform.call(operation, await arguments_of(platform, operation, row=row))
        except (Refused, LookupError) as error:
            trouble = str(error)
        else:
            return ""
    return trouble
